import { backwards } from '../../derive.js';
import { WORDS_MAXIMUM } from '../../port.js';
import type { WordSearch, WordUse, WordsOf } from '../../port.js';
import type { Executor, Parameter } from '../executor.js';
import { LABEL } from '../vocabulary.js';

const BY_LENGTH = 'size(found.key), found.key';

const LABELS = {
  entities: LABEL.word,
  facts: LABEL.factWord,
  sources: LABEL.sourceWord,
} as const satisfies Record<WordsOf, string>;

/** For each search the words that there are, the shortest first, then by the word. One query for all of a form. */
export async function findWords(
  executor: Executor,
  searches: readonly WordSearch[],
  of: WordsOf = 'entities',
): Promise<WordUse[][]> {
  const answers: WordUse[][] = searches.map(() => []);
  const ask = async (condition: string, asked: readonly (readonly [index: number, search: Parameter])[]) => {
    if (asked.length === 0) return;
    const rows = await executor.rows<{ index: number; words: WordUse[] }>(
      `UNWIND $asked AS one
       CALL (one) {
         MATCH (found:${LABELS[of]}) WHERE ${condition}
         WITH found ORDER BY ${BY_LENGTH} LIMIT ${WORDS_MAXIMUM}
         RETURN collect({ word: found.key, count: COUNT { (found)<--() } }) AS words
       }
       RETURN one.index AS index, words`,
      { asked: asked.map(([index, search]) => ({ index, search })) },
    );
    for (const { index, words } of rows) answers[index] = words;
  };
  const within = 'size(found.key) >= one.search.shortest AND size(found.key) <= one.search.longest';
  await Promise.all([
    ask('found.key IN one.search.words', formOf(searches, 'words')),
    ask(`found.key STARTS WITH one.search.begins AND ${within}`, formOf(searches, 'begins')),
    ask(`found.backwards STARTS WITH one.search.ends AND ${within}`, formOf(searches, 'ends')),
  ]);
  return answers;
}

function formOf(searches: readonly WordSearch[], form: 'words' | 'begins' | 'ends'): [number, Parameter][] {
  return searches.flatMap((search, index): [number, Parameter][] => {
    if (!(form in search)) return [];
    return [[index, 'ends' in search ? { ...search, ends: backwards(search.ends) } : search]];
  });
}
