import { defineFactKind, role, side, sideSentBy, sideWithoutPosts, text } from '../define.js';
import { ACTORS, at, from, inCountry, technique, under } from '../roles.js';

export const procedure = defineFactKind({
  name: 'Procedure',
  prefix: 'procedure',
  description:
    'A medical act on patients: an operation, an examination, a treatment, a vaccination; or many of them.',
  roles: [
    role({
      name: 'OPERATOR',
      field: 'operators',
      reverse: 'procedures',
      description: 'Who performs it.',
      players: ACTORS,
      groups: true,
    }),
    role({
      name: 'ASSISTANT',
      field: 'assistants',
      reverse: 'proceduresAssisted',
      description: 'Who takes part without leading.',
      players: ACTORS,
      groups: true,
    }),
    role({
      name: 'PATIENT',
      field: 'patients',
      reverse: 'proceduresUndergone',
      description: 'The patients, always a group even when it is one: patients are never named.',
      players: [],
      groups: true,
    }),
    technique({ reverse: 'procedures' }),
    at({ reverse: 'proceduresHosted' }),
    under({ reverse: 'procedures' }),
    from({ reverse: 'proceduresSent', description: 'Who sends the ones who perform it.' }),
    inCountry({ reverse: 'proceduresIn' }),
  ],
  atLeastOneOf: ['OPERATOR', 'PATIENT', 'AT', 'IN', 'FROM'],
  // From those who operate to where they do, at home too. Assistants may be of either side, and patients are of neither.
  flow: { direction: 'DIRECTED', from: sideSentBy('OPERATOR'), to: side('AT', 'IN') },
  // A hospital that operates has the technique; where a person does, only the place of the procedure is sure to.
  arrival: { at: sideWithoutPosts('AT', 'IN', 'OPERATOR'), from: sideSentBy('OPERATOR') },
  properties: {
    condition: text('The disease or condition that it is for.'),
    outcome: text('The outcome that the source reports.'),
  },
});
