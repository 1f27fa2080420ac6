import { contradictionsIn } from '../ontology/index.js';
import type { JudgementContent } from '../ontology/index.js';
import { contradictionInWords, standingJudgements } from '../store/judgements.js';
import type { Store } from '../store/port.js';
import type { Finding, Place } from './problems.js';

/**
 * New judgements that contradict one another, or those that stand: said of the last new one on the way, with the words
 * in which a store refuses them.
 */
export async function contradictionFindings(
  judged: readonly JudgementContent[],
  definitions: ReadonlyMap<string, Place>,
  store: Store,
): Promise<Finding[]> {
  if (judged.length === 0) return [];
  const isNew = new Set(judged.map(({ key }) => key));
  return contradictionsIn([...(await standingJudgements(store)), ...judged]).flatMap(
    (contradiction): Finding[] => {
      const { different, chain } = contradiction;
      const last = [...chain, different].findLast(({ key }) => isNew.has(key));
      const place = last && definitions.get(last.key);
      if (place === undefined) return [];
      return [
        { file: place.file, place: { path: place.path }, message: contradictionInWords(contradiction) },
      ];
    },
  );
}
