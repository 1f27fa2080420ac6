import { backwards } from '../../derive.js';
import { WORDS_MAXIMUM } from '../../port.js';
import type { WordSearch, WordUse, WordsOf } from '../../port.js';
import { listOf } from '../connection.js';
import type { Connection, Fragment } from '../connection.js';
import { WORD_TABLES } from '../wordTables.js';
import { allOf, beginning, fragment, oneOf } from './condition.js';

/** For each search the words that there are, the shortest first, then by the word. */
export function findWords(
  connection: Connection,
  searches: readonly WordSearch[],
  of: WordsOf = 'entities',
): WordUse[][] {
  const found = searches.map((search) => {
    const { sql, values } = conditionOf(search);
    return connection.rows<{ word: string }>(
      `SELECT word FROM ${WORD_TABLES[of].vocabulary} WHERE ${sql} ORDER BY length(word), word LIMIT ${WORDS_MAXIMUM}`,
      values,
    );
  });
  const uses = usesOf(connection, [...new Set(found.flat().map(({ word }) => word))], of);
  return found.map((words) => words.flatMap(({ word }) => uses.get(word) ?? []));
}

/** Counted once for each word, however many searches find it. */
function usesOf(connection: Connection, words: readonly string[], of: WordsOf): Map<string, WordUse> {
  const uses = connection.rows<WordUse>(
    `SELECT asked.value AS word,
       (SELECT count(*) FROM ${WORD_TABLES[of].uses} AS use WHERE use.word = asked.value) AS count
     FROM json_each(?) AS asked`,
    [listOf(words)],
  );
  return new Map(uses.map((use) => [use.word, use]));
}

function conditionOf(search: WordSearch): Fragment {
  if ('words' in search) return oneOf('word', search.words);
  const within = fragment('length(word) BETWEEN ? AND ?', search.shortest, search.longest);
  const range =
    'begins' in search ? beginning('word', search.begins) : beginning('backwards', backwards(search.ends));
  return allOf([range, within]);
}
