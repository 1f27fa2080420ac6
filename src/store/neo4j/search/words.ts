import { backwards } from '../../derive.js';
import { WORDS_MAXIMUM } from '../../port.js';
import type { WordSearch, WordUse } from '../../port.js';
import type { Executor, Parameters } from '../executor.js';
import { LABEL } from '../vocabulary.js';

const LENGTH = 'size(found.key) >= $shortest AND size(found.key) <= $longest';

/** For each search the words that names have, the shortest first, then by the word. */
export async function findWords(executor: Executor, searches: readonly WordSearch[]): Promise<WordUse[][]> {
  return await Promise.all(
    searches.map((search) => {
      const { text, parameters } = conditionOf(search);
      return executor.rows<WordUse>(
        `MATCH (found:${LABEL.word}) WHERE ${text}
         WITH found ORDER BY size(found.key), found.key LIMIT ${WORDS_MAXIMUM}
         RETURN found.key AS word, COUNT { (found)<--() } AS entityCount ORDER BY size(found.key), found.key`,
        parameters,
      );
    }),
  );
}

function conditionOf(search: WordSearch): { text: string; parameters: Parameters } {
  if ('words' in search) return { text: 'found.key IN $words', parameters: { words: search.words } };
  const { shortest, longest } = search;
  return 'begins' in search
    ? {
        text: `found.key STARTS WITH $begins AND ${LENGTH}`,
        parameters: { begins: search.begins, shortest, longest },
      }
    : {
        text: `found.backwards STARTS WITH $ends AND ${LENGTH}`,
        parameters: { ends: backwards(search.ends), shortest, longest },
      };
}
