import { defineFactKind, oneOf, role, side, text } from '../define.js';
import { ACTORS, at, from, inCountry, reporter, technique, under } from '../roles.js';

export const cooperation = defineFactKind({
  name: 'Cooperation',
  prefix: 'cooperation',
  description:
    'Parties work together, none of them above the other: an agreement, a partnership, an exchange.',
  roles: [
    role({
      name: 'PARTY',
      field: 'parties',
      reverse: 'cooperations',
      description: 'Who works together. The order says nothing.',
      players: [...ACTORS, 'Country'],
      groups: true,
      required: true,
    }),
    technique({ reverse: 'cooperations' }),
    at({ reverse: 'cooperationsHosted' }),
    under({ reverse: 'cooperations' }),
    from({
      reverse: 'cooperationsSent',
      description: 'Where unnamed parties come from: "delegations from France".',
    }),
    reporter({ reverse: 'cooperationsReported' }),
    inCountry({ reverse: 'cooperationsIn' }),
  ],
  // Parties stand beside one another, so there is no direction. Where they meet makes nobody a party.
  flow: { direction: 'UNDIRECTED', parties: side('PARTY'), unnamed: side('FROM') },
  properties: {
    form: oneOf('CooperationForm', 'The form of the cooperation, as far as a source says.', {
      AGREEMENT: 'A written agreement.',
      JOINT_WORK: 'Work done together.',
      EXCHANGE: 'An exchange of views, people or knowledge.',
      SUPPORT: 'One side supports the other.',
    }),
    fields: text('The fields of cooperation, in words.'),
  },
});
