import type { EntityRecord } from '../../ontology/index.js';
import { isOfPeople, nameKey } from '../../ontology/index.js';
import type { EntityFilter } from '../../store/port.js';
import type { Cut } from '../view/bounds.js';
import { demandEntities } from '../view/keys.js';
import { Pace } from '../view/pace.js';
import { sortedByPlace } from '../view/sorted.js';
import type { View } from '../view/view.js';
import { Belongings } from './belonging.js';
import type { Subject } from './belonging.js';
import { meaningsOf } from './lexicon.js';
import type { Match } from './lexicon.js';
import { CANDIDATES_MAXIMUM, ENOUGH, STRICT, waysToUnderstand } from './ways.js';
import { queryOf } from './query.js';
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

const LOOSE: readonly Match[] = [...STRICT, 'PREFIX', 'INITIAL', 'TYPO'];

/**
 * The entities that may be meant by a text; names are those of now, whatever the standpoint of the view. Refuses, with
 * BAD_USER_INPUT, a text that is empty or too long, and with BAD_KEY countries and techniques that are not there.
 */
export async function search(
  view: View,
  question: SearchQuestion,
  belongings = new Belongings(view, true),
): Promise<Search> {
  const { countries = [], techniques = [] } = question;
  const query = queryOf(question.text);
  await demandEntities(view, 'countries', countries, ['Country']);
  await demandEntities(view, 'techniques', techniques, ['Technique']);
  const among = {
    ...(question.countries && { countries: view.canonicals(countries) }),
    ...(question.techniques && { techniques: view.canonicals(techniques) }),
  };
  return await new Searching(view, { ...question, ...among }, belongings).answer(query);
}

class Searching {
  private readonly hits = new Map<string, Hit>();
  /** Whose names were looked at. */
  private readonly seen = new Set<string>();
  private isCut = false;

  constructor(
    private readonly view: View,
    private readonly question: SearchQuestion,
    private readonly belongings: Belongings,
  ) {}

  async answer(query: Query): Promise<Search> {
    if (query.externalIds.length > 0) await this.takeExternalIds(query.externalIds);
    if (query.words.together.length > 0) await this.takeNames(query);
    const hits = await sortedByPlace(this.hits.values(), hitPlace, new Pace(this.view));
    const cut: Cut | null = this.isCut ? { bound: 'CANDIDATES', maximum: CANDIDATES_MAXIMUM } : null;
    return { hits, cut };
  }

  private async takeExternalIds(externalIds: readonly string[]): Promise<void> {
    const found = (await this.candidates({ externalIds })).flatMap(({ key, externalIds: its }): Hit[] => {
      const id = its.find(({ scheme, value }) => externalIds.includes(`${scheme}:${value}`));
      if (id === undefined) return [];
      return [{ key, score: 1, name: null, externalId: `${id.scheme}:${id.value}`, words: [] }];
    });
    await this.add(found);
  }

  private async takeNames({ text, words: read }: Query): Promise<void> {
    const meanings = await meaningsOf(this.view.store, read);
    const scoring = new Scoring(meanings, text);
    // Whoever bears just this name must not be missing where very many bear its words.
    await this.take({ nameKeys: [nameKey(text)] }, scoring);
    for (const way of waysToUnderstand(meanings.singly, LOOSE)) {
      if (this.hits.size >= ENOUGH) return;
      await this.take(way, scoring);
    }
  }

  private async take(filter: EntityFilter, scoring: Scoring): Promise<void> {
    const unseen = (await this.candidates(filter)).filter(({ key }) => !this.seen.has(key));
    const found = unseen.flatMap(({ key, kind, names }): Hit[] => {
      this.seen.add(key);
      const match = scoring.best(names, isOfPeople(kind));
      if (match === null || match.score < SCORE_LEAST) return [];
      const { score, words, name } = match;
      return [{ key, score, name: name.text, externalId: null, words }];
    });
    await this.add(found.filter(({ key }) => !this.hits.has(key)));
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

  private async candidates(filter: EntityFilter): Promise<EntityRecord[]> {
    const { kinds } = this.question;
    const { items, hasMore } = await this.view.findEntities(
      { ...filter, ...(kinds === undefined ? {} : { kinds }) },
      { order: 'NAME', descending: false, limit: CANDIDATES_MAXIMUM },
    );
    this.isCut ||= hasMore;
    return items.map(({ item }) => item);
  }
}
