import type { EntityRecord } from '../../ontology/index.js';
import { isOfPeople, nameKey } from '../../ontology/index.js';
import type { EntityFilter, Page, Slice } from '../../store/port.js';
import type { Cut } from '../view/bounds.js';
import { demandEntities } from '../view/keys.js';
import { Pace } from '../view/pace.js';
import { sortedByPlace } from '../view/sorted.js';
import type { View } from '../view/view.js';
import { workedOut } from '../view/workedOut.js';
import { Belongings } from './belonging.js';
import type { Subject } from './belonging.js';
import { keysAmong } from './narrowing.js';
import { meaningsOf } from './lexicon.js';
import type { Match } from './lexicon.js';
import { CANDIDATES_MAXIMUM, ENOUGH, STRICT, waysToUnderstand } from './ways.js';
import { queryOf, withInitialsApart } from './query.js';
import type { Query } from './query.js';
import { Scoring } from './score.js';
import type { MatchedWord } from './score.js';

/** Whose name is it? */
export interface SearchQuestion {
  /** A name in any spelling, its beginning, or an external id: up to TEXT_MAXIMUM characters. */
  text: string;
  /** Only entities of these kinds. */
  kinds?: readonly string[];
  /** Only entities that belong to one of these countries (see `Belongings`). */
  countries?: readonly string[];
  /** Only entities that belong to one of these techniques. */
  techniques?: readonly string[];
}

/** An entity that may be meant. */
export interface Hit {
  readonly key: string;
  /** From 0 to 1. */
  readonly score: number;
  /** The name that was found; null where an external id was. */
  readonly name: string | null;
  /** The external id that was found, `scheme:value`; null where a name was. */
  readonly externalId: string | null;
  /** How the words that were typed answer to those of the name. */
  readonly words: readonly MatchedWord[];
}

/** The place of a hit among them: by score, then those with the shorter name, then by key. */
export function hitPlace({ score, name, key }: Hit): string {
  const length = Math.min(name?.length ?? 0, 999);
  return `${(1 - score).toFixed(6)} ${String(length).padStart(3, '0')} ${key}`;
}

export interface Search {
  /** In the order of their places, the best first. */
  readonly hits: readonly Hit[];
  /** Why some may be missing; null where none is. */
  readonly cut: Cut | null;
}

/** A name that is less like what was typed than this is no hit. */
const SCORE_LEAST = 0.4;

/** Where only those are hits who belong to something, so many are looked at. */
const NARROWED_MAXIMUM = 4_000;

const FIRST: Page<'NAME'> = { order: 'NAME', descending: false, limit: CANDIDATES_MAXIMUM };

const LOOSE: readonly Match[] = [...STRICT, 'PREFIX', 'INITIAL', 'TYPO'];

/**
 * The entities that may be meant by a text; names are those of now, whatever the standpoint of the view. Refuses, with
 * BAD_USER_INPUT, a text that is empty or too long, and with BAD_KEY countries and techniques that are not there.
 */
export function search(
  view: View,
  question: SearchQuestion,
  belongings = new Belongings(view, true),
): Promise<Search> {
  const { narrower } = belongings;
  return workedOut(view, 'search', { question, narrower }, (noting) => found(noting, question, belongings));
}

async function found(view: View, question: SearchQuestion, belongings: Belongings): Promise<Search> {
  const { countries = [], techniques = [] } = question;
  const query = queryOf(question.text);
  await demandEntities(view, 'countries', countries, ['Country']);
  await demandEntities(view, 'techniques', techniques, ['Technique']);
  const among = {
    ...(question.countries && { countries: view.canonicals(countries) }),
    ...(question.techniques && { techniques: view.canonicals(techniques) }),
  };
  const keys = await keysAmong(view, among);
  return await new Searching(view, { ...question, ...among }, belongings, keys).answer(query);
}

class Searching {
  private readonly hits = new Map<string, Hit>();
  /** Whose names were looked at. */
  private readonly seen = new Set<string>();
  private readonly isNarrowed: boolean;
  /** How many were looked at where more followed. */
  private lookedAt = 0;
  private isCut = false;

  constructor(
    private readonly view: View,
    private readonly question: SearchQuestion,
    private readonly belongings: Belongings,
    /** All who may be meant, where they are few enough to be named. */
    private readonly keys: readonly string[] | undefined,
  ) {
    this.isNarrowed = question.countries !== undefined || question.techniques !== undefined;
  }

  async answer(query: Query): Promise<Search> {
    if (query.externalIds.length > 0) await this.takeExternalIds(query.externalIds);
    // Who types an id means nobody else.
    if (this.hits.size === 0 && query.words.together.length > 0) await this.takeNames(query);
    const hits = await sortedByPlace(this.hits.values(), hitPlace, new Pace(this.view));
    const maximum = this.isNarrowed ? NARROWED_MAXIMUM : CANDIDATES_MAXIMUM;
    return { hits, cut: this.isCut ? { bound: 'CANDIDATES', maximum } : null };
  }

  private async takeExternalIds(externalIds: readonly string[]): Promise<void> {
    const { items } = await this.candidates({ externalIds }, FIRST);
    const found = items.flatMap(({ item: { key, externalIds: its } }): Hit[] => {
      const id = its.find(({ scheme, value }) => externalIds.includes(`${scheme}:${value}`));
      if (id === undefined) return [];
      return [{ key, score: 1, name: null, externalId: `${id.scheme}:${id.value}`, words: [] }];
    });
    await this.add(found);
  }

  private async takeNames({ text, words: read }: Query): Promise<void> {
    const first = await meaningsOf(this.view.store, read);
    const apart = withInitialsApart(text, first.singly);
    const meanings = apart === null ? first : await meaningsOf(this.view.store, apart);
    const scoring = new Scoring(meanings, text);
    // Whoever bears just this name must not be missing where very many bear its words.
    await this.take({ nameKeys: [nameKey(text)] }, scoring);
    for (const way of waysToUnderstand(meanings.singly, LOOSE)) {
      if (this.hits.size >= ENOUGH) return;
      await this.take(way, scoring);
    }
  }

  /** Looks at the first who fit; at more of them where not all belong to what was asked for. */
  private async take(filter: EntityFilter, scoring: Scoring): Promise<void> {
    for (let page = FIRST; ;) {
      const { items, hasMore } = await this.candidates(filter, page);
      await this.add(items.flatMap(({ item }) => this.hitOn(item, scoring) ?? []));
      const last = items.at(-1);
      if (!hasMore || last === undefined) return;
      this.lookedAt += items.length;
      const mayGoOn = this.isNarrowed && this.hits.size < ENOUGH && this.lookedAt < NARROWED_MAXIMUM;
      if (!mayGoOn) {
        this.isCut = true;
        return;
      }
      page = { ...page, after: last.orderKey };
    }
  }

  private hitOn({ key, kind, names }: EntityRecord, scoring: Scoring): Hit | null {
    if (this.seen.has(key)) return null;
    this.seen.add(key);
    const match = scoring.best(names, isOfPeople(kind));
    if (match === null || match.score < SCORE_LEAST) return null;
    const { score, words, name } = match;
    return { key, score, name: name.text, externalId: null, words };
  }

  /** Takes those that belong to what was asked for. */
  private async add(found: readonly Hit[]): Promise<void> {
    const { countries, techniques } = this.question;
    const inCountries = await this.among(found, 'Country', countries);
    for (const hit of await this.among(inCountries, 'Technique', techniques)) this.hits.set(hit.key, hit);
  }

  private async among(
    found: readonly Hit[],
    subject: Subject,
    asked: readonly string[] | undefined,
  ): Promise<readonly Hit[]> {
    if (asked === undefined) return found;
    const belongings = await this.belongings.of(
      found.map(({ key }) => key),
      subject,
    );
    return found.filter((_hit, index) => asked.some((key) => belongings[index]?.has(key)));
  }

  private candidates(filter: EntityFilter, page: Page<'NAME'>): Promise<Slice<EntityRecord>> {
    const { kinds } = this.question;
    const narrowed = {
      ...filter,
      ...(kinds === undefined ? {} : { kinds }),
      ...(this.keys === undefined ? {} : { keys: this.keys }),
    };
    return this.view.findEntities(narrowed, page);
  }
}
