import { defineFactKind, oneOf, role, side, text } from '../define.js';
import { ACTORS, at, inCountry, technique, under } from '../roles.js';

/*
 * An annotated fact kind to copy. It is compiled and checked like the others, but no kind of the ontology until a line
 * in index.ts names it:
 *
 *     export { award } from './award.js';
 *
 * That file and that line are all. The bundle format and its JSON Schema, the checks on import, the GraphQL type with
 * its fields, the way back from each entity, Neo4j's labels and constraints and the embedded index follow from it.
 * Afterwards run `npm run generate`, which writes schema/ anew, and add a fact of the kind to a bundle.
 */
// Rename it: the name that index.ts exports, `award`.
export const example = defineFactKind({
  // The GraphQL type and the Neo4j label: a singular noun, and unlike the name of any entity kind.
  name: 'Award',

  // How keys of the kind begin: `award/heroes-of-labour-2020`. Lower case, and used by no other kind.
  prefix: 'award',

  // One sentence for someone who reads the GraphQL schema: what the kind covers, and what it does not.
  description: 'Someone is honoured by someone: a prize, an order, a title of honour.',

  roles: [
    role({
      // The Neo4j relationship type and the value of the GraphQL enum `Role`.
      name: 'HONOURED',
      // The field on the fact (`Award.honoured`), also the field in a bundle.
      field: 'honoured',
      // The field on the entity that leads to these facts (`Doctor.awards`). It must be free on every kind of player.
      reverse: 'awards',
      description: 'Who is honoured.',
      // The entity kinds that may play the role.
      players: ACTORS,
      // Whether unnamed people may play it: "the night shift", with a label and a quantity in the source's words.
      groups: true,
      // Without a player in this role a fact is refused.
      required: true,
    }),
    // Shared roles keep their name and meaning in every kind, so that questions can follow them across kinds.
    technique({ reverse: 'awards' }),
    at({ reverse: 'awardsHosted' }),
    under({ reverse: 'awards' }),
    inCountry({ reverse: 'awardsIn' }),
  ],

  // Roles of which at least one must be played, where none is required by itself. May be left out.
  atLeastOneOf: [],

  // Between which sides it runs, for questions about flows: from whoever plays these roles to whoever plays those. Leave
  // it out where nobody sends, teaches or gives anything to anybody; `arrival` likewise says that a fact shows a
  // technique in use somewhere. `side` lets the posts of people tell where a side is, `sideWithoutPosts` does not.
  flow: { direction: 'DIRECTED', from: side('AT', 'IN'), to: side('HONOURED') },

  // What else can be said. Time, quantity, statement, citations, status and history are on every fact already.
  properties: {
    title: text('The title of the honour.'),
    level: oneOf('AwardLevel', 'How widely it is given.', {
      LOCAL: 'Within a town or province.',
      NATIONAL: 'Within a country.',
      INTERNATIONAL: 'Across countries.',
    }),
  },
});
