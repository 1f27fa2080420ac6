import type { Parameters } from '../executor.js';
import { EDGE, LABEL } from '../vocabulary.js';
import type { KindName, Label } from '../vocabulary.js';

/** The property that orders a list. */
export type Place = 'timeOrder' | 'nameOrder' | 'key';

/**
 * One run through items in order, most of them along an index. A page takes from each run no more than it needs and
 * merges them, so that what it reads grows with its own size and not with the length of the list.
 */
export interface Stream {
  /** Binds `item`; `key` is bound already where the run starts from a key. */
  match: string;
  conditions: readonly string[];
  parameters: Parameters;
  /** The fields in whose order the run goes, `place` last: all that the index orders by, or it would be sorted anew. */
  along: readonly string[];
  /** The field that orders the list. */
  place: string;
}

/** Where a list begins: the same items in both forms. */
export interface Start {
  streams: (place: Place) => Stream[];
  /** Patterns that bind `item` for counting or sorting; with several, none has an item of another. */
  patterns: readonly string[];
  /** What the patterns ask for. */
  parameters: Parameters;
  /** Whether one key leads to an item once at most. */
  distinct: boolean;
}

/** Items with a relationship of one of the types to `key`: facts by role or source, entities by relation or source. */
export function startAtKey(
  types: readonly string[],
  target: typeof LABEL.entity | typeof LABEL.source | typeof LABEL.word,
  order: 'timeOrder' | 'nameOrder',
): Start {
  const label = order === 'timeOrder' ? LABEL.fact : LABEL.entity;
  const [single, ...more] = types;
  // Several types are a parameter, for each set of them written out would be one more query to plan.
  const pattern =
    more.length === 0
      ? `MATCH (:${target} {key: key})<-[:${single}]-(item:${label})`
      : `MATCH (:${target} {key: key})<-[edge]-(item:${label} WHERE type(edge) IN $types)`;
  return {
    streams: (place) => types.map((type) => streamToKey(type, order, place)),
    patterns: single === undefined ? [] : [pattern],
    parameters: more.length === 0 ? {} : { types },
    distinct: more.length === 0,
  };
}

function streamToKey(type: string, order: 'timeOrder' | 'nameOrder', place: Place): Stream {
  const match = `MATCH (item)-[edge:${type}]->() USING INDEX edge:${type}(target, ${order})`;
  return place === 'key'
    ? {
        match,
        // The second always holds; without a condition on each of its fields an index is not considered.
        conditions: ['edge.target = key', `edge.${order} > ''`],
        parameters: {},
        ...along('item.key'),
      }
    : {
        match,
        conditions: ['edge.target = key'],
        parameters: {},
        ...along('edge.target', `edge.${place}`),
      };
}

/** Facts or sources that have the word `key`; not in order, for most words have few. */
export function startAtWord(word: typeof LABEL.factWord | typeof LABEL.sourceWord): Start {
  const label = word === LABEL.factWord ? LABEL.fact : LABEL.source;
  return startAtNode(`MATCH (:${word} {key: key})<-[:${EDGE.hasWord}]-(item:${label})`);
}

/** Entities with the name key or the external id `key`. */
export function startAtOwnNode(owned: 'nameKey' | 'externalId'): Start {
  const [label, type] =
    owned === 'nameKey' ? [LABEL.name, EDGE.named] : [LABEL.externalId, EDGE.identifiedBy];
  return startAtNode(`MATCH (:${label} {${owned}: key})<-[:${type}]-(item:${LABEL.entity})`);
}

function startAtNode(match: string): Start {
  return {
    streams: (place) => [{ match, conditions: [], parameters: {}, ...along(`item.${place}`) }],
    patterns: [match],
    parameters: {},
    distinct: true,
  };
}

/** The entity `key` itself. */
export function startAtEntity(): Start {
  const match = `MATCH (item:${LABEL.entity} {key: key})`;
  return {
    streams: (place) => [{ match, conditions: [], parameters: {}, ...along(`item.${place}`) }],
    patterns: [match],
    parameters: {},
    distinct: true,
  };
}

/** The judgements that were made or dropped after a changeset. */
export function startAtChange(changeset: number): Start {
  const match = `MATCH (item:${LABEL.judgement}) USING INDEX item:${LABEL.judgement}(changedIn)`;
  const changed = 'item.changedIn > $changeset';
  return {
    streams: (place) => [
      { match, conditions: [changed], parameters: { changeset }, ...along(`item.${place}`) },
    ],
    patterns: [`${match} WHERE ${changed}`],
    parameters: { changeset },
    distinct: true,
  };
}

/** All items of the label, or of some kinds among them. */
export function startAtLabel(label: Label, kinds?: readonly KindName[]): Start {
  const labels = kinds?.map(({ name }) => name) ?? [label];
  return {
    streams: (place) => {
      if (place === 'key' && kinds !== undefined)
        return kinds.map((kind, index) => byKey(label, kind, index));
      return labels.map((each) => ({
        match: `MATCH (item:${each})`,
        conditions: [],
        parameters: {},
        ...along(`item.${place}`),
      }));
    },
    patterns: labels.map((each) => `MATCH (item:${each})`),
    parameters: {},
    distinct: true,
  };
}

/** The keys of a kind all begin alike and so stand together in the one index on keys. */
function byKey(label: Label, { name, keysBegin }: KindName, index: number): Stream {
  const [from, to] = [`from${index}`, `to${index}`];
  return {
    match: `MATCH (item:${label})`,
    conditions: [`item.key > $${from}`, `item.key < $${to}`, `item:${name}`],
    parameters: { [from]: keysBegin, [to]: keysBegin.replace('/', '0') },
    ...along('item.key'),
  };
}

function along(...fields: readonly string[]): Pick<Stream, 'along' | 'place'> {
  return { along: fields, place: fields.at(-1) ?? '' };
}
