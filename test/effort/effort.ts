import { expect, vi } from 'vitest';
import { exampleOperations } from '../../scripts/largeExample/operations.js';
import { cachedStore } from '../../src/store/cache/index.js';
import type { Store } from '../../src/store/port.js';
import { draftOf } from '../helpers/graph.js';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import { efforts } from './questions.js';

/** What a question asks of the store. */
interface Effort {
  /** Calls of the port, by method. */
  calls: Record<string, number>;
  /** So often something was asked that had to wait for what was answered before. */
  rounds: number;
  /** How many characters the answers to these calls have as JSON. */
  characters: number;
  /** Queries of the server behind the store, where there is one. */
  queries?: number;
}

/** The generated example that everything is asked about. */
export async function fill(store: Store): Promise<void> {
  for await (const operations of exampleOperations({ facts: 2_000, seed: 1 })) {
    await store.apply(draftOf(operations));
  }
}

/**
 * Holds what each question of the comparison takes, when it is asked of a service that has just begun and when it is asked again, against
 * what is written down in the file. Where that is another, and meant, the file is written anew by `npx vitest run test/effort -u`.
 */
export async function expectEffort(store: Store, file: string, queriesSoFar?: () => number): Promise<void> {
  // Long work lets others in by the clock, and what is asked for before and after that is asked for apart.
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const found: Record<string, { first: Effort; again: Effort; answer: number }> = {};
  for (const { name, query, variables } of efforts) {
    const watched = watching(store);
    const { ask } = graphqlOver(cachedStore(watched.store, 64_000_000));
    const answers: unknown[] = [];
    const measure = async (): Promise<Effort> => {
      const before = queriesSoFar?.();
      answers.push(await dataOf(ask(query, variables)));
      const taken = watched.taken();
      return before === undefined ? taken : { ...taken, queries: (queriesSoFar?.() ?? 0) - before };
    };
    const [first, again] = [await measure(), await measure()];
    expect(answers[1]).toEqual(answers[0]);
    found[name] = { first, again, answer: JSON.stringify(answers[0]).length };
  }
  clock.mockRestore();
  await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot(file);
}

/**
 * The store, and what was asked of it since that was last looked at. Calls that are under way together are answered together, for
 * which of them is answered first is chance, and what is asked next in one call or in two would hang on it.
 */
function watching(store: Store): { store: Store; taken: () => Effort } {
  let effort = NOTHING;
  let underWay = 0;
  let round: { over: Promise<void>; end: () => void } | undefined;
  const watched = new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        if (round === undefined) {
          round = newRound();
          effort = { ...effort, rounds: effort.rounds + 1 };
        }
        const { over, end } = round;
        underWay += 1;
        const answer = (await Reflect.apply(value, target, args)) as unknown;
        effort = withCall(effort, String(name), JSON.stringify(answer).length);
        underWay -= 1;
        if (underWay === 0) {
          round = undefined;
          end();
        }
        await over;
        return answer;
      };
    },
  });
  const taken = () => {
    const taking = effort;
    effort = NOTHING;
    return taking;
  };
  return { store: watched, taken };
}

const NOTHING: Effort = { calls: {}, rounds: 0, characters: 0 };

function newRound(): { over: Promise<void>; end: () => void } {
  let end = () => {};
  const over = new Promise<void>((resolve) => (end = resolve));
  return { over, end };
}

function withCall({ calls, rounds, characters }: Effort, name: string, more: number): Effort {
  const counted = Object.entries({ ...calls, [name]: (calls[name] ?? 0) + 1 });
  const sorted = counted.sort(([one], [other]) => (one < other ? -1 : 1));
  return { calls: Object.fromEntries(sorted), rounds, characters: characters + more };
}
