import { COMPANIONS_ROLES_MAXIMUM } from '../../port.js';
import type { FactFilter, Parent } from '../../port.js';
import type { Executor } from '../executor.js';
import { LABEL } from '../vocabulary.js';
import type { Vocabulary } from '../vocabulary.js';
import { factConditions, kindsOf } from './conditions.js';
import { EACH_PARENT, asParameter } from './pages.js';

/** For each parent the keys, sorted, of the entities of these kinds that take part in a fact with it. */
export async function companionsOf(
  executor: Executor,
  vocabulary: Vocabulary,
  parents: readonly Parent[],
  kinds: readonly string[],
  filter: FactFilter,
): Promise<(string[] | null)[]> {
  const answers = parents.map((): string[] | null => []);
  const labels = kindsOf(kinds, vocabulary.entityKinds).map(({ name }) => name);
  const conditions = factConditions(filter, vocabulary);
  // Even where nobody can be found: of whom nothing is told hangs on neither.
  const { texts, parameters } = conditions ?? { texts: ['false'], parameters: {} };
  const ofKinds = labels.length === 0 ? 'false' : `companion:${labels.join('|')}`;
  const rows = await executor.rows<{ index: number; keys: string[] | null }>(
    `${EACH_PARENT}
     CALL (index) {
       UNWIND $parents[index] AS key
       MATCH (own:${LABEL.entity} {key: key})
       RETURN sum(COUNT { (own)<-[played]-(:${LABEL.fact}) WHERE type(played) IN $roles }) AS played
     }
     WITH index, played <= $most AS isKnown
     CALL (index, isKnown) {
       UNWIND CASE WHEN isKnown THEN $parents[index] ELSE [] END AS key
       MATCH (:${LABEL.entity} {key: key})<-[own]-(item:${LABEL.fact} WHERE type(own) IN $roles)
       WHERE ${['true', ...texts].join(' AND ')}
       WITH DISTINCT item
       MATCH (item)-[other WHERE type(other) IN $roles]->(companion:${LABEL.entity})
       WITH DISTINCT companion WHERE ${ofKinds} AND NOT companion.key IN $parents[index]
       RETURN collect(companion.key) AS keys
     }
     RETURN index, CASE WHEN isKnown THEN keys ELSE null END AS keys`,
    { parents: asParameter(parents), roles: vocabulary.roles, most: COMPANIONS_ROLES_MAXIMUM, ...parameters },
  );
  for (const { index, keys } of rows) answers[index] = keys === null ? null : [...keys].sort();
  return answers;
}
