import { withoutElision } from '../../ontology/index.js';
import type { FactRecord, SourceRecord } from '../../ontology/index.js';
import { factOrderKey } from '../../store/derive.js';
import type { FactFilter, Slice, WordsOf } from '../../store/port.js';
import { techniqueCondition } from '../narrower.js';
import { institutionsIn } from '../sides/index.js';
import type { Cut } from '../view/bounds.js';
import { demandEntities } from '../view/keys.js';
import { Pace } from '../view/pace.js';
import { sortedByPlace } from '../view/sorted.js';
import type { View } from '../view/view.js';
import { meaningsOf } from './lexicon.js';
import type { Match } from './lexicon.js';
import { textQueryOf } from './query.js';
import { Scoring } from './score.js';
import type { MatchedWord } from './score.js';
import { CANDIDATES_MAXIMUM, ENOUGH, STRICT, waysToUnderstand } from './ways.js';

/** A fact or a source that was found by the words of its text. */
export interface TextHit {
  readonly key: string;
  /** From 0 to 1. */
  readonly score: number;
  /** How the words that were typed answer to those of the text. */
  readonly words: readonly MatchedWord[];
  /** By score, then facts by time and sources by key: places ascend in that order. */
  readonly place: string;
}

export interface TextSearch {
  /** In the order of their places, the best first. */
  readonly hits: readonly TextHit[];
  /** Why some may be missing; null where none is. */
  readonly cut: Cut | null;
}

/** A text that has less of what was typed than this is no hit. */
const SCORE_LEAST = 0.2;

const LOOSE: readonly Match[] = [...STRICT, 'PREFIX', 'TYPO'];

const FIRST = { limit: CANDIDATES_MAXIMUM, descending: false } as const;

/** Which facts speak of it? */
export interface FactSearchQuestion {
  /** Words of a statement in any order: up to TEXT_MAXIMUM characters. */
  text: string;
  /** Only facts in which one of these countries, or an institution that lies there, takes part. */
  countries?: readonly string[];
  /** Only facts about one of these techniques. */
  techniques?: readonly string[];
  /** Whether techniques stand for their narrower ones too. */
  narrower: boolean;
  /** What narrows any list of facts. */
  filter: Omit<FactFilter, 'words'>;
}

/**
 * The facts that fit and whose statement has the words of a text, loosely at need, or, where few have all, those of them
 * that tell most. Refuses, with BAD_USER_INPUT, a text that is empty or too long, and with BAD_KEY countries and techniques that are not there.
 */
export async function searchFacts(
  view: View,
  { text, countries, techniques, narrower, filter }: FactSearchQuestion,
): Promise<TextSearch> {
  const participants = [...(filter.participants ?? [])];
  if (countries !== undefined) {
    await demandEntities(view, 'countries', countries, ['Country']);
    participants.push({ entities: [...countries, ...(await institutionsIn(view, countries))] });
  }
  if (techniques !== undefined) {
    participants.push(await techniqueCondition(view, 'techniques', techniques, narrower));
  }
  return await searchTexts<FactRecord>(view, text, {
    of: 'facts',
    find: (words) => view.findFacts({ ...filter, participants, words }, { ...FIRST, order: 'TIME' }),
    textOf: ({ statement }) => statement,
    orderOf: (fact) => factOrderKey(fact, 'TIME'),
  });
}

/** The same for sources, by their titles, publishers and authors of now; without those that are taken not to exist. */
export async function searchSources(view: View, text: string): Promise<TextSearch> {
  const found = await searchTexts<SourceRecord>(view, text, {
    of: 'sources',
    find: (words) => view.store.findSources({ ...FIRST, order: 'KEY' }, { words }),
    textOf: ({ title, publisher = '', authors }) => [title, publisher, ...authors].join(' · '),
    orderOf: ({ key }) => key,
  });
  return { ...found, hits: found.hits.filter(({ key }) => !view.withoutSources.includes(key)) };
}

interface Texts<Item> {
  of: WordsOf;
  /** The first of those that have a word of each list. */
  find: (words: readonly (readonly string[])[]) => Promise<Slice<Item>>;
  textOf: (item: Item) => string;
  /** Orders those that answer as well. */
  orderOf: (item: Item) => string;
}

async function searchTexts<Item extends { key: string }>(
  view: View,
  typed: string,
  { of, find, textOf, orderOf }: Texts<Item>,
): Promise<TextSearch> {
  const { text, words: typedWords } = textQueryOf(typed);
  const meanings = await meaningsOf(view.store, typedWords, of);
  const scoring = new Scoring(meanings, text);
  const pace = new Pace(view);
  const hits = new Map<string, TextHit>();
  let isCut = false;
  for (const { words } of waysToUnderstand(meanings.singly, LOOSE)) {
    if (hits.size >= ENOUGH) break;
    const { items, hasMore } = await find(words);
    isCut ||= hasMore;
    for (const { item } of items) {
      if (pace.due) await pace.pause();
      const match = hits.has(item.key)
        ? null
        : scoring.best([{ text: withoutElision(textOf(item)), kind: 'OFFICIAL' }]);
      if (match === null || match.score < SCORE_LEAST) continue;
      const place = `${(1 - match.score).toFixed(6)} ${orderOf(item)}`;
      hits.set(item.key, { key: item.key, score: match.score, words: match.words, place });
    }
  }
  return {
    hits: await sortedByPlace(hits.values(), ({ place }) => place, pace),
    cut: isCut ? { bound: 'CANDIDATES', maximum: CANDIDATES_MAXIMUM } : null,
  };
}
