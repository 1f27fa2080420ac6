import type { FactRecord } from '../../ontology/index.js';
import { pagesOf } from '../../store/pages.js';
import type { FactFilter } from '../../store/port.js';
import { addTo } from '../../store/grouping.js';
import { ahead } from './ahead.js';
import { FACTS_READ_MAXIMUM } from './bounds.js';
import type { Cut } from './bounds.js';
import type { View } from './view.js';

/** An entity with facts in which it takes part. */
export interface EntityFacts {
  entity: string;
  facts: readonly FactRecord[];
}

/** In one call, so many facts: what comes back is read in a few milliseconds. */
const FACTS_AT_ONCE = 500;
const FIRST_FACTS = { order: 'TIME', descending: false, limit: FACTS_AT_ONCE } as const;

/** So many entities are looked for at once, and so many keys come at a time: the lists of many are sorted anew for each. */
const ENTITIES_AT_ONCE = 500;
const FIRST_KEYS = { order: 'TIME', descending: false, limit: 10_000 } as const;

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

  /** All facts that fit, by time, in portions; where the bound is reached, the rest is left out. */
  async *facts(filter: FactFilter): AsyncGenerator<readonly FactRecord[]> {
    if (this.leftOut) return;
    for await (const facts of ahead(this.portions(filter))) {
      // Counted when it is taken, not when it comes: what is left for others must not hang on who is faster.
      const taken = facts.slice(0, this.left);
      this.leftOut ||= taken.length < facts.length;
      this.read += taken.length;
      this.view.meetFacts(taken);
      if (taken.length > 0) yield taken;
      if (this.leftOut) return;
    }
  }

  /**
   * All facts in which the entities play one of the roles (any role where left out). They come in portions, by time for
   * some hundred entities after the other; where the bound is reached, the rest is left out.
   */
  async *factsOf(
    entities: readonly string[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
  ): AsyncGenerator<EntityFacts[]> {
    for (let start = 0; start < entities.length; start += ENTITIES_AT_ONCE) {
      const some = new Set(entities.slice(start, start + ENTITIES_AT_ONCE));
      const playing = { entities: [...some], ...(roles === undefined ? {} : { roles }) };
      const participants = [playing, ...(filter.participants ?? [])];
      for await (const facts of this.facts({ ...filter, participants }))
        yield factsByEntity(facts, some, roles);
    }
  }

  /** Runs along the order of the store. Where that is merged of several lists, their keys are merged once for many portions. */
  private async *portions(filter: FactFilter): AsyncGenerator<FactRecord[]> {
    // What is asked for ahead may come in vain, and an answer does not lean on it.
    const view = this.view.unnoted;
    if (filter.participants === undefined || filter.participants.length === 0) {
      for await (const facts of pagesOf((page) => view.findFacts(filter, page), FIRST_FACTS)) yield facts;
      return;
    }
    for await (const keys of pagesOf((page) => view.findFactKeys(filter, page), FIRST_KEYS)) {
      for (let start = 0; start < keys.length; start += FACTS_AT_ONCE) {
        const facts = await view.facts(keys.slice(start, start + FACTS_AT_ONCE));
        yield facts.filter((fact) => fact !== null);
      }
    }
  }
}

function factsByEntity(
  facts: readonly FactRecord[],
  entities: ReadonlySet<string>,
  roles: readonly string[] | undefined,
): EntityFacts[] {
  const found = new Map<string, FactRecord[]>();
  for (const fact of facts) {
    const players = fact.participants.flatMap(({ role, entity }) =>
      entity !== undefined && (roles === undefined || roles.includes(role)) ? [entity] : [],
    );
    for (const player of new Set(players)) if (entities.has(player)) addTo(found, player, fact);
  }
  return [...found].map(([entity, of]) => ({ entity, facts: of }));
}
