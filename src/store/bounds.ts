import { ConfrereError } from '../errors.js';
import { KEYS_MAXIMUM, PAGE_MAXIMUM } from './port.js';
import type { EntityFilter, FactFilter, LinkFilter, Parent, SourceFilter, WordSearch } from './port.js';

/*
 * What one call may ask for, the same for every store. An adapter checks before it reads anything.
 */

/** The most conditions on participants, the most on words, and the most on initials, that one filter may make. */
export const CONDITIONS_MAXIMUM = 64;

/** Refuses, with TOO_MANY_KEYS, a call whose lists name more keys together than one call may. */
export function checkKeys(...lists: readonly (readonly unknown[] | undefined)[]): void {
  const count = lists.reduce((sum, list) => sum + (list?.length ?? 0), 0);
  if (count > KEYS_MAXIMUM) throw tooMany('keys', count);
}

/** Refuses, with TOO_MANY_KEYS, more parents than one call may name keys, or parents of more keys together. */
export function checkParents(parents: readonly Parent[]): void {
  // Counted first, for a parent may be of no key, and so many lists would not fit on the stack.
  if (parents.length > KEYS_MAXIMUM) throw tooMany('parents', parents.length);
  checkKeys(...parents);
}

/** Refuses, with TOO_MANY_KEYS, a question about relations that names more keys together than one call may. */
export function checkLinks(parents: readonly Parent[], { keys }: LinkFilter): void {
  checkParents(parents);
  checkKeys(...parents, keys);
}

function tooMany(what: string, count: number): ConfrereError {
  return new ConfrereError(
    'TOO_MANY_KEYS',
    `One call may name at most ${KEYS_MAXIMUM} ${what}; this one names ${count}. Ask in several calls.`,
    { details: { maximum: KEYS_MAXIMUM, count } },
  );
}

/** Refuses, with BAD_PAGE_SIZE, a page of less than nothing, of a broken number, or of more than `maximum` items. */
export function checkPage({ limit }: { limit: number }, maximum = PAGE_MAXIMUM): void {
  if (Number.isInteger(limit) && limit >= 0 && limit <= maximum) return;
  throw new ConfrereError(
    'BAD_PAGE_SIZE',
    `The size of a page is a whole number from 0 to ${maximum}; got ${limit}.`,
    { details: { maximum } },
  );
}

/** The same for a page of keys. */
export function checkKeyPage(page: { limit: number }): void {
  checkPage(page, KEYS_MAXIMUM);
}

/** Refuses a question about facts that names too many keys (TOO_MANY_KEYS) or conditions (BAD_USER_INPUT). */
export function checkFactFilter(filter: FactFilter, parents: readonly Parent[] = []): void {
  const conditions = filter.participants ?? [];
  checkConditions('participants', conditions);
  checkParents(parents);
  const { sources, withoutSources, words = [] } = filter;
  checkConditions('words', words);
  checkKeys(...parents, ...conditions.map(({ entities }) => entities), sources, withoutSources, ...words);
}

/** Refuses a question about entities that names too many of anything (TOO_MANY_KEYS) or conditions on words (BAD_USER_INPUT). */
export function checkEntityFilter(filter: EntityFilter): void {
  const { keys, nameKeys, externalIds, sources, words = [], initials = [] } = filter;
  checkConditions('words', words);
  checkConditions('initials', initials);
  checkKeys(keys, nameKeys, externalIds, sources, ...words);
}

function checkConditions(on: 'participants' | 'words' | 'initials', { length }: readonly unknown[]): void {
  if (length <= CONDITIONS_MAXIMUM) return;
  throw new ConfrereError(
    'BAD_USER_INPUT',
    `A filter may make at most ${CONDITIONS_MAXIMUM} conditions on ${on}; got ${length}.`,
    { details: { maximum: CONDITIONS_MAXIMUM } },
  );
}

/** Refuses a question about sources that names too many words (TOO_MANY_KEYS) or lists of them (BAD_USER_INPUT). */
export function checkSourceFilter({ words = [] }: SourceFilter): void {
  checkConditions('words', words);
  checkKeys(...words);
}

/** Refuses, with TOO_MANY_KEYS, searches for words that are too many or name too many. */
export function checkWordSearches(searches: readonly WordSearch[]): void {
  checkKeys(searches);
  checkKeys(...searches.map((search) => ('words' in search ? search.words : undefined)));
}

/** Refuses, with TOO_MANY_KEYS, to list more revised entities than one call may name; `keys` may be cut after that. */
export function checkRevised(keys: readonly string[], changeset: number): string[] {
  if (keys.length <= KEYS_MAXIMUM) return [...keys];
  throw new ConfrereError(
    'TOO_MANY_KEYS',
    `More than ${KEYS_MAXIMUM} entities were revised after changeset ${changeset}, more than one answer may list. ` +
      'Ask as known after a later changeset.',
    { details: { maximum: KEYS_MAXIMUM, changeset } },
  );
}
