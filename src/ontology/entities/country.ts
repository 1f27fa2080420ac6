import { defineEntityKind } from '../define.js';

export const country = defineEntityKind({
  name: 'Country',
  prefix: 'country',
  description: 'A country of ISO 3166-1; its code is the external id with the scheme `iso3166`.',
});
