import {
  compareWithPeriod,
  entityWords,
  foldName,
  nameKey,
  parseTime,
  searchWords,
  textWords,
  timeOrderKey,
} from '../../src/ontology/index.js';
import type { EntityRecord, FactRecord, SourceRecord } from '../../src/ontology/index.js';
import type {
  EntityFilter,
  EntityOrder,
  FactFilter,
  FactOrder,
  Page,
  Slice,
  SourceFilter,
  WordSearch,
} from '../../src/store/port.js';

/*
 * What a filter and a page mean, said of the records alone: what a store derives from them plays no part here.
 */

/** Whether an entity meets every condition. */
export function fitsEntity(entity: EntityRecord, filter: EntityFilter): boolean {
  const { keys, kinds, nameKeys, externalIds, sources, words = [], initials = [] } = filter;
  const cited = [entity.citations, ...entity.relations.map((link) => link.citations)].flat();
  return (
    (keys === undefined || keys.includes(entity.key)) &&
    (kinds === undefined || kinds.includes(entity.kind)) &&
    (nameKeys === undefined ||
      entity.names.some(({ text }) => nameKey(text) !== '' && nameKeys.includes(nameKey(text)))) &&
    (externalIds === undefined ||
      entity.externalIds.some(({ scheme, value }) => externalIds.includes(`${scheme}:${value}`))) &&
    words.every((some) => entityWords(entity).some((word) => some.includes(word))) &&
    initials.every((initial) => entityWords(entity).some((word) => word.startsWith(initial))) &&
    (sources === undefined || cited.some(({ source }) => sources.includes(source)))
  );
}

/** Whether a word is meant by a search for words. */
export function fitsWord(word: string, search: WordSearch): boolean {
  if ('words' in search) return search.words.includes(word);
  if (word.length < search.shortest || word.length > search.longest) return false;
  return 'begins' in search ? word.startsWith(search.begins) : word.endsWith(search.ends);
}

/** Whether a fact, as it stood when it is asked of, meets every condition. */
export function fitsFact(fact: FactRecord, filter: FactFilter): boolean {
  const { kinds, participants, sources, withoutSources = [], statuses, modalities, negated, time } = filter;
  const { words = [] } = filter;
  return (
    fact.citations.some(({ source }) => !withoutSources.includes(source)) &&
    (kinds === undefined || kinds.includes(fact.kind)) &&
    (participants ?? []).every(({ entities, roles }) => isPlayed(fact, entities, roles)) &&
    (sources === undefined || fact.citations.some(({ source }) => sources.includes(source))) &&
    (statuses === undefined || statuses.includes(fact.status)) &&
    (modalities === undefined || modalities.includes(fact.modality)) &&
    (negated === undefined || negated === fact.negated) &&
    (time === undefined || fitsTime(fact, time)) &&
    words.every((some) => textWords([fact.statement]).some((word) => some.includes(word)))
  );
}

/** Whether a source meets every condition. */
export function fitsSource(source: SourceRecord, { words = [] }: SourceFilter): boolean {
  return words.every((some) => wordsOfSource(source).some((word) => some.includes(word)));
}

/** The words of its title, its publisher and its authors. */
export function wordsOfSource({ title, publisher = '', authors }: SourceRecord): string[] {
  return [
    ...new Set([...textWords([title]), ...[publisher, ...authors].flatMap((name) => searchWords([name]))]),
  ];
}

function fitsTime(fact: FactRecord, { period, certainty }: NonNullable<FactFilter['time']>): boolean {
  const bounds = fact.time === undefined ? null : parseTime(fact.time).bounds;
  const answer = compareWithPeriod(bounds, period);
  return certainty === 'CERTAIN' ? answer === 'CERTAIN' : answer !== 'NO';
}

/** Whether one of the entities plays one of the roles; any role where they are left out. */
export function isPlayed(fact: FactRecord, entities: readonly string[], roles?: readonly string[]): boolean {
  return fact.participants.some(
    ({ role, entity }) =>
      entity !== undefined && entities.includes(entity) && (roles === undefined || roles.includes(role)),
  );
}

/** The place of a fact in an order. */
export function factPlace(order: FactOrder): (fact: FactRecord) => string {
  if (order === 'KEY') return ({ key }) => key;
  return ({ key, time }) => `${timeOrderKey(time === undefined ? null : parseTime(time))}|${key}`;
}

/** The place of an entity in an order. */
export function entityPlace(order: EntityOrder): (entity: EntityRecord) => string {
  if (order === 'KEY') return ({ key }) => key;
  return ({ key, names: [shown] }) =>
    `${foldName(shown?.text ?? '')
      .replaceAll(' ', '-')
      .slice(0, 200)} ${key}`;
}

/** A page of the items, in the order of their places. */
export function slice<Item>(
  items: readonly Item[],
  place: (item: Item) => string,
  page: Page<string>,
): Slice<Item> {
  const { limit, descending, after, before } = page;
  const isBehind = (one: string, other: string) => (descending ? one < other : one > other);
  const within = items
    .map((item) => ({ item, orderKey: place(item) }))
    .filter(({ orderKey }) => after === undefined || isBehind(orderKey, after))
    .filter(({ orderKey }) => before === undefined || isBehind(before, orderKey))
    .sort(byTextOf(({ orderKey }) => orderKey));
  if (descending) within.reverse();
  return { items: within.slice(0, limit), hasMore: within.length > limit };
}

/** Compares by a text, code unit by code unit. */
export function byTextOf<Item>(text: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0);
}
