import { defineEntityKind, oneOf, text } from '../define.js';

export const organisation = defineEntityKind({
  name: 'Organisation',
  prefix: 'organisation',
  description: 'A body that is not a place of care: a ministry, authority, society, university, company.',
  properties: {
    type: oneOf('OrganisationType', 'What sort of body it is, as far as a source says.', {
      GOVERNMENT: 'A government, a ministry or another part of the state.',
      AUTHORITY: 'A local or special authority.',
      SOCIETY: 'A professional or learned society.',
      UNIVERSITY: 'A university, academy or school.',
      COMPANY: 'A company.',
      HEALTH_SERVICE: 'The health service of a country, province or city.',
      OTHER: 'Another body.',
    }),
    locality: text('The town, city or province where it has its seat, as a source states it.'),
  },
});
