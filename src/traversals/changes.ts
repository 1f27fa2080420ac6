import { setTimeout as delay } from 'node:timers/promises';
import { ConfrereError } from '../errors.js';
import { isKey, ontology } from '../ontology/index.js';
import type { ChangesetRecord } from '../ontology/index.js';
import type { Arrivals } from '../store/arrivals.js';
import type { ChangePlace, Store } from '../store/port.js';

/** So many records are told of at once; of a changeset with more there are several tellings. */
export const CHANGES_AT_ONCE = 50;

/** How long to wait for a store that is away, in milliseconds. */
const PATIENCE = 1_000;

/** The most keys that one may follow. */
export const FOLLOWED_MAXIMUM = 1_000;

/** What somebody wants to hear of. */
export interface ChangesQuestion {
  /** The number of the last changeset that needs no telling; the newest one when left out. */
  after?: number;
  /** Only records of these kinds: kinds of entities and facts, `Source`, `Judgement`. */
  kinds?: readonly string[];
  /** Only these records, facts in which they take part or which cite them, and judgements on them. */
  keys?: readonly string[];
}

/** Who follows. */
export interface Follower {
  /** Aborted when nobody waits any more. */
  signal: AbortSignal;
  /** Hears of each page of changes that was read, whether any of them is told or not; where it fails, nothing more is. */
  looked?: () => Promise<void>;
}

/** Records that came to their present form with a changeset. */
export interface Change {
  readonly changeset: ChangesetRecord;
  /** Sorted; CHANGES_AT_ONCE at the most. */
  readonly keys: readonly string[];
}

/**
 * What changes from a changeset on, as it lands, until the signal is aborted or `arrivals` end. A record that changes again
 * before it was told of is told of once, with the later changeset. Refuses, with BAD_USER_INPUT or BAD_KEY, a changeset
 * that is not there yet and keys that can be none.
 */
export async function changes(
  store: Store,
  arrivals: Arrivals,
  question: ChangesQuestion,
  follower: Follower,
): Promise<AsyncGenerator<Change, void>> {
  return changesAfter(await firstVersion(store, question), store, arrivals, question, follower);
}

async function* changesAfter(
  first: number,
  store: Store,
  arrivals: Arrivals,
  question: ChangesQuestion,
  { signal, looked }: Follower,
): AsyncGenerator<Change, void> {
  let told = first;
  let place: ChangePlace = { changeset: told + 1, key: '' };
  const follows = following(store, question);
  for (;;) {
    const newest = await arrivals.other(told, signal);
    if (newest === null) return;
    if (newest < told) throw rewound(told, newest);
    try {
      for (;;) {
        // What lands while the store is asked may be seen in part: it is told of next time, whole.
        const places = (await store.changesAfter(place, CHANGES_AT_ONCE)).filter(
          ({ changeset }) => changeset <= newest,
        );
        if (places.length === 0 || signal.aborted) break;
        await looked?.();
        for (const { changeset, keys } of byChangeset(places)) {
          const [record] = await store.changesets([changeset]);
          const followed = await follows(keys);
          if (record && followed.length > 0) yield { changeset: record, keys: followed };
          // Where the store goes away before the next one, this one is not told of again.
          place = { changeset, key: keys.at(-1) ?? '' };
        }
      }
    } catch (error) {
      if (!isAway(error)) throw error;
      await delay(PATIENCE, undefined, { ref: false });
      continue;
    }
    told = newest;
    place = { changeset: told + 1, key: '' };
  }
}

/** Who follows a store that is away for a while has nothing to do but to wait. */
function isAway(error: unknown): boolean {
  return error instanceof ConfrereError && error.code === 'STORE_UNAVAILABLE';
}

async function firstVersion(store: Store, { after, keys = [] }: ChangesQuestion): Promise<number> {
  if (keys.length > FOLLOWED_MAXIMUM) {
    throw new ConfrereError(
      'TOO_MANY_KEYS',
      `\`keys\` has ${keys.length} items; expected at most ${FOLLOWED_MAXIMUM}.`,
    );
  }
  const wrong = keys.find((key) => !isKey(key));
  if (wrong !== undefined) {
    throw new ConfrereError(
      'BAD_KEY',
      `\`keys\` has "${wrong.slice(0, 100)}"; expected keys such as "doctor/nguyen-phu-huu".`,
    );
  }
  const newest = await store.version();
  if (after === undefined) return newest;
  if (after >= 0 && after <= newest) return after;
  throw new ConfrereError(
    'BAD_USER_INPUT',
    `\`after\` is ${after}; expected the number of a changeset that has landed, from 0 to ${newest}.`,
  );
}

/** A backup was put in the place of the store: what was told may not be so any more. */
function rewound(version: number, newest: number): ConfrereError {
  return new ConfrereError(
    'BAD_USER_INPUT',
    `The data was set back from changeset ${version} to ${newest}; read anew what you keep, then follow from there.`,
  );
}

function byChangeset(places: readonly ChangePlace[]): { changeset: number; keys: string[] }[] {
  const groups = new Map<number, string[]>();
  for (const { changeset, key } of places) groups.set(changeset, [...(groups.get(changeset) ?? []), key]);
  return [...groups].map(([changeset, keys]) => ({ changeset, keys }));
}

/** Picks, of some keys, those of records that are followed. */
function following(store: Store, { kinds, keys }: ChangesQuestion) {
  const followed = keys === undefined ? null : new Set(keys);
  return async (changed: readonly string[]): Promise<string[]> => {
    const ofKinds = kinds === undefined ? changed : changed.filter((key) => kinds.includes(kindOfKey(key)));
    if (followed === null) return [...ofKinds];
    const touching = await Promise.all([
      factsTouching(store, ofKinds, followed),
      judgementsTouching(store, ofKinds, followed),
    ]);
    const touched = new Set(touching.flat());
    return ofKinds.filter((key) => followed.has(key) || touched.has(key));
  };
}

/** What a record is, by its key. */
function kindOfKey(key: string): string {
  if (key.startsWith('source/')) return 'Source';
  if (key.startsWith('judgement/')) return 'Judgement';
  return (ontology.entityKindOfKey(key) ?? ontology.factKindOfKey(key))?.name ?? '';
}

async function factsTouching(
  store: Store,
  keys: readonly string[],
  followed: ReadonlySet<string>,
): Promise<string[]> {
  const facts = await store.facts(keys.filter((key) => ontology.factKindOfKey(key) !== undefined));
  return facts.flatMap((fact) => {
    if (fact === null) return [];
    const touches =
      fact.participants.some(({ entity }) => entity !== undefined && followed.has(entity)) ||
      fact.citations.some(({ source }) => followed.has(source));
    return touches ? [fact.key] : [];
  });
}

async function judgementsTouching(
  store: Store,
  keys: readonly string[],
  followed: ReadonlySet<string>,
): Promise<string[]> {
  const judgements = await store.judgements(keys.filter((key) => kindOfKey(key) === 'Judgement'));
  return judgements.flatMap((judgement) =>
    judgement?.entities.some((entity) => followed.has(entity)) === true ? [judgement.key] : [],
  );
}
