import { setImmediate } from 'node:timers/promises';
import type { Verdict } from './identity.js';

/** What a question may treat as one. */
export const IDENTITIES = {
  STRICT: 'Nothing: every key stands for itself, as its sources speak of it.',
  JUDGED: 'What was judged the SAME.',
  PROBABLE: 'Also what was judged UNSURE, unless it would make one of what was judged DIFFERENT.',
} as const;

export type Identity = keyof typeof IDENTITIES;

/** The most keys that may be judged one. */
export const CLUSTER_MAXIMUM = 200;

/** What a judgement says, without who says so and why. */
export interface Judged {
  readonly key: string;
  readonly entities: readonly [string, string];
  readonly verdict: Verdict;
}

/** When a judgement was made, and when it was dropped, if it was. */
interface Spoken {
  readonly recordedIn: number;
  readonly droppedIn?: number;
}

/** Whether a judgement stood after a changeset. */
export function standsIn({ recordedIn, droppedIn = Infinity }: Spoken, knownIn: number): boolean {
  return recordedIn <= knownIn && knownIn < droppedIn;
}

interface Cluster {
  /** Sorted; the first one stands for all of them. */
  readonly members: readonly string[];
  /** The keys, sorted, of the judgements that make them one. */
  readonly judgements: readonly string[];
}

/** Which keys are one. A key of which nothing was judged is a cluster by itself. */
export class Clusters {
  static readonly NONE = new Clusters(new Map());

  /** Only clusters of several keys, by each of their keys. */
  constructor(private readonly clusters: ReadonlyMap<string, Cluster>) {}

  get isEmpty(): boolean {
    return this.clusters.size === 0;
  }

  /** Every key that is one with another. */
  get keys(): Iterable<string> {
    return this.clusters.keys();
  }

  /** The key that stands for a key and all that are one with it: the first of them by code unit. */
  canonical(key: string): string {
    return this.clusters.get(key)?.members[0] ?? key;
  }

  /** All keys that are one with a key, itself among them, sorted. */
  members(key: string): readonly string[] {
    return this.clusters.get(key)?.members ?? [key];
  }

  /** Whether the key is one with another. */
  has(key: string): boolean {
    return this.clusters.has(key);
  }

  /** The keys, sorted, of the judgements by which a key is one with others. */
  judgements(key: string): readonly string[] {
    return this.clusters.get(key)?.judgements ?? [];
  }

  /** The keys that stand for these and all that are one with them, each once, in the order in which they come first. */
  canonicals(keys: readonly string[]): string[] {
    return [...new Set(keys.map((key) => this.canonical(key)))];
  }

  /** These keys and all that are one with any of them, each once. */
  widened(keys: readonly string[]): readonly string[] {
    if (!keys.some((key) => this.has(key))) return keys;
    return [...new Set(keys.flatMap((key) => this.members(key)))];
  }
}

const AT_ONCE = 2_000;

/**
 * The clusters that judgements make which stand together. SAME is an equivalence, and DIFFERENT forbids; where UNSURE
 * joins too, it joins by key, as long as nothing that is DIFFERENT becomes one and no cluster grows beyond its maximum.
 */
export async function clustersOf(
  judgements: Iterable<Judged>,
  identity: Exclude<Identity, 'STRICT'>,
): Promise<Clusters> {
  const all = [...judgements];
  const of = (verdict: Verdict) => all.filter((each) => each.verdict === verdict);
  const joining = [...of('SAME'), ...(identity === 'PROBABLE' ? sortedByKey(of('UNSURE')) : [])];
  const groups = new Groups();
  for (const { entities } of of('DIFFERENT')) groups.part(...entities);
  const joined: Judged[] = [];
  for await (const some of inPortions(joining)) {
    joined.push(...some.filter(({ entities }) => groups.join(...entities)));
  }
  return await groups.clusters(joined);
}

/** Portion by portion, with room for others between them. */
async function* inPortions<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    yield items.slice(start, start + AT_ONCE);
    await setImmediate();
  }
}

function sortedByKey(judgements: Iterable<Judged>): Judged[] {
  return [...judgements].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Keys in groups that grow together, unless they are to stay apart. */
class Groups {
  private readonly groups = new Map<string, string[]>();
  /** For each group, by the list that it is, those keys that are in none of its size. */
  private readonly apart = new Map<string[], Set<string>>();

  private of(key: string): string[] {
    const group = this.groups.get(key) ?? [key];
    this.groups.set(key, group);
    return group;
  }

  part(one: string, other: string): void {
    this.apartOf(this.of(one)).add(other);
    this.apartOf(this.of(other)).add(one);
  }

  private apartOf(group: string[]): Set<string> {
    const apart = this.apart.get(group) ?? new Set();
    this.apart.set(group, apart);
    return apart;
  }

  /** Whether the two are in one group now. */
  join(one: string, other: string): boolean {
    const [a, b] = [this.of(one), this.of(other)];
    if (a === b) return true;
    const [small, large] = a.length < b.length ? [a, b] : [b, a];
    const apart = this.apartOf(large);
    if (small.length + large.length > CLUSTER_MAXIMUM || small.some((key) => apart.has(key))) return false;
    for (const key of small) {
      large.push(key);
      this.groups.set(key, large);
    }
    for (const key of this.apartOf(small)) apart.add(key);
    this.apart.delete(small);
    return true;
  }

  async clusters(joined: readonly Judged[]): Promise<Clusters> {
    const judgements = new Map<string[], string[]>();
    for await (const some of inPortions(joined)) {
      for (const { key, entities } of some) {
        const group = this.of(entities[0]);
        const keys = judgements.get(group) ?? [];
        keys.push(key);
        judgements.set(group, keys);
      }
    }
    const clusters = new Map<string, Cluster>();
    for await (const some of inPortions([...judgements])) {
      for (const [group, keys] of some) {
        const cluster = { members: group.sort(), judgements: keys.sort() };
        for (const key of group) clusters.set(key, cluster);
      }
    }
    return new Clusters(clusters);
  }
}

/** What two judgements and those between them cannot all mean. */
export interface Contradiction {
  readonly different: Judged;
  /** Judgements SAME that lead from the one entity to the other, the fewest that do. */
  readonly chain: readonly Judged[];
  /** For each of the chain the keys of others that say the same of the same two. */
  readonly alike: readonly (readonly string[])[];
}

/** Every judgement DIFFERENT on two that the others make one, by key. */
export function contradictionsIn(unsorted: readonly Judged[]): Contradiction[] {
  const judgements = sortedByKey(unsorted);
  const same = new Map<string, Judged[]>();
  for (const each of judgements) {
    if (each.verdict !== 'SAME') continue;
    for (const entity of each.entities) same.set(entity, [...(same.get(entity) ?? []), each]);
  }
  return judgements
    .filter(({ verdict }) => verdict === 'DIFFERENT')
    .flatMap((different) => {
      const chain = chainBetween(...different.entities, same);
      if (chain === null) return [];
      return [{ different, chain, alike: chain.map((link) => keysAlike(link, same)) }];
    });
}

function keysAlike(
  { key, entities: [a, b] }: Judged,
  same: ReadonlyMap<string, readonly Judged[]>,
): string[] {
  const alike = (same.get(a) ?? []).filter((other) => other.key !== key && other.entities.includes(b));
  return alike.map((other) => other.key);
}

/** The fewest judgements that lead from one entity to another; null where none do. */
function chainBetween(
  from: string,
  to: string,
  same: ReadonlyMap<string, readonly Judged[]>,
): Judged[] | null {
  const ways = new Map<string, readonly Judged[]>([[from, []]]);
  for (const [at, way] of ways) {
    if (at === to) return [...way];
    for (const judgement of same.get(at) ?? []) {
      const [one, other] = judgement.entities;
      const next = one === at ? other : one;
      if (!ways.has(next)) ways.set(next, [...way, judgement]);
    }
  }
  return null;
}
