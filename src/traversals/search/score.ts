import {
  LINKING_WORDS,
  foldName,
  jointsIn,
  personalWords,
  readWords,
  spelledWords,
} from '../../ontology/index.js';
import type { Name, Word } from '../../ontology/index.js';
import { answerTo } from './answers.js';
import type { NameWords } from './answers.js';
import type { Match, Meaning, Meanings } from './lexicon.js';

/** A word of the query and what answers to it in a name. */
export interface MatchedWord {
  /** As it was typed, folded. */
  readonly typed: string;
  /** The word of the name, folded. */
  readonly found: string;
  readonly match: Match;
}

/** How well a name answers to a query. */
export interface NameMatch {
  readonly name: Name;
  /** From 0 to 1; 1 where the name is what was typed. */
  readonly score: number;
  readonly words: readonly MatchedWord[];
}

/** What the rest of a name takes away where it was not typed. */
const COVERAGE = 0.15;
/** What another order of the words takes away. */
const ORDER = 0.02;
/** A word that many names share counts so little of a name. */
const COMMON_PART = 0.3;
const LINKING_PART = 0.05;
/** What other marks than those that were typed take away, or other signs that are read alike. */
const MARKS = 0.01;
/** What a word is worth that was typed more often than the name has it. */
const SAID_AGAIN = 0.5;
/** Names that are no longer in use stand behind the others. */
const FORMER = 0.02;

/** A query whose words may mean something, and how well names answer to it. */
export class Scoring {
  private readonly folded: string;
  private readonly spelled: readonly string[];
  private readonly together: Reading;
  private readonly singly: Reading;

  /** `typed` is the whole query, also with titles that are none of its words. */
  constructor({ together, singly }: Meanings, typed: string) {
    this.folded = foldName(typed);
    const spelled = spelledWords(typed);
    this.spelled = spelled.every((word) => /^[a-z0-9]*$/.test(word)) ? [] : spelled;
    this.together = new Reading(together);
    this.singly = singly === together ? this.together : new Reading(singly);
  }

  /** The name that answers best; of several that do as well the first. Null where none answers at all. */
  best(names: readonly Name[], isPerson = false): NameMatch | null {
    let best: NameMatch | null = null;
    for (const name of names) {
      const answers = [...this.answersOf(name, isPerson)].filter((answer) => answer !== null);
      if (answers.length === 0) continue;
      for (const match of this.matchesOf(name, answers)) {
        if (best === null || match.score > best.score) best = match;
      }
    }
    return best;
  }

  /** Several words that stand for one may be meant as one, or each for itself; in the name of a person only so. */
  private *answersOf({ text }: Name, isPerson: boolean): Generator<Answer | null> {
    if (isPerson) {
      const words = personalWords(text);
      yield this.singly.answerOf({ words, joints: jointsIn(text, words) }, true);
      return;
    }
    const { together, singly } = readWords(text);
    const joints = jointsIn(text, singly);
    const isOneWay = singly === together;
    yield this.together.answerOf({ words: together, joints: isOneWay ? joints : [] }, false);
    if (isOneWay && this.singly === this.together) return;
    yield this.singly.answerOf({ words: singly, joints }, false);
  }

  private matchesOf(name: Name, answers: readonly Answer[]): NameMatch[] {
    // Also where a title that was left out of the query belongs to the name.
    const isWhole = foldName(name.text) === this.folded;
    const lost = MARKS * this.unlikeMarks(name.text);
    return answers.map((answer) => {
      const { covered, likeness } = isWhole ? { covered: 1, likeness: 1 } : answer;
      const quality = likeness - (name.kind === 'FORMER' ? FORMER : 0);
      const score = quality * (1 - COVERAGE + COVERAGE * covered) - lost;
      return { name, score: rounded(score), words: answer.words };
    });
  }

  /** Where marks were typed: how many of the words, from none at 0 to all at 1, are not spelled so in the name. */
  private unlikeMarks(name: string): number {
    if (this.spelled.length === 0) return 0;
    const spelled = new Set(spelledWords(name));
    return this.spelled.filter((word) => !spelled.has(word)).length / this.spelled.length;
  }
}

interface Answer {
  /** Of what was typed, how much has an answer, from 0 to 1. */
  readonly likeness: number;
  /** Of the name, how much was typed, from 0 to 1. */
  readonly covered: number;
  readonly words: readonly MatchedWord[];
}

/** One way to read the words of a query. */
class Reading {
  /** The words that tell most choose first, so that an initial does not take the word that was typed in full. */
  private readonly inTurn: readonly { meaning: Meaning; turn: number }[];
  private readonly possible: number;

  constructor(meanings: readonly Meaning[]) {
    this.inTurn = meanings
      .map((meaning, turn) => ({ meaning, turn }))
      .sort((a, b) => b.meaning.word.text.length - a.meaning.word.text.length);
    this.possible = meanings.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** What of a name answers to the words; null where nothing does, or initials alone. */
  answerOf(name: NameWords, isPerson: boolean): Answer | null {
    const { words } = name;
    const taken = new Set<number>();
    const matched: (MatchedWord & { place: number; turn: number })[] = [];
    let earned = 0;
    for (const { meaning, turn } of this.inTurn) {
      const answer = answerTo(meaning, name, taken, isPerson);
      if (answer === null) {
        // Who says a word twice that a name has once has hardly said anything wrong.
        const isSaidAgain = matched.some(({ typed }) => typed === meaning.word.text && typed.length > 1);
        if (isSaidAgain) earned += meaning.weight * SAID_AGAIN;
        continue;
      }
      for (const place of answer.places) taken.add(place);
      earned += meaning.weight * answer.worth;
      const found = answer.places.map((place) => words[place]?.text ?? '').join(' ');
      const place = answer.places[0] ?? 0;
      matched.push({ typed: meaning.word.text, found, match: answer.match, place, turn });
    }
    if (matched.every(({ match }) => match === 'INITIAL') || this.possible === 0) return null;
    matched.sort((a, b) => a.turn - b.turn);
    const isInOrder = matched.every(({ place }, index) => (matched[index - 1]?.place ?? 0) <= place);
    return {
      likeness: earned / this.possible - (isInOrder ? 0 : ORDER),
      covered: sizeOf(words.filter((_, place) => taken.has(place))) / sizeOf(words),
      words: matched.map(({ typed, found, match }) => ({ typed, found, match })),
    };
  }
}

/** Finer differences say nothing. */
function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

function sizeOf(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + shareOf(word), 0);
}

function shareOf({ text, common, within }: Word): number {
  if (LINKING_WORDS.has(text)) return LINKING_PART;
  if (common !== undefined) return COMMON_PART;
  return within === undefined ? 1 : COMMON_PART / 2;
}
