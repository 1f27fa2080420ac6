import type { FactFilter } from '../store/port.js';
import { addTo } from '../store/grouping.js';
import type { Cut } from './view/bounds.js';
import { demandEntities } from './view/keys.js';
import { demandNumber } from './view/limits.js';
import { Pace } from './view/pace.js';
import { Reading } from './view/reading.js';
import { ascending } from './view/sorted.js';
import type { View } from './view/view.js';

/*
 * An annotated question to copy: with whom does somebody appear most often in one fact? It is compiled and checked like
 * the others, but nobody can ask it until index.ts exports it and `src/graphql/questions/` has a field for it.
 *
 * A question of one file lies here; one of several has a folder with an index.
 */

/** What is asked. Arguments of GraphQL are read in `src/graphql/questions/`; here they have their meaning already. */
export interface CompanionsQuestion {
  /** The key of an entity. Say of which kinds, for other keys are refused. */
  of: string;
  /** The most companions to answer, from 1 to COMPANIONS_MAXIMUM. */
  most: number;
  /** What narrows any list of facts: time, status, sources. A question that has kinds of its own leaves them out too. */
  filter: Omit<FactFilter, 'participants'>;
}

/** Keys and numbers, not records: what is shown of them is loaded when it is shown. */
export interface Companion {
  readonly key: string;
  /** The facts that both take part in, by key. Every number of an answer leads to its facts. */
  readonly facts: readonly string[];
}

export interface Companions {
  /** By the number of facts, most first; then by key. An order ends in a key, or two stores would differ. */
  readonly companions: readonly Companion[];
  /** Why the answer is not whole; null where it is. */
  readonly cut: Cut | null;
}

/** Every limit has a documented maximum and an error beyond it. */
export const COMPANIONS_MAXIMUM = 100;

/** Who appears with whom. Refuses with BAD_KEY an unknown key, with BAD_USER_INPUT a number that is out of bounds. */
export async function companions(
  view: View,
  { of: asked, most, filter }: CompanionsQuestion,
): Promise<Companions> {
  demandNumber('most', most, 1, COMPANIONS_MAXIMUM);
  // Several keys may be judged one; in what is read, one of them stands for all.
  const of = view.clusters.canonical(asked);
  // A mistyped key has no answer: an empty list would say that there is nobody.
  await demandEntities(view, 'of', [of], ['Doctor', 'Person']);

  // What is read is counted and bounded, and comes in portions: nobody knows how many facts a stranger's graph has.
  const reading = new Reading(view);
  const pace = new Pace(view);
  const shared = new Map<string, string[]>();
  for await (const facts of reading.facts({ ...filter, participants: [{ entities: [of] }] })) {
    for (const fact of facts) {
      const others = new Set(fact.participants.flatMap(({ entity }) => entity ?? []));
      others.delete(of);
      for (const other of others) addTo(shared, other, fact.key);
      // A loop that may be long makes room for other requests, and ends when nobody waits for its answer.
      if (pace.due) await pace.pause();
    }
  }
  const found = [...shared].map(([key, facts]): Companion => ({ key, facts }));
  found.sort((a, b) => b.facts.length - a.facts.length || ascending(a.key, b.key));
  return { companions: found.slice(0, most), cut: reading.cut };
}
