import { Int, ObjectType } from 'type-graphql';
import type { Drawing, Neighbourhood, NeighbourhoodLink, NeighbourhoodNode } from '../../traversals/index.js';
import { held, plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { PageArgs } from '../types/arguments.js';
import { connectionComplexity, connectionType } from '../types/connection.js';
import { cutField } from '../types/cut.js';
import { EntityNode } from '../types/entity.js';
import { FactKindEnum } from '../types/enums.js';
import { FactConnection } from '../types/factConnection.js';
import { loadEntity } from '../types/present.js';
import { connectFacts } from './factList.js';
import { connectComputed } from './list.js';

@ObjectType('FactKindCount', { description: 'How many facts are of a kind.', simpleResolvers: true })
class FactKindCountValue {}

held(FactKindCountValue, 'kind', () => FactKindEnum, { description: 'The kind.' });
held(FactKindCountValue, 'factCount', () => Int, { description: 'How many facts are of it.' });

@ObjectType('NeighbourhoodLink', {
  description: 'Two entities that take part in one fact or in several. It has no direction.',
})
class DrawnLink {
  constructor(
    readonly link: NeighbourhoodLink,
    readonly drawing: Drawing,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  DrawnLink,
  'earlier',
  () => EntityNode,
  { description: 'The end that stands first in the list of nodes: on this page or on one before it.' },
  ({ link, loaders }) => loadEntity(link.earlier, loaders),
);
resolved(
  DrawnLink,
  'later',
  () => EntityNode,
  { description: 'The other end, to whose node the link belongs.' },
  ({ link, loaders }) => loadEntity(link.later, loaders),
);
plain(
  DrawnLink,
  'factCount',
  () => Int,
  {
    description:
      'In how many facts both take part. Where the neighbourhood is cut, of the facts that were read.',
  },
  ({ link }) => link.factCount,
);
plain(
  DrawnLink,
  'kinds',
  () => [FactKindCountValue],
  { description: 'How many of these facts are of which kind, by the name of the kind.' },
  ({ link }) => link.kinds,
);
resolved(
  DrawnLink,
  'facts',
  () => FactConnection,
  {
    description: 'The facts in which both take part, by time.',
    args: PageArgs,
    complexity: connectionComplexity,
  },
  async ({ link, drawing, loaders }, args: PageArgs) =>
    connectFacts(args, await drawing.factsOf(link, loaders.view), loaders),
);

const NeighbourhoodLinkConnection = connectionType('NeighbourhoodLink', () => DrawnLink);

/** An entity of a neighbourhood. */
@ObjectType('NeighbourhoodNode', { description: 'An entity of a neighbourhood, as a node to draw.' })
export class DrawnNode {
  constructor(
    readonly node: NeighbourhoodNode,
    readonly drawing: Drawing,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  DrawnNode,
  'entity',
  () => EntityNode,
  { description: 'The entity.' },
  ({ node, loaders }) => loadEntity(node.key, loaders),
);
plain(
  DrawnNode,
  'distance',
  () => Int,
  { description: 'How many steps it is from the nearest of those asked about, which are 0 themselves.' },
  ({ node }) => node.distance,
);
plain(
  DrawnNode,
  'degree',
  () => Int,
  {
    description:
      'In how many facts it takes part, of those that the question counts, whatever is drawn of them: its true degree.',
  },
  ({ node }) => node.degree,
);
plain(
  DrawnNode,
  'factsShown',
  () => Int,
  {
    description:
      'In how many of these another node takes part too; the others are left out. Where the neighbourhood is cut, of the facts that were read.',
  },
  ({ node }) => node.factsShown,
);
plain(
  DrawnNode,
  'neighbourCount',
  () => Int,
  {
    description:
      'How many entities it shares a fact with, but for kinds that the question leaves out. Null where not all of its facts were read, as ' +
      'of nodes at the outermost distance with many facts.',
    nullable: true,
  },
  ({ node }) => node.neighbourCount,
);
plain(
  DrawnNode,
  'neighboursLeftOut',
  () => Int,
  {
    description: 'How many of these are not in the neighbourhood. Null where that is not known.',
    nullable: true,
  },
  ({ node }) => node.neighboursLeftOut,
);
resolved(
  DrawnNode,
  'links',
  () => NeighbourhoodLinkConnection,
  {
    description:
      'Its links to the nodes that stand before it in the list, in the order of these. So each link of the neighbourhood is listed once, ' +
      'and both of its ends are known to whoever has read the list up to here.',
    args: PageArgs,
    complexity: connectionComplexity,
  },
  ({ node, drawing, loaders }, args: PageArgs) =>
    connectComputed(NeighbourhoodLinkConnection, args, {
      order: 'LINKS',
      places: /^\d{4}$/,
      loaders,
      items: drawing.linksOf(node.key).map((link) => ({ link, place: drawing.placeOf(link.earlier) })),
      placeOf: ({ place }) => String(place).padStart(4, '0'),
      present: ({ link }) => new DrawnLink(link, drawing, loaders),
    }),
);

/** A neighbourhood, page by page. */
export const NeighbourhoodConnection = connectionType('Neighbourhood', () => DrawnNode);

plain(
  NeighbourhoodConnection,
  'linkCount',
  () => Int,
  { description: 'How many links the whole neighbourhood has, over all pages.' },
  ({ about }) => (about as Neighbourhood).drawing.linkCount,
);
cutField(
  NeighbourhoodConnection,
  'Why less is drawn than was asked for; null where it is drawn whole.',
  ({ about }) => (about as Neighbourhood).cut,
);
