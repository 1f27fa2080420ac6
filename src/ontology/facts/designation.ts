import { defineFactKind, role, text } from '../define.js';
import { ACTORS, inCountry, technique, under } from '../roles.js';

export const designation = defineFactKind({
  name: 'Designation',
  prefix: 'designation',
  description: 'Someone is chosen or recognised for a task or a standing: a treatment site, a training base.',
  // No flow: a standing is given, nobody and nothing goes anywhere.
  roles: [
    role({
      name: 'DESIGNATED',
      field: 'designated',
      reverse: 'designations',
      description: 'Who is chosen or recognised.',
      players: ACTORS,
      groups: true,
      required: true,
    }),
    role({
      name: 'DESIGNATOR',
      field: 'designators',
      reverse: 'designationsGiven',
      description: 'Who chooses or recognises them.',
      players: [...ACTORS, 'Country'],
      groups: true,
    }),
    technique({ reverse: 'designations' }),
    under({ reverse: 'designations', description: 'The programme in which they have the standing.' }),
    inCountry({ reverse: 'designationsIn' }),
  ],
  properties: {
    standing: text('The task or standing, for instance "training base".'),
  },
});
