import { shuffled } from './cases.js';
import { ask } from './load.js';
import type { Measured } from './load.js';
import { neo4jPid } from './processes.js';
import type { Proved } from './prove.js';
import type { Rounds } from './report/summary.js';
import type { Started } from './started.js';

interface Plan {
  readonly rounds: number;
  readonly connections: number;
  readonly seconds: number;
  readonly seed: number;
}

/**
 * Asks every contender once in each round, so that what else the machine does falls on all of them. Another one begins each
 * round; in all rounds, and of every contender, is asked in the same order. A round before the first warms up and is not counted.
 */
export async function measureRounds(
  contenders: readonly Started[],
  proved: Proved,
  plan: Plan,
): Promise<Rounds> {
  const measured = new Map<string, Measured[]>(contenders.map(({ name }) => [name, []]));
  const neo4j = neo4jPid();
  for (let round = 0; round <= plan.rounds; round++) {
    const first = round % contenders.length;
    for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      const exchanges = proved.get(contender.name) ?? [];
      const result = await ask({
        ...contender,
        ...plan,
        neo4jPid: neo4j,
        exchanges,
        order: shuffled([...exchanges.keys()], plan.seed),
      });
      if (round > 0) measured.get(contender.name)?.push(result);
    }
  }
  return measured;
}
