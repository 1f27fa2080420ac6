import { setImmediate } from 'node:timers/promises';
import { clustersOf, standsIn } from '../../../ontology/index.js';
import type { Clusters, Identity, Judged, JudgementRecord } from '../../../ontology/index.js';
import { FIRST_BY_KEY, pagesOf } from '../../../store/pages.js';
import type { Store } from '../../../store/port.js';
import { addTo } from '../../../store/grouping.js';

/** So many states of the judgements are kept at hand: the present one, and some that are asked about again and again. */
const STATES_MAXIMUM = 8;

type KeptJudgement = Judged & Pick<JudgementRecord, 'recordedIn' | 'droppedIn'>;

/**
 * All judgements of a store, shared by all questions: read once, and after that only what changed. What is kept is never
 * stale, for every question says up to which changeset it must know them, and what was judged by then changes no more;
 * unless the store was put back to an earlier state, and then all is read anew.
 */
export class Judgements {
  private kept: KeptJudgements;
  /** The store of which they are; see `Horizon`. */
  private keptOf = 0;

  constructor(private readonly store: Store) {
    this.kept = new KeptJudgements(store);
  }

  /** The judgements that stood after a changeset, which must have landed. */
  async knownIn(changeset: number): Promise<KnownJudgements> {
    const horizon = this.store.horizon?.();
    if (horizon !== undefined && horizon.store !== this.keptOf) {
      this.keptOf = horizon.store;
      this.kept = new KeptJudgements(this.store);
    }
    // A question that began before the store was put back may be about what has not landed in the present one.
    const isAhead = horizon !== undefined && changeset > horizon.changeset;
    return await (isAhead ? new KeptJudgements(this.store) : this.kept).knownIn(changeset);
  }
}

/** Those of a store that was never put back. */
class KeptJudgements {
  private readonly kept = new Map<string, KeptJudgement>();
  /** The changesets, ascending, by which any judgement was made or dropped, as far as they are known. */
  private changes: readonly number[] = [];
  private upTo = 0;
  private reading: Promise<void> | undefined;
  private readonly states = new Map<number, KnownJudgements>();

  constructor(private readonly store: Store) {}

  /** The judgements that stood after a changeset, which must have landed. */
  async knownIn(changeset: number): Promise<KnownJudgements> {
    while (this.upTo < changeset) {
      this.reading ??= this.readUpTo(changeset).finally(() => (this.reading = undefined));
      await this.reading;
    }
    return this.state(changeset);
  }

  private async readUpTo(changeset: number): Promise<void> {
    for await (const page of pagesOf((each) => this.store.judgementsSince(this.upTo, each), FIRST_BY_KEY)) {
      for (const judgement of page) this.kept.set(judgement.key, shortened(judgement));
      this.changes = changesWith(this.changes, page);
    }
    // What was read may be of later changesets too; it is read again when one of these is asked about.
    this.upTo = changeset;
  }

  private state(changeset: number): KnownJudgements {
    const last = this.changes.findLast((number) => number <= changeset) ?? 0;
    const known = this.states.get(last) ?? new KnownJudgements(this.standing(last));
    this.states.delete(last);
    this.states.set(last, known);
    const [oldest] = this.states.keys();
    if (this.states.size > STATES_MAXIMUM && oldest !== undefined) this.states.delete(oldest);
    return known;
  }

  private standing(changeset: number): Judged[] {
    return [...this.kept.values()].filter((each) => standsIn(each, changeset));
  }
}

/** The judgements that stood together. */
export class KnownJudgements {
  private readonly clusters = new Map<Identity, Promise<Clusters>>();
  private byEntity: Promise<Map<string, string[]>> | undefined;

  constructor(private readonly standing: readonly Judged[]) {}

  /** What they make one. */
  clustersOf(identity: Exclude<Identity, 'STRICT'>): Promise<Clusters> {
    const clusters = this.clusters.get(identity) ?? clustersOf(this.standing, identity);
    this.clusters.set(identity, clusters);
    return clusters;
  }

  /** The keys, sorted, of those that name one of these entities. */
  async naming(entities: readonly string[]): Promise<string[]> {
    this.byEntity ??= keysByEntity(this.standing);
    const byEntity = await this.byEntity;
    return [...new Set(entities.flatMap((entity) => byEntity.get(entity) ?? []))].sort();
  }
}

/** So many are sorted in without a pause. */
const AT_ONCE = 2_000;

async function keysByEntity(judgements: readonly Judged[]): Promise<Map<string, string[]>> {
  const byEntity = new Map<string, string[]>();
  for (const [place, { key, entities }] of judgements.entries()) {
    for (const entity of entities) addTo(byEntity, entity, key);
    if (place % AT_ONCE === AT_ONCE - 1) await setImmediate();
  }
  return byEntity;
}

function changesWith(earlier: readonly number[], judgements: readonly KeptJudgement[]): number[] {
  const changes = new Set(earlier);
  for (const { recordedIn, droppedIn } of judgements) {
    changes.add(recordedIn);
    if (droppedIn !== undefined) changes.add(droppedIn);
  }
  return [...changes].sort((a, b) => a - b);
}

/** Who judged and why is not needed to resolve it. */
function shortened({ key, entities, verdict, recordedIn, droppedIn }: JudgementRecord): KeptJudgement {
  return { key, entities, verdict, recordedIn, ...(droppedIn === undefined ? {} : { droppedIn }) };
}
