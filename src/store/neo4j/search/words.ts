import { backwards } from '../../derive.js';
import { WORDS_MAXIMUM } from '../../port.js';
import type { WordSearch, WordUse } from '../../port.js';
import type { Executor, Parameters } from '../executor.js';
import { LABEL } from '../vocabulary.js';

const LENGTH = 'size(word.key) >= $shortest AND size(word.key) <= $longest';

/** For each search the words that names have, the shortest first, then by the word. */
export async function findWords(executor: Executor, searches: readonly WordSearch[]): Promise<WordUse[][]> {
  return await Promise.all(
    searches.map((search) => {
      const { text, parameters } = conditionOf(search);
      return executor.rows<WordUse>(
        `MATCH (word:${LABEL.word}) WHERE ${text}
         WITH word ORDER BY size(word.key), word.key LIMIT ${WORDS_MAXIMUM}
         RETURN word.key AS word, COUNT { (word)<--() } AS entityCount ORDER BY size(word.key), word.key`,
        parameters,
      );
    }),
  );
}

function conditionOf(search: WordSearch): { text: string; parameters: Parameters } {
  if ('words' in search) return { text: 'word.key IN $words', parameters: { words: search.words } };
  const { shortest, longest } = search;
  return 'begins' in search
    ? {
        text: `word.key STARTS WITH $begins AND ${LENGTH}`,
        parameters: { begins: search.begins, shortest, longest },
      }
    : {
        text: `word.backwards STARTS WITH $ends AND ${LENGTH}`,
        parameters: { ends: backwards(search.ends), shortest, longest },
      };
}
