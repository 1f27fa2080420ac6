import { Field, Int, ObjectType } from 'type-graphql';
import { techniquePlace } from '../../traversals/index.js';
import type { Cooperation, Flow, YearBounds } from '../../traversals/index.js';
import { plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { PageArgs } from '../types/arguments.js';
import { connectionComplexity, connectionType } from '../types/connection.js';
import type { Connection, ConnectionClass } from '../types/connection.js';
import { cutField } from '../types/cut.js';
import { EntityNode } from '../types/entity.js';
import { enumOf } from '../types/enums.js';
import { loadEntity } from '../types/present.js';
import {
  FlowFactConnection,
  FlowFactNode,
  FlowGroupConnection,
  FlowGroupNode,
  FlowPersonConnection,
  FlowPersonNode,
  FlowTechniqueConnection,
  FlowTechniqueNode,
} from './flowDetails.js';
import type { FlowAsked } from './flowDetails.js';
import { connectComputed } from './list.js';

const FlowDirectionEnum = enumOf('FlowDirection', 'Whether a flow has a direction.', {
  DIRECTED: 'From one side to the other: one sends, teaches, hands over, visits.',
  UNDIRECTED: 'The two work together, and neither stands above the other. The smaller key is `from`.',
});

@ObjectType('YearBounds', {
  description: 'A year, as far as dates tell it: it lies between two, both included.',
  simpleResolvers: true,
})
class YearBoundsValue implements YearBounds {
  @Field(() => Int, { nullable: true, description: 'The earliest year that it may be; null for no bound.' })
  earliest!: number | null;

  @Field(() => Int, { nullable: true, description: 'The latest year that it may be; null for no bound.' })
  latest!: number | null;
}

/** All that runs between two. */
@ObjectType('Flow', {
  description:
    'All facts that run from one country, hospital or organisation to another, or undirected between the two.',
})
export class FlowNode {
  constructor(
    readonly flow: Flow,
    readonly asked: FlowAsked,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  FlowNode,
  'from',
  () => EntityNode,
  { description: 'Where it comes from; null where nobody knows.', nullable: true },
  ({ flow, loaders }) => (flow.from === null ? null : loadEntity(flow.from, loaders)),
);
resolved(
  FlowNode,
  'to',
  () => EntityNode,
  { description: 'Where it goes; null where nobody knows.', nullable: true },
  ({ flow, loaders }) => (flow.to === null ? null : loadEntity(flow.to, loaders)),
);

const number = (name: string, description: string, read: (flow: Flow) => number) =>
  plain(
    FlowNode,
    name,
    () => Int,
    { description },
    ({ flow }) => read(flow),
  );

plain(
  FlowNode,
  'direction',
  () => FlowDirectionEnum,
  { description: 'Whether it has a direction.' },
  ({ flow }) => flow.direction,
);
number('factCount', 'How many facts.', ({ factCount }) => factCount);
number('statedCount', 'How many of them name both sides themselves.', ({ statedCount }) => statedCount);
number(
  'inferredCount',
  'Of how many of them a side is inferred: from where an institution lies, or from a post.',
  ({ factCount, statedCount }) => factCount - statedCount,
);
number(
  'possibleCount',
  'How many of the inferred ones rest on a post of which the dates leave open whether it was held at the time.',
  ({ factCount, certainCount }) => factCount - certainCount,
);
number(
  'undatedCount',
  'How many have no date that tells a year; any of them may be earlier than the first or later than the last.',
  ({ extent }) => extent.undated,
);
plain(
  FlowNode,
  'firstYear',
  () => YearBoundsValue,
  { description: 'When the first of the dated facts began; null where none is dated.', nullable: true },
  ({ flow }) => flow.extent.first,
);
plain(
  FlowNode,
  'lastYear',
  () => YearBoundsValue,
  { description: 'When the last of the dated facts ended; null where none is dated.', nullable: true },
  ({ flow }) => flow.extent.last,
);
plain(
  FlowNode,
  'goesOn',
  () => Boolean,
  { description: 'Whether a fact has an open end: it goes on, as far as its source says.' },
  ({ flow }) => flow.extent.goesOn,
);

type Listed = (node: FlowNode, args: PageArgs) => Connection | Promise<Connection>;

function list(name: string, type: ConnectionClass, description: string, connection: Listed): void {
  const options = { description, args: PageArgs, complexity: connectionComplexity };
  resolved<FlowNode, PageArgs>(FlowNode, name, () => type, options, connection);
}

list('facts', FlowFactConnection, 'Its facts, by time.', ({ flow, asked, loaders }, args) =>
  connectComputed(FlowFactConnection, args, {
    order: 'TIME',
    places: /^\d{34}\|\S+$/,
    loaders,
    items: flow.facts(),
    placeOf: ({ fact }) => fact.order,
    present: ({ fact }) => new FlowFactNode(fact.key, flow, asked, loaders),
  }),
);
list(
  'techniques',
  FlowTechniqueConnection,
  'The techniques that it is about, those of most facts first.',
  async ({ flow, loaders }, args) =>
    connectComputed(FlowTechniqueConnection, args, {
      order: 'MOST_FACTS',
      places: /^\d{7} \S+$/,
      loaders,
      items: await flow.techniques(loaders.pace),
      placeOf: techniquePlace,
      present: ({ technique, factCount }) => new FlowTechniqueNode(technique, factCount, loaders),
    }),
);
list(
  'people',
  FlowPersonConnection,
  'The people with a name on either side, each once, by key. `totalCount` says how many are known by name; those in `groups` are not among them.',
  async ({ flow, loaders }, args) =>
    connectComputed(FlowPersonConnection, args, {
      order: 'KEY',
      places: /^\S+$/,
      loaders,
      items: await flow.people(loaders.pace),
      placeOf: ({ person }) => person,
      present: ({ person, sides }) => new FlowPersonNode(person, sides, loaders),
    }),
);
list(
  'groups',
  FlowGroupConnection,
  'Unnamed people on either side, as each fact reports them, by time. They are not added up.',
  async ({ flow, loaders }, args) =>
    connectComputed(FlowGroupConnection, args, {
      order: 'TIME',
      places: /^\d{34}\|\S+ \d{6}$/,
      loaders,
      items: await flow.groups(loaders.pace),
      placeOf: ({ fact, place }) => `${fact.order} ${String(place).padStart(6, '0')}`,
      present: (reported) => new FlowGroupNode(reported, loaders),
    }),
);

/** Flows, page by page. */
export const FlowConnection = connectionType('Flow', () => FlowNode);

/** Flows of which a side is not known. */
export const IncompleteFlowConnection = connectionType('IncompleteFlow', () => FlowNode);

/** What a list of flows says of the whole. */
export interface FlowsAbout {
  answer: Cooperation;
  asked: FlowAsked;
  loaders: Loaders;
}

/** The list of these flows. */
export function connectFlows(
  type: ConnectionClass,
  args: PageArgs,
  flows: readonly Flow[],
  about: FlowsAbout,
): Connection {
  const { asked, loaders } = about;
  return connectComputed(type, args, {
    order: 'MOST_FACTS',
    places: /^\d{7} \S* \S* (UN)?DIRECTED$/,
    loaders,
    items: flows,
    placeOf: ({ place }) => place,
    present: (flow) => new FlowNode(flow, asked, loaders),
    about,
  });
}

const total = (name: string, description: string, read: (answer: Cooperation) => number) =>
  plain(
    FlowConnection,
    name,
    () => Int,
    { description },
    ({ about }) => read((about as FlowsAbout).answer),
  );

total('factCount', 'How many facts are in these flows, each counted once.', ({ factCount }) => factCount);
total('inSeveralCount', 'How many of them are in more than one flow.', ({ severalCount }) => severalCount);
total(
  'placementCount',
  'The facts of all flows added up: a fact with several origins or destinations is in the flow of each.',
  ({ placementCount }) => placementCount,
);
total(
  'unknownOriginCount',
  'Facts that are in no flow, since nobody knows where they come from.',
  ({ unknown }) => unknown.origin,
);
total(
  'unknownDestinationCount',
  'Facts that are in no flow, since nobody knows where they go.',
  ({ unknown }) => unknown.destination,
);
total(
  'unknownPartnerCount',
  'Undirected facts that are in no flow, since only one party is known.',
  ({ unknown }) => unknown.partner,
);
total(
  'unknownSidesCount',
  'Facts that are in no flow, since no side is known.',
  ({ unknown }) => unknown.everybody,
);
total(
  'domesticLeftOutCount',
  'Facts that run within one and the same, where `domestic` leaves these out.',
  ({ domesticLeftOutCount }) => domesticLeftOutCount,
);
resolved<Connection, PageArgs>(
  FlowConnection,
  'incomplete',
  () => IncompleteFlowConnection,
  {
    description:
      'The facts that are in no flow, since a side is not known, by the side that is: flows of which `from` or `to` is null.',
    args: PageArgs,
    complexity: connectionComplexity,
  },
  ({ about }, args) => {
    const flows = about as FlowsAbout;
    return connectFlows(IncompleteFlowConnection, args, flows.answer.incomplete, flows);
  },
);
cutField(
  FlowConnection,
  'Why the answer is not whole; null where it is. Facts are read by time, so that the latest are missing.',
  ({ about }) => (about as FlowsAbout).answer.cut,
);
