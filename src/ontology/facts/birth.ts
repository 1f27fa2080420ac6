import { defineFactKind, role } from '../define.js';
import { PEOPLE, inCountry } from '../roles.js';

export const birth = defineFactKind({
  name: 'Birth',
  prefix: 'birth',
  description: 'Someone is born. It tells which facts of other kinds cannot be about the same person.',
  // No flow: nobody goes anywhere.
  roles: [
    role({
      name: 'BORN',
      field: 'born',
      reverse: 'births',
      description: 'Who is born.',
      players: PEOPLE,
      many: false,
      required: true,
    }),
    inCountry({ reverse: 'birthsIn' }),
  ],
});
