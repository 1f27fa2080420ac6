import type { Parent } from '../../port.js';
import type { Executor } from '../executor.js';
import type { Label } from '../vocabulary.js';
import type { Conditions } from './conditions.js';
import { EACH_PARENT, asParameter } from './pages.js';
import type { Start } from './streams.js';

/** For each parent the number of items that its keys lead to, each counted once. */
export async function countsOf(
  executor: Executor,
  start: Start,
  parents: readonly Parent[],
  conditions: Conditions | null,
): Promise<number[]> {
  const counts = parents.map(() => 0);
  if (conditions === null || start.patterns.length === 0) return counts;
  const asked = asParameter(parents);
  const once = start.distinct && asked.every((keys) => keys.length <= 1);
  const rows = await executor.rows<{ index: number; number: number }>(
    `${EACH_PARENT}
     CALL (index) {
       UNWIND $parents[index] AS key
       ${start.patterns.join('\n')}
       ${where(conditions)}
       RETURN count(${once ? '' : 'DISTINCT '}item) AS number
     }
     RETURN index, number`,
    { parents: asked, ...start.parameters, ...conditions.parameters },
  );
  for (const { index, number } of rows) counts[index] = number;
  return counts;
}

/** The number of all items. */
export async function countOf(
  executor: Executor,
  start: Start,
  conditions: Conditions | null,
): Promise<number> {
  if (conditions === null || start.patterns.length === 0) return 0;
  const counted = start.patterns.map((match) => `${match} ${where(conditions)} RETURN count(item) AS number`);
  const [row] = await executor.rows<{ number: number }>(
    `CALL () { ${counted.join('\nUNION ALL\n')} } RETURN sum(number) AS number`,
    conditions.parameters,
  );
  return row?.number ?? 0;
}

/** The index of the list whose keys the fewest relationships lead to: the first of several, and 0 where there is none. */
export async function fewest(
  executor: Executor,
  label: Label,
  lists: readonly (readonly string[])[],
): Promise<number> {
  if (lists.length < 2) return 0;
  const [first] = await executor.rows<{ index: number }>(
    `UNWIND range(0, size($lists) - 1) AS index
     CALL (index) {
       UNWIND $lists[index] AS key
       MATCH (end:${label} {key: key})
       RETURN sum(COUNT { (end)<--() }) AS degree
     }
     RETURN index ORDER BY degree, index LIMIT 1`,
    { lists },
  );
  return first?.index ?? 0;
}

function where({ texts }: Conditions): string {
  return texts.length === 0 ? '' : `WHERE ${texts.join(' AND ')}`;
}
