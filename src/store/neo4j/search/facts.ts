import type { FactRecord } from '../../../ontology/index.js';
import type { FactFilter, FactOrder, Page, Parent, ParticipantCondition, Slice } from '../../port.js';
import type { Executor } from '../executor.js';
import { EDGE, LABEL } from '../vocabulary.js';
import type { Vocabulary } from '../vocabulary.js';
import { factConditions, kindsOf, roleTypes } from './conditions.js';
import { countOf, countsOf } from './counts.js';
import { pageOf, pagesOf } from './pages.js';
import { startAtKey, startAtLabel } from './streams.js';
import type { Start } from './streams.js';

/** Where the facts of a filter are looked for, and what is still to be asked of each. */
interface Way {
  start: Start;
  /** The keys to start from; undefined where the start is a label. */
  keys?: Parent;
  rest: FactFilter;
}

/** Questions about facts, as the port asks them. */
export class FactSearch {
  constructor(
    private readonly executor: Executor,
    private readonly vocabulary: Vocabulary,
  ) {}

  async find(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<FactRecord>> {
    const { start, keys, rest } = await this.wayOf(filter);
    const conditions = factConditions(rest, this.vocabulary);
    if (keys === undefined) return await pageOf(this.executor, start, conditions, page);
    const [slice] = await pagesOf<FactRecord>(this.executor, start, [keys], conditions, page);
    return slice ?? { items: [], hasMore: false };
  }

  async count(filter: FactFilter): Promise<number> {
    const { start, keys, rest } = await this.wayOf(filter);
    const conditions = factConditions(rest, this.vocabulary);
    if (keys === undefined) return await countOf(this.executor, start, conditions);
    const [count] = await countsOf(this.executor, start, [keys], conditions);
    return count ?? 0;
  }

  async of(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
    page: Page<FactOrder>,
  ): Promise<Slice<FactRecord>[]> {
    const single = asParticipant(parents, roles, filter);
    if (single !== null) return [await this.find(single, page)];
    const start = this.startAtRoles(roles);
    return await pagesOf(this.executor, start, parents, factConditions(filter, this.vocabulary), page);
  }

  async countOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
  ): Promise<number[]> {
    const single = asParticipant(parents, roles, filter);
    if (single !== null) return [await this.count(single)];
    const start = this.startAtRoles(roles);
    return await countsOf(this.executor, start, parents, factConditions(filter, this.vocabulary));
  }

  private startAtRoles(roles: readonly string[] | undefined): Start {
    return startAtKey(roleTypes(roles, this.vocabulary), LABEL.entity, 'timeOrder');
  }

  private async wayOf(filter: FactFilter): Promise<Way> {
    const { participants = [], sources, kinds } = filter;
    const narrowest = await this.narrowest(participants);
    if (narrowest !== undefined) {
      const others = participants.filter((condition) => condition !== narrowest);
      return {
        start: this.startAtRoles(narrowest.roles),
        keys: narrowest.entities,
        rest: { ...filter, participants: others },
      };
    }
    if (sources !== undefined) {
      const { sources: _asked, ...rest } = filter;
      return { start: startAtKey([EDGE.cites], LABEL.source, 'timeOrder'), keys: sources, rest };
    }
    const { kinds: _asked, ...rest } = filter;
    const labels = kinds === undefined ? undefined : kindsOf(kinds, this.vocabulary.factKinds);
    return { start: startAtLabel(LABEL.fact, labels), rest };
  }

  /** The condition whose entities have the fewest relationships: a doctor rather than the country. */
  private async narrowest(
    conditions: readonly ParticipantCondition[],
  ): Promise<ParticipantCondition | undefined> {
    if (conditions.length < 2) return conditions[0];
    const rows = await this.executor.rows<{ index: number; degree: number }>(
      `UNWIND $parents AS parent
       CALL (parent) {
         UNWIND parent.keys AS key
         MATCH (entity:${LABEL.entity} {key: key})
         RETURN sum(COUNT { (entity)<--() }) AS degree
       }
       RETURN parent.index AS index, degree ORDER BY degree, index LIMIT 1`,
      { parents: conditions.map(({ entities }, index) => ({ index, keys: entities })) },
    );
    return conditions[rows[0]?.index ?? 0];
  }
}

/** The facts of one parent are those in which it takes part, so that the shortest way to them can be chosen. */
function asParticipant(
  parents: readonly Parent[],
  roles: readonly string[] | undefined,
  filter: FactFilter,
): FactFilter | null {
  const [parent] = parents;
  if (parent === undefined || parents.length > 1) return null;
  const condition: ParticipantCondition = { entities: parent, ...(roles === undefined ? {} : { roles }) };
  return { ...filter, participants: [condition, ...(filter.participants ?? [])] };
}
