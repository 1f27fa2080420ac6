import { Int, ObjectType } from 'type-graphql';
import type {
  CommonAncestor,
  CommonAncestors,
  Lineage,
  LineageMember,
  LineageStep,
} from '../../traversals/index.js';
import { plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { PageArgs } from '../types/arguments.js';
import { connectionComplexity, connectionType } from '../types/connection.js';
import { cutField } from '../types/cut.js';
import { CertaintyEnum } from '../types/enums.js';
import { EntityNode } from '../types/entity.js';
import { FactNode, GroupNode, ParticipantUnion } from '../types/fact.js';
import { factClasses, loadEntity, loadFact } from '../types/present.js';
import { connectComputed } from './list.js';

@ObjectType('LineageStep', {
  description: 'A training on the way to somebody, with who stands at its nearer end.',
})
class LineageStepNode {
  constructor(
    readonly step: LineageStep,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  LineageStepNode,
  'training',
  () => factClasses.get('Training') ?? FactNode,
  { description: 'The training, with its citations.' },
  ({ step, loaders }) => loadFact(step.fact, loaders),
);
resolved(
  LineageStepNode,
  'from',
  () => EntityNode,
  {
    description:
      'Who stands one step nearer to the one whose lineage it is: a teacher of descendants, a pupil of ancestors.',
  },
  ({ step, loaders }) => loadEntity(step.from, loaders),
);
plain(
  LineageStepNode,
  'certainty',
  () => CertaintyEnum,
  {
    description:
      'In time order: CERTAIN where it ends a chain that is certainly in order. Null where no order was asked.',
    nullable: true,
  },
  ({ step }) => step.certainty,
);

const LineageStepConnection = connectionType('LineageStep', () => LineageStepNode);

/** Somebody in a lineage. */
@ObjectType('LineageMember', { description: 'Somebody in a lineage, with the trainings that lead there.' })
export class LineageMemberNode {
  constructor(
    readonly member: LineageMember,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  LineageMemberNode,
  'participant',
  () => ParticipantUnion,
  { description: 'Who it is: an entity, or a group of unnamed people.' },
  async ({ member, loaders }) =>
    member.group === undefined ? await loadEntity(member.key, loaders) : new GroupNode(member.group),
);
plain(
  LineageMemberNode,
  'depth',
  () => Int,
  { description: 'The fewest trainings that lead there, from 1.' },
  ({ member }) => member.depth,
);
plain(
  LineageMemberNode,
  'certainty',
  () => CertaintyEnum,
  {
    description:
      'In time order: whether a chain of `depth` trainings is certainly in order. Null where no order was asked.',
    nullable: true,
  },
  ({ member }) => member.certainty,
);
plain(
  LineageMemberNode,
  'certainDepth',
  () => Int,
  {
    description:
      'In time order: the fewest trainings of a chain that is certainly in order; null where there is none.',
    nullable: true,
  },
  ({ member }) => member.certainDepth,
);
resolved(
  LineageMemberNode,
  'step',
  () => LineageStepNode,
  { description: 'The training that leads there at this depth, the earliest of several.' },
  ({ member, loaders }) => {
    const [step] = member.steps;
    return step === undefined ? null : new LineageStepNode(step, loaders);
  },
);
resolved(
  LineageMemberNode,
  'otherSteps',
  () => LineageStepConnection,
  {
    description: 'All other trainings that lead there at this depth, by time.',
    args: PageArgs,
    complexity: connectionComplexity,
  },
  ({ member, loaders }, args: PageArgs) =>
    connectComputed(LineageStepConnection, args, {
      order: 'STEPS',
      places: /^\d{6}$/,
      loaders,
      items: member.steps.slice(1).map((step, index) => ({ step, place: String(index).padStart(6, '0') })),
      placeOf: ({ place }) => place,
      present: ({ step }) => new LineageStepNode(step, loaders),
    }),
);

/** A lineage, page by page. */
export const LineageConnection = connectionType('LineageMember', () => LineageMemberNode);

const CUT =
  'Why it may not be whole; null where nobody is missing. DEPTH: nobody looked further than `maxDepth`, and there may be more.';

cutField(LineageConnection, CUT, ({ about }) => (about as Lineage).cut);
plain(
  LineageConnection,
  'completeTo',
  () => Int,
  { description: 'Up to this depth nobody is missing.' },
  ({ about }) => (about as Lineage).completeTo,
);
plain(
  LineageConnection,
  'groupCount',
  () => Int,
  { description: 'How many of `totalCount` are groups of unnamed people.' },
  ({ about }) => (about as Lineage).members.filter(({ group }) => group !== undefined).length,
);

/** A common ancestor by training. */
@ObjectType('CommonAncestor', {
  description: 'Somebody from whom all that were asked about descend by training.',
})
export class CommonAncestorNode {
  constructor(
    readonly answer: CommonAncestor,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  CommonAncestorNode,
  'entity',
  () => EntityNode,
  { description: 'The ancestor.' },
  ({ answer, loaders }) => loadEntity(answer.key, loaders),
);
plain(
  CommonAncestorNode,
  'ways',
  () => [LineageMemberNode],
  {
    description:
      'For each of those asked about, in their order, how deep the ancestor lies and by which trainings.',
  },
  ({ answer, loaders }) => answer.ways.map((way) => new LineageMemberNode(way, loaders)),
);

/** Common ancestors, page by page. */
export const CommonAncestorConnection = connectionType('CommonAncestor', () => CommonAncestorNode);

cutField(CommonAncestorConnection, CUT, ({ about }) => (about as CommonAncestors).cut);
