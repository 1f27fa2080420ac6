import { Int, ObjectType } from 'type-graphql';
import { PATHS_ENDS, factsOfHop } from '../../traversals/index.js';
import type { Path, PathHop, PathStop, Paths } from '../../traversals/index.js';
import { plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { PageArgs } from '../types/arguments.js';
import { LEANT_ON, connect, connectionComplexity, leansOnFacts } from '../types/connection.js';
import { JudgementNode } from '../types/judgement.js';
import { cutField } from '../types/cut.js';
import { EntityNode } from '../types/entity.js';
import { enumOf } from '../types/enums.js';
import { FactConnection } from '../types/factConnection.js';
import { factNode, loadEntity, loadJudgements } from '../types/present.js';

const PathsEndEnum = enumOf('PathsEnd', 'Why there are no more paths.', PATHS_ENDS);

/** Counting reads all facts of an entity. */
const COUNT_COST = 10;

@ObjectType('PathStop', { description: 'An entity on a path.' })
class PathStopNode {
  constructor(
    readonly stop: PathStop,
    readonly answer: Paths,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  PathStopNode,
  'entity',
  () => EntityNode,
  { description: 'The entity.' },
  ({ stop, loaders }) => loadEntity(stop.key, loaders),
);
resolved(
  PathStopNode,
  'degree',
  () => Int,
  {
    description: 'In how many of the facts that the question counts the entity takes part.',
    complexity: COUNT_COST,
  },
  ({ stop, answer, loaders }) => loaders.countFactsOf({ filter: answer.filter }, stop.key),
);
plain(
  PathStopNode,
  'penalty',
  () => Int,
  {
    description:
      'What passing through it costs beside the hop: `hubPenalty` times the whole part of the decimal logarithm of `degree`. 0 for both ends.',
  },
  ({ stop }) => stop.penalty,
);

@ObjectType('PathHop', {
  description: 'A step of a path: two entities that take part in the same facts, whatever their roles.',
})
class PathHopNode {
  constructor(
    readonly hop: PathHop,
    readonly answer: Paths,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  PathHopNode,
  'from',
  () => EntityNode,
  { description: 'The entity nearer to the beginning of the path.' },
  ({ hop, loaders }) => loadEntity(hop.from, loaders),
);
resolved(
  PathHopNode,
  'to',
  () => EntityNode,
  { description: 'The entity nearer to its end.' },
  ({ hop, loaders }) => loadEntity(hop.to, loaders),
);
plain(
  PathHopNode,
  'independentSources',
  () => Int,
  {
    description:
      'How many independent sources all these facts cite together: those of one publisher or text, and those that derive from one another, count once.',
  },
  ({ hop }) => hop.independentSources,
);
resolved(
  PathHopNode,
  'facts',
  () => FactConnection,
  {
    description: 'All facts in which both take part, of those that the question counts, by time.',
    args: PageArgs,
    complexity: connectionComplexity,
  },
  ({ hop, answer, loaders }, args: PageArgs) => {
    const question = { filter: factsOfHop(answer, hop) };
    return connect(FactConnection, args, {
      ordering: { order: 'TIME', descending: false },
      knownIn: loaders.view.knownIn,
      loaders,
      leansOn: leansOnFacts([]),
      load: (page) => loaders.factsOf({ ...question, page }, hop.from),
      count: () => loaders.countFactsOf(question, hop.from),
      present: (record) => factNode(record, loaders),
    });
  },
);

@ObjectType('Path', { description: 'A way from one entity to another over facts, which meets nobody twice.' })
class PathNode {
  constructor(
    readonly path: Path,
    readonly answer: Paths,
    readonly loaders: Loaders,
  ) {}
}

plain(
  PathNode,
  'length',
  () => Int,
  { description: 'How many hops it has.' },
  ({ path }) => path.length,
);
plain(
  PathNode,
  'cost',
  () => Int,
  {
    description: 'Its length and the penalties of its stops; the length alone where `hubPenalty` is 0.',
  },
  ({ path }) => path.cost,
);
plain(
  PathNode,
  'weakestEvidence',
  () => Int,
  {
    description:
      'The fewest independent sources of any of its hops: a chain is as strong as its weakest link.',
  },
  ({ path }) => path.weakestEvidence,
);
plain(
  PathNode,
  'stops',
  () => [PathStopNode],
  { description: 'The entities from the one end to the other, both included.' },
  ({ path, answer, loaders }) => path.stops.map((stop) => new PathStopNode(stop, answer, loaders)),
);
plain(
  PathNode,
  'hops',
  () => [PathHopNode],
  { description: 'Its steps from the one end to the other, each with all facts that make it.' },
  ({ path, answer, loaders }) => path.hops.map((hop) => new PathHopNode(hop, answer, loaders)),
);

/** What connects two entities. */
@ObjectType('Paths', { description: 'What connects two entities, and how far that is all.' })
export class PathsNode {
  constructor(
    readonly answer: Paths,
    readonly loaders: Loaders,
  ) {}
}

plain(
  PathsNode,
  'paths',
  () => [PathNode],
  {
    description:
      'The best paths: by cost, then length, then weakest evidence with the strongest first, then the keys of their stops one by one. Empty where nothing connects the two.',
  },
  ({ answer, loaders }) => answer.paths.map((path) => new PathNode(path, answer, loaders)),
);
plain(
  PathsNode,
  'reason',
  () => PathsEndEnum,
  {
    description:
      'Why there are no more paths; null where there are as many as were asked for and none can be better.',
    nullable: true,
  },
  ({ answer }) => answer.reason,
);
cutField(
  PathsNode,
  'The bound that was reached. DEPTH: paths of more than `maxHops` hops were not looked for, and there may be some. Null where no bound was.',
  ({ answer }) => answer.cut,
);
plain(
  PathsNode,
  'completeTo',
  () => Int,
  {
    description:
      'The answer is whole for paths of up to so many hops: what it would be if `maxHops` were that. `maxHops` itself unless a bound came before.',
  },
  ({ answer }) => answer.completeTo,
);
plain(
  PathsNode,
  'knownIn',
  () => Int,
  { description: 'The number of the changeset after which the graph was read.' },
  ({ loaders }) => loaders.view.knownIn,
);
resolved(
  PathsNode,
  'judgements',
  () => [JudgementNode],
  { description: LEANT_ON },
  ({ loaders }) => loadJudgements(loaders.view.leaning?.judgements ?? [], loaders),
);
