import { defineFactKind, role } from '../define.js';
import { PEOPLE, inCountry } from '../roles.js';

export const death = defineFactKind({
  name: 'Death',
  prefix: 'death',
  description: 'Someone dies. Patients are never named, so it is about those who take part in other facts.',
  // No flow: nobody goes anywhere.
  roles: [
    role({
      name: 'DECEASED',
      field: 'deceased',
      reverse: 'deaths',
      description: 'Who dies.',
      players: PEOPLE,
      many: false,
      required: true,
    }),
    inCountry({ reverse: 'deathsIn' }),
  ],
});
