import type { EntityRecord } from '../../../ontology/index.js';
import { decodePage, decodePages } from '../../decode.js';
import { EMPTY_PAGE } from '../../pages.js';
import type { EntityFilter, EntityOrder, LinkFilter, Page, Parent, Slice } from '../../port.js';
import type { Executor } from '../executor.js';
import { EDGE, LABEL } from '../vocabulary.js';
import type { Vocabulary } from '../vocabulary.js';
import { entityConditions, kindsOf } from './conditions.js';
import { countOf, countsOf, fewest } from './counts.js';
import { pageOf, pagesOf } from './pages.js';
import { startAtEntity, startAtKey, startAtLabel, startAtOwnNode } from './streams.js';
import type { Start } from './streams.js';

/** Where the entities of a filter are looked for, and what is still to be asked of each. */
interface Way {
  start: Start;
  /** The values to start from; undefined where the start is a label. */
  keys?: readonly string[];
  rest: EntityFilter;
}

/** Questions about entities, as the port asks them. */
export class EntitySearch {
  constructor(
    private readonly executor: Executor,
    private readonly vocabulary: Vocabulary,
  ) {}

  async find(filter: EntityFilter, page: Page<EntityOrder>): Promise<Slice<EntityRecord>> {
    const { start, keys, rest } = await this.wayOf(filter);
    const conditions = entityConditions(rest, this.vocabulary);
    const { executor } = this;
    const [found = EMPTY_PAGE] =
      keys === undefined
        ? [await pageOf(executor, start, conditions, page)]
        : await pagesOf(executor, start, [keys], conditions, page);
    return await decodePage(found, executor.demand);
  }

  async count(filter: EntityFilter): Promise<number> {
    const { start, keys, rest } = await this.wayOf(filter);
    const conditions = entityConditions(rest, this.vocabulary);
    if (keys === undefined) return await countOf(this.executor, start, conditions);
    const [count] = await countsOf(this.executor, start, [keys], conditions);
    return count ?? 0;
  }

  async linkedTo(
    parents: readonly Parent[],
    { relation, ...filter }: LinkFilter,
    page: Page<EntityOrder>,
  ): Promise<Slice<EntityRecord>[]> {
    const conditions = entityConditions(filter, this.vocabulary);
    const pages = await pagesOf(this.executor, this.startAtRelation(relation), parents, conditions, page);
    return await decodePages(pages, this.executor.demand);
  }

  async countLinkedTo(parents: readonly Parent[], { relation, ...filter }: LinkFilter): Promise<number[]> {
    const conditions = entityConditions(filter, this.vocabulary);
    return await countsOf(this.executor, this.startAtRelation(relation), parents, conditions);
  }

  private startAtRelation(relation: string): Start {
    const types = this.vocabulary.relations.filter((known) => known === relation);
    return startAtKey(types, LABEL.entity, 'nameOrder');
  }

  /** Few entities share an external id or a name; many may cite a source. */
  private async wayOf(filter: EntityFilter): Promise<Way> {
    const { keys, externalIds, nameKeys, words = [], sources, kinds, ...none } = filter;
    if (keys !== undefined) return { start: startAtEntity(), keys, rest: without(filter, 'keys') };
    if (externalIds !== undefined) {
      return { start: startAtOwnNode('externalId'), keys: externalIds, rest: without(filter, 'externalIds') };
    }
    if (nameKeys !== undefined) {
      return { start: startAtOwnNode('nameKey'), keys: nameKeys, rest: without(filter, 'nameKeys') };
    }
    const rarest = words[await fewest(this.executor, LABEL.word, words)];
    if (rarest !== undefined) {
      const start = startAtKey([EDGE.hasWord], LABEL.word, 'nameOrder');
      return { start, keys: rarest, rest: { ...filter, words: words.filter((some) => some !== rarest) } };
    }
    if (sources !== undefined) {
      const start = startAtKey([EDGE.cites], LABEL.source, 'nameOrder');
      return { start, keys: sources, rest: without(filter, 'sources') };
    }
    const labels = kinds === undefined ? undefined : kindsOf(kinds, this.vocabulary.entityKinds);
    return { start: startAtLabel(LABEL.entity, labels), rest: none };
  }
}

function without(filter: EntityFilter, name: keyof EntityFilter): EntityFilter {
  const { [name]: _asked, ...rest } = filter;
  return rest;
}
