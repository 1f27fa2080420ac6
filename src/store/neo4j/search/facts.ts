import type { FactRecord } from '../../../ontology/index.js';
import { decodePage, decodePages, keysOf } from '../../decode.js';
import type { FoundPage } from '../../decode.js';
import { EMPTY_PAGE } from '../../pages.js';
import type { FactFilter, FactOrder, Page, Parent, ParticipantCondition, Slice } from '../../port.js';
import type { Executor } from '../executor.js';
import { EDGE, LABEL } from '../vocabulary.js';
import type { Vocabulary } from '../vocabulary.js';
import { factConditions, kindsOf, roleTypes } from './conditions.js';
import type { Conditions } from './conditions.js';
import { countOf, countsOf, fewest } from './counts.js';
import { pageOf, pagesOf } from './pages.js';
import type { AnyPage } from './pages.js';
import { pagesByRoles } from './roles.js';
import { startAtKey, startAtLabel, startAtWord } from './streams.js';

/** Questions about facts, as the port asks them. */
export class FactSearch {
  constructor(
    private readonly executor: Executor,
    private readonly vocabulary: Vocabulary,
  ) {}

  async find(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<FactRecord>> {
    return await decodePage(await this.page(filter, page), this.executor.demand);
  }

  async findKeys(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<string>> {
    return keysOf(await this.page(filter, { ...page, keysOnly: true }));
  }

  async count(filter: FactFilter): Promise<number> {
    const { executor, vocabulary } = this;
    const worded = await this.startAtWords(filter);
    if (worded !== null) {
      const [count] = await countsOf(executor, WORDED, [worded.words], worded.conditions);
      return count ?? 0;
    }
    const narrowest = await this.narrowest(filter.participants);
    if (narrowest !== undefined) {
      const { entities, roles } = narrowest;
      const [count] = await this.counts([entities], roles, without(filter, narrowest));
      return count ?? 0;
    }
    const { sources, kinds, ...rest } = filter;
    if (sources !== undefined) {
      const conditions = factConditions(kinds === undefined ? rest : { ...rest, kinds }, vocabulary);
      const [count] = await countsOf(executor, CITING, [sources], conditions);
      return count ?? 0;
    }
    return await countOf(executor, this.startAtKinds(kinds), factConditions(rest, vocabulary));
  }

  async of(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
    page: Page<FactOrder>,
  ): Promise<Slice<FactRecord>[]> {
    const single = asParticipant(parents, roles, filter);
    const pages =
      single === null ? await this.pages(parents, roles, filter, page) : [await this.page(single, page)];
    return await decodePages(pages, this.executor.demand);
  }

  async countOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
  ): Promise<number[]> {
    const single = asParticipant(parents, roles, filter);
    return single === null ? await this.counts(parents, roles, filter) : [await this.count(single)];
  }

  private async page(filter: FactFilter, page: AnyPage): Promise<FoundPage> {
    const { executor, vocabulary } = this;
    const worded = await this.startAtWords(filter);
    if (worded !== null) {
      const [found] = await pagesOf(executor, WORDED, [worded.words], worded.conditions, page);
      return found ?? EMPTY_PAGE;
    }
    const narrowest = await this.narrowest(filter.participants);
    if (narrowest !== undefined) {
      const { entities, roles } = narrowest;
      const [found] = await this.pages([entities], roles, without(filter, narrowest), page);
      return found ?? EMPTY_PAGE;
    }
    const { sources, kinds, ...rest } = filter;
    if (sources !== undefined) {
      const conditions = factConditions(kinds === undefined ? rest : { ...rest, kinds }, vocabulary);
      const [found] = await pagesOf(executor, CITING, [sources], conditions, page);
      return found ?? EMPTY_PAGE;
    }
    return await pageOf(executor, this.startAtKinds(kinds), factConditions(rest, vocabulary), page);
  }

  private async pages(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
    page: AnyPage,
  ): Promise<FoundPage[]> {
    const conditions = factConditions(filter, this.vocabulary);
    return await pagesByRoles(this.executor, roleTypes(roles, this.vocabulary), parents, conditions, page);
  }

  private async counts(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
  ): Promise<number[]> {
    const start = startAtKey(roleTypes(roles, this.vocabulary), LABEL.entity, 'timeOrder');
    return await countsOf(this.executor, start, parents, factConditions(filter, this.vocabulary));
  }

  /** The rarest of the words that are asked for, and what is still to be asked. */
  private async startAtWords(
    filter: FactFilter,
  ): Promise<{ words: readonly string[]; conditions: Conditions | null } | null> {
    const { words = [], ...rest } = filter;
    const rarest = words[await fewest(this.executor, LABEL.factWord, words)];
    if (rarest === undefined) return null;
    const others = words.filter((some) => some !== rarest);
    return { words: rarest, conditions: factConditions({ ...rest, words: others }, this.vocabulary) };
  }

  private startAtKinds(kinds: readonly string[] | undefined) {
    const known = kinds === undefined ? undefined : kindsOf(kinds, this.vocabulary.factKinds);
    return startAtLabel(LABEL.fact, known);
  }

  /** The condition whose entities have the fewest relationships: a doctor rather than the country. */
  private async narrowest(
    conditions: readonly ParticipantCondition[] = [],
  ): Promise<ParticipantCondition | undefined> {
    const lists = conditions.map(({ entities }) => entities);
    return conditions[await fewest(this.executor, LABEL.entity, lists)];
  }
}

const CITING = startAtKey([EDGE.cites], LABEL.source, 'timeOrder');
const WORDED = startAtWord(LABEL.factWord);

function without(filter: FactFilter, condition: ParticipantCondition): FactFilter {
  const { participants = [] } = filter;
  return { ...filter, participants: participants.filter((one) => one !== condition) };
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
