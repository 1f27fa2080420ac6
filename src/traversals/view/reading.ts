import type { FactRecord } from '../../ontology/index.js';
import type { FactFilter, Page } from '../../store/port.js';
import { FACTS_READ_MAXIMUM } from './bounds.js';
import type { Cut } from './bounds.js';
import type { View } from './view.js';

/** An entity with facts in which it takes part. */
export interface EntityFacts {
  entity: string;
  facts: readonly FactRecord[];
}

/** In one call, so many entities and so many facts of each: what comes back is read in a few milliseconds. */
const ENTITIES_AT_ONCE = 50;
const FACTS_AT_ONCE = 40;

/** Of one list; what comes back then is read as quickly. */
const PAGE = 400;

/** Costs a store about half as much as by key where an entity has many facts. */
const BY_TIME = { order: 'TIME', descending: false } as const;

/** What one question reads of a view: counted, and no more than it may. */
export class Reading {
  private read = 0;
  private leftOut = false;

  constructor(
    readonly view: View,
    private readonly maximum = FACTS_READ_MAXIMUM,
  ) {}

  /** The bound, once something was left out because of it; from then on nothing more is read. */
  get cut(): Cut | null {
    return this.leftOut ? { bound: 'FACTS_READ', maximum: this.maximum } : null;
  }

  /** How many facts may still be read. */
  get left(): number {
    return this.maximum - this.read;
  }

  /**
   * All facts in which the entities play one of the roles (any role where left out), each entity's by time. They
   * come in portions, and those of an entity with many in several; where the bound is reached, the rest is left out.
   */
  async *factsOf(
    entities: readonly string[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
  ): AsyncGenerator<EntityFacts[]> {
    for (let start = 0; start < entities.length; start += ENTITIES_AT_ONCE) {
      const some = entities.slice(start, start + ENTITIES_AT_ONCE);
      const more: { entity: string; after: string }[] = [];
      if (this.isSpent()) return;
      const page = { ...BY_TIME, limit: Math.min(FACTS_AT_ONCE, this.left) };
      const slices = await this.view.factsOf(
        some.map((key) => [key]),
        roles,
        filter,
        page,
      );
      const portion: EntityFacts[] = [];
      slices.forEach(({ items, hasMore }, index) => {
        const entity = some[index] ?? '';
        const taken = items.slice(0, this.left);
        if (taken.length < items.length) this.leftOut = true;
        this.read += taken.length;
        portion.push({ entity, facts: taken.map(({ item }) => item) });
        const last = taken.at(-1);
        if (hasMore && last !== undefined) more.push({ entity, after: last.orderKey });
      });
      yield portion;
      for (const { entity, after } of more) yield* this.rest(entity, roles, filter, after);
    }
  }

  /** All facts that fit, by time, in portions; where the bound is reached, the rest is left out. */
  async *facts(filter: FactFilter): AsyncGenerator<readonly FactRecord[]> {
    let page: Page<'TIME'> = { ...BY_TIME, limit: PAGE };
    while (!this.isSpent()) {
      const { items, hasMore } = await this.view.findFacts(filter, {
        ...page,
        limit: Math.min(PAGE, this.left),
      });
      this.read += items.length;
      yield items.map(({ item }) => item);
      const last = items.at(-1);
      if (!hasMore || last === undefined) return;
      page = { ...page, after: last.orderKey };
    }
  }

  /** Asked before more is read: when nothing may be, something is left out. */
  private isSpent(): boolean {
    this.leftOut ||= this.left <= 0;
    return this.leftOut;
  }

  private async *rest(
    entity: string,
    roles: readonly string[] | undefined,
    filter: FactFilter,
    from: string,
  ): AsyncGenerator<EntityFacts[]> {
    let after = from;
    while (!this.isSpent()) {
      const page = { ...BY_TIME, limit: Math.min(PAGE, this.left), after };
      const [slice] = await this.view.factsOf([[entity]], roles, filter, page);
      const last = slice?.items.at(-1);
      if (slice === undefined || last === undefined) return;
      this.read += slice.items.length;
      yield [{ entity, facts: slice.items.map(({ item }) => item) }];
      if (!slice.hasMore) return;
      after = last.orderKey;
    }
  }
}
