import { defineFactKind, role, text } from '../define.js';
import { INSTITUTIONS, PEOPLE, inCountry, under } from '../roles.js';

export const affiliation = defineFactKind({
  name: 'Affiliation',
  prefix: 'affiliation',
  description:
    'Someone belongs to an institution: works there, holds a post, heads a department, is a member.',
  // No flow: it says where someone belongs, which tells the sides of other facts.
  roles: [
    role({
      name: 'MEMBER',
      field: 'members',
      reverse: 'affiliations',
      description: 'Who belongs to the institution.',
      players: [...PEOPLE, ...INSTITUTIONS],
      groups: true,
      required: true,
    }),
    role({
      name: 'AT',
      field: 'place',
      reverse: 'staff',
      description: 'The hospital or organisation to which they belong.',
      players: INSTITUTIONS,
      many: false,
    }),
    under({ reverse: 'affiliations', description: 'The programme in which the post is held.' }),
    inCountry({ reverse: 'affiliationsIn' }),
  ],
  atLeastOneOf: ['AT', 'UNDER', 'IN'],
  properties: {
    post: text('The post or role, for instance "Deputy Head".'),
    department: text('The department or unit, for instance "Hematology Department".'),
    specialty: text('The specialty, when the source names it beside the post.'),
  },
});
