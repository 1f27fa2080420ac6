import { defineFactKind, role, side, sideSentBy, sideWithoutPosts, text } from '../define.js';
import { ACTORS, at, from, inCountry, reporter, technique, under } from '../roles.js';

export const transfer = defineFactKind({
  name: 'Transfer',
  prefix: 'transfer',
  description: 'A technique or technology is handed over from one side to another.',
  roles: [
    role({
      name: 'PROVIDER',
      field: 'providers',
      reverse: 'transfersGiven',
      description: 'Who hands it over.',
      players: [...ACTORS, 'Country'],
      groups: true,
    }),
    role({
      name: 'RECIPIENT',
      field: 'recipients',
      reverse: 'transfersReceived',
      description: 'Who receives it.',
      players: [...ACTORS, 'Country'],
      groups: true,
    }),
    technique({ reverse: 'transfers' }),
    role({
      name: 'SYSTEM',
      field: 'systems',
      reverse: 'transfers',
      description: 'The guideline, system or programme that is handed over, where it is no technique.',
      players: ['Programme'],
    }),
    at({ reverse: 'transfersHosted' }),
    under({ reverse: 'transfersUnder' }),
    from({ reverse: 'transfersSent' }),
    inCountry({ reverse: 'transfersIn' }),
    reporter({ reverse: 'transfersReported' }),
  ],
  atLeastOneOf: ['PROVIDER', 'RECIPIENT'],
  // From those who hand it over to those who receive it; unnamed ones may come for it to where it is.
  flow: {
    direction: 'DIRECTED',
    from: sideSentBy('PROVIDER'),
    to: side('RECIPIENT'),
    place: sideWithoutPosts('AT', 'IN'),
  },
  arrival: { at: side('RECIPIENT', 'AT', 'IN'), from: sideSentBy('PROVIDER') },
  properties: {
    subject: text('What is handed over, in words, where the source names no technique.'),
  },
});
