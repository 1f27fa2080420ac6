import { defineFactKind, role, side, sideWithoutPosts, text } from '../define.js';
import { INSTITUTIONS, PEOPLE, at, from, inCountry, technique, under } from '../roles.js';

export const posting = defineFactKind({
  name: 'Posting',
  prefix: 'posting',
  description: 'Someone is sent to work elsewhere for a time: a posting, a rotation, a mission.',
  roles: [
    role({
      name: 'POSTED',
      field: 'posted',
      reverse: 'postings',
      description: 'Who is sent.',
      players: PEOPLE,
      groups: true,
      required: true,
    }),
    from({ reverse: 'postingsSent' }),
    at({ reverse: 'postingsHosted' }),
    role({
      name: 'INVITER',
      field: 'inviters',
      reverse: 'postingsRequested',
      description: 'Who asked for them.',
      players: [...INSTITUTIONS, 'Country'],
    }),
    technique({ reverse: 'postings' }),
    under({ reverse: 'postings' }),
    inCountry({ reverse: 'postingsIn' }),
  ],
  atLeastOneOf: ['AT', 'IN', 'FROM'],
  // From those who send to where the posted work. The post that they hold at the time is mostly the one that they were
  // sent to, so it does not tell where they come from.
  flow: {
    direction: 'DIRECTED',
    from: sideWithoutPosts('FROM', 'POSTED'),
    to: side('INVITER', 'AT', 'IN'),
  },
  properties: {
    post: text('The post held there, for instance "General Director".'),
    department: text('The department that they come from or go to, as the statement says.'),
    purpose: text('What they are sent for.'),
    duration: text('How long, in the words of the source, where that is not a date: "over 4 years".'),
  },
});
