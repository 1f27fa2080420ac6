import { backwards } from '../../derive.js';
import { WORDS_MAXIMUM } from '../../port.js';
import type { WordSearch, WordUse } from '../../port.js';
import type { Connection, Fragment } from '../connection.js';
import { allOf, fragment, oneOf } from './condition.js';

/** Behind all words that begin with another, which are of letters and digits. */
const BEHIND = '{';

/** For each search the words that names have, the shortest first, then by the word. */
export function findWords(connection: Connection, searches: readonly WordSearch[]): WordUse[][] {
  return searches.map((search) => {
    const { sql, values } = conditionOf(search);
    return connection.rows<WordUse>(
      `SELECT word, (SELECT count(*) FROM entity_word AS use WHERE use.word = found.word) AS entityCount
       FROM (SELECT word FROM word WHERE ${sql} ORDER BY length(word), word LIMIT ${WORDS_MAXIMUM}) AS found`,
      values,
    );
  });
}

function conditionOf(search: WordSearch): Fragment {
  if ('words' in search) return oneOf('word', search.words);
  const within = fragment('length(word) BETWEEN ? AND ?', search.shortest, search.longest);
  const range =
    'begins' in search
      ? fragment('word >= ? AND word < ?', search.begins, search.begins + BEHIND)
      : fragment('backwards >= ? AND backwards < ?', backwards(search.ends), backwards(search.ends) + BEHIND);
  return allOf([range, within]);
}
