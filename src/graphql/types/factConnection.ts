import type { FactFilter, FactOrder, ParticipantCondition } from '../../store/port.js';
import type { FactStatus, Modality } from '../../ontology/index.js';
import type { Context } from '../context.js';
import type { Loaders } from '../loaders.js';
import type { Ordering } from '../paging.js';
import { USUAL_FACTS } from '../../traversals/index.js';
import { FactFilterInput } from './arguments.js';
import type { FactListArgs } from './arguments.js';
import type { EntityNode } from './entity.js';
import { standpointOf, timeCondition } from './standpoint.js';
import { connect, connectionType, leansOnFacts, orderingOf } from './connection.js';
import type { Connection, ConnectionClass } from './connection.js';
import { FactNode } from './fact.js';
import { factNode } from './present.js';

/** A list of facts of any kind. */
export const FactConnection = connectionType('Fact', () => FactNode);

/** What a field itself demands of its facts, beside what the client asks. */
export interface FactScope {
  kinds?: readonly string[];
  sources?: readonly string[];
  participants?: readonly ParticipantCondition[];
}

/** The filter that a client’s arguments and a field’s scope make together. Refuses a bad time with BAD_TIME. */
export function factFilter(
  { filter, time }: Pick<FactListArgs, 'filter' | 'time'>,
  scope: FactScope,
): FactFilter {
  const { statuses, modalities, negated, sources: asked } = filter ?? new FactFilterInput();
  const sources = both(asked, scope.sources);
  return {
    ...(scope.kinds === undefined ? {} : { kinds: scope.kinds }),
    ...(scope.participants === undefined ? {} : { participants: scope.participants }),
    ...(sources === undefined ? {} : { sources }),
    statuses: (statuses ?? USUAL_FACTS.statuses) as FactStatus[],
    modalities: (modalities ?? USUAL_FACTS.modalities) as Modality[],
    ...(negated == null ? {} : { negated }),
    ...(time == null ? {} : { time: timeCondition(time) }),
  };
}

/** What stands in both lists; a list that is left out holds everything. */
export function both<T>(
  a: readonly T[] | null | undefined,
  b: readonly T[] | undefined,
): readonly T[] | undefined {
  if (a == null) return b;
  return b === undefined ? a : a.filter((each) => b.includes(each));
}

/** The order that a client asks for; by time when it leaves that open. */
export function factOrdering({ order }: FactListArgs): Ordering<FactOrder> {
  return orderingOf(order ?? 'TIME');
}

/** All facts that fit. `within` are the loaders of the value that the list belongs to. */
export async function factConnection(
  context: Context,
  args: FactListArgs,
  scope: FactScope,
  within?: Loaders,
): Promise<Connection> {
  const filter = factFilter(args, scope);
  const loaders = await context.loaders(standpointOf(args, within), within);
  return connect(FactConnection, args, {
    ordering: factOrdering(args),
    knownIn: loaders.view.knownIn,
    loaders,
    leansOn: leansOnFacts((scope.participants ?? []).flatMap(({ entities }) => entities)),
    load: (page) => loaders.view.findFacts(filter, page),
    count: () => loaders.view.countFacts(filter),
    present: (record) => factNode(record, loaders),
  });
}

/** The facts in which an entity plays one of the roles, batched with the same question about other entities. */
export async function factsOfConnection(
  type: ConnectionClass,
  context: Context,
  args: FactListArgs,
  parent: EntityNode,
  roles: readonly string[] | undefined,
  scope: FactScope,
): Promise<Connection> {
  const question = { filter: factFilter(args, scope), ...(roles === undefined ? {} : { roles }) };
  const loaders = await context.loaders(standpointOf(args, parent.loaders), parent.loaders);
  return connect(type, args, {
    ordering: factOrdering(args),
    knownIn: loaders.view.knownIn,
    loaders,
    leansOn: leansOnFacts([parent.key]),
    load: (page) => loaders.factsOf({ ...question, page }, parent.key),
    count: () => loaders.countFactsOf(question, parent.key),
    present: (record) => factNode(record, loaders),
  });
}
