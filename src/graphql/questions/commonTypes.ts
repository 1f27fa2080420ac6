import { Int, ObjectType } from 'type-graphql';
import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';
import { COMMON_MAXIMUM } from '../../traversals/index.js';
import type { Common, CommonSide, SharedEntity, StatedRelation } from '../../traversals/index.js';
import { plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { PageArgs } from '../types/arguments.js';
import { CitationNode } from '../types/citation.js';
import { connectionComplexity, connectionType } from '../types/connection.js';
import { cutField } from '../types/cut.js';
import { EntityNode } from '../types/entity.js';
import { RelationEnum, RoleEnum, enumOf } from '../types/enums.js';
import { FactConnection } from '../types/factConnection.js';
import { loadEntity } from '../types/present.js';
import { connectFacts } from './factList.js';

const SharedBasisEnum = enumOf('SharedBasis', 'What joins an entity to something that it shares.', {
  FACT: 'Both take part in a fact.',
  RELATION: 'One has a relation to the other: it lies in it, is a part of it, is narrower than it.',
});

@ObjectType('StatedRelation', { description: 'How one entity stands to another, and who says so.' })
class StatedRelationNode {
  constructor(
    readonly stated: StatedRelation,
    readonly loaders: Loaders,
  ) {}
}

plain(
  StatedRelationNode,
  'relation',
  () => RelationEnum,
  { description: 'The relation.' },
  ({ stated }) => stated.relation,
);
resolved(
  StatedRelationNode,
  'from',
  () => EntityNode,
  { description: 'The entity that has the relation: the hospital that lies in a country.' },
  ({ stated, loaders }) => loadEntity(stated.from, loaders),
);
resolved(
  StatedRelationNode,
  'to',
  () => EntityNode,
  { description: 'The entity that it leads to.' },
  ({ stated, loaders }) => loadEntity(stated.to, loaders),
);
plain(
  StatedRelationNode,
  'citations',
  () => [CitationNode],
  { description: 'Who says so, and where. Empty when an editor does.' },
  ({ stated, loaders }) => stated.citations.map((citation) => new CitationNode(citation, loaders)),
);
plain(
  StatedRelationNode,
  'editor',
  () => String,
  { description: 'Why an editor says so, where no source does.', nullable: true },
  ({ stated }) => stated.editor,
);

@ObjectType('CommonSide', {
  description: 'How one of the entities asked about is joined to something that it shares.',
})
class CommonSideNode {
  constructor(
    readonly side: CommonSide,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  CommonSideNode,
  'of',
  () => EntityNode,
  { description: 'The one that was asked about.' },
  ({ side, loaders }) => loadEntity(side.key, loaders),
);
plain(
  CommonSideNode,
  'basis',
  () => [SharedBasisEnum],
  { description: 'What joins the two: facts, relations or both.' },
  ({ side }) => [...(side.factCount > 0 ? ['FACT'] : []), ...(side.relations.length > 0 ? ['RELATION'] : [])],
);
plain(
  CommonSideNode,
  'roles',
  () => [RoleEnum],
  { description: 'The roles that the shared entity plays in the facts of this side.' },
  ({ side }) => side.roles,
);
plain(
  CommonSideNode,
  'ownRoles',
  () => [RoleEnum],
  { description: 'The roles that the one asked about plays in them.' },
  ({ side }) => side.ownRoles,
);
resolved(
  CommonSideNode,
  'facts',
  () => FactConnection,
  {
    description: 'The facts in which both take part, by time.',
    args: PageArgs,
    complexity: connectionComplexity,
  },
  async ({ side, loaders }, args: PageArgs) => connectFacts(args, await side.facts(loaders.view), loaders),
);
plain(
  CommonSideNode,
  'relations',
  () => [StatedRelationNode],
  { description: 'The relations between the two, whichever of them they lead to.' },
  ({ side, loaders }) => side.relations.map((each) => new StatedRelationNode(each, loaders)),
);

/** Something that entities share. */
@ObjectType('SharedEntity', {
  description: 'Something that several entities share: each of them is joined to it by a fact or a relation.',
})
export class SharedEntityNode {
  constructor(
    readonly shared: SharedEntity,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  SharedEntityNode,
  'entity',
  () => EntityNode,
  { description: 'What is shared: a hospital, a technique, a programme, a teacher, a country.' },
  ({ shared, loaders }) => loadEntity(shared.key, loaders),
);
plain(
  SharedEntityNode,
  'sharedBy',
  () => Int,
  { description: 'How many of those asked about share it.' },
  ({ shared }) => shared.sides.length,
);
plain(
  SharedEntityNode,
  'sides',
  () => [CommonSideNode],
  {
    description:
      'For each of those who share it, in the order in which they were asked about, what joins them to it.',
    complexity: ({ childComplexity }: ComplexityEstimatorArgs) => 1 + COMMON_MAXIMUM * childComplexity,
  },
  ({ shared, loaders }) => shared.sides.map((side) => new CommonSideNode(side, loaders)),
);

/** What is shared, page by page. */
export const SharedEntityConnection = connectionType('SharedEntity', () => SharedEntityNode);

/** What the question says of the whole list. */
export interface AboutCommon {
  answer: Common;
  loaders: Loaders;
}

cutField(
  SharedEntityConnection,
  'Why something may be missing; null where nothing is.',
  ({ about }) => (about as AboutCommon).answer.cut,
);
resolved(
  SharedEntityConnection,
  'together',
  () => FactConnection,
  {
    description: 'The facts in which at least two of those asked about take part themselves, by time.',
    args: PageArgs,
    complexity: connectionComplexity,
  },
  ({ about }, args: PageArgs) => {
    const { answer, loaders } = about as AboutCommon;
    return connectFacts(args, answer.together, loaders);
  },
);
plain(
  SharedEntityConnection,
  'related',
  () => [StatedRelationNode],
  { description: 'The relations that two of those asked about have to one another.' },
  ({ about }) => {
    const { answer, loaders } = about as AboutCommon;
    return answer.related.map((each) => new StatedRelationNode(each, loaders));
  },
);
