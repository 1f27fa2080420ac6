import { defineFactKind, role, text } from '../define.js';
import { ACTORS, at, inCountry, reporter, technique, under } from '../roles.js';

export const observation = defineFactKind({
  name: 'Observation',
  prefix: 'observation',
  description: 'A figure that a source reports about something.',
  // No flow: it is a figure about something.
  roles: [
    role({
      name: 'SUBJECT',
      field: 'subjects',
      reverse: 'observations',
      description: 'What the figure is about.',
      players: [...ACTORS, 'Country', 'Programme', 'Technique'],
      groups: true,
      required: true,
    }),
    reporter({ reverse: 'observationsReported' }),
    technique({ reverse: 'techniqueObservations', description: 'The techniques that the figure counts.' }),
    at({ reverse: 'observationsAt' }),
    under({ reverse: 'observationsUnder' }),
    inCountry({ reverse: 'observationsIn' }),
  ],
  quantityRequired: true,
  properties: {
    measure: text('What is counted or measured, for instance "hospitals connected".'),
  },
});
