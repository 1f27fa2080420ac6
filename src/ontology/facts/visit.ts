import { defineFactKind, oneOf, role, side, sideSentBy, text } from '../define.js';
import { ACTORS, at, from, inCountry, technique, under } from '../roles.js';

export const visit = defineFactKind({
  name: 'Visit',
  prefix: 'visit',
  description: 'Someone visits someone: a delegation, an invitation, a tour, a meeting.',
  roles: [
    role({
      name: 'VISITOR',
      field: 'visitors',
      reverse: 'visits',
      description: 'Who comes.',
      players: ACTORS,
      groups: true,
      required: true,
    }),
    role({
      name: 'HOST',
      field: 'hosts',
      reverse: 'visitsHosted',
      description: 'Who receives them.',
      players: [...ACTORS, 'Country'],
      groups: true,
    }),
    role({
      name: 'INVITER',
      field: 'inviters',
      reverse: 'invitations',
      description: 'Who invited them.',
      players: [...ACTORS, 'Country'],
    }),
    technique({ reverse: 'visits', description: 'The techniques that were seen or spoken of.' }),
    at({ reverse: 'visitsAt' }),
    under({ reverse: 'visits' }),
    from({
      reverse: 'visitsSent',
      description: 'The hospital, organisation or country from which they come.',
    }),
    inCountry({ reverse: 'visitsIn' }),
  ],
  // From those who come to those who receive them; a host who invites may be all that a source names.
  // Where it takes place is where they come to, so that it counts at home too.
  flow: {
    direction: 'DIRECTED',
    from: sideSentBy('VISITOR'),
    to: side('HOST', 'INVITER', 'AT', 'IN'),
  },
  properties: {
    form: oneOf('VisitForm', 'The form of the visit, as far as a source says.', {
      DELEGATION: 'A delegation is received.',
      INVITATION: 'Someone is invited, whether or not the source says that they came.',
      TOUR: 'A tour of the place or of parts of it.',
      MEETING: 'A meeting or a discussion.',
      OPERATION: 'A short visit to operate or examine.',
    }),
    purpose: text('What the visit is for.'),
  },
});
