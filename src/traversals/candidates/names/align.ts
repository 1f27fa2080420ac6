import { editDistance } from '../../../ontology/index.js';
import { isHan, mayBeOneCharacter } from './han.js';
import type { ReadName, Token } from './read.js';
import { areForms, isMarked, markedForm, syllablesOf } from './sounds.js';

/** How words of two names go together. */
export type How = 'EXACT' | 'MARKS' | 'SIGNS' | 'JOINED' | 'MEANING' | 'SOUND' | 'INITIAL' | 'TYPO';

/** Words of one name that stand for words of the other. */
export interface Pairing {
  readonly how: How;
  /** Places of the words in either name; several where they are joined or split. */
  readonly a: readonly number[];
  readonly b: readonly number[];
}

export interface Alignment {
  readonly pairings: readonly Pairing[];
  /** Words that nothing in the other name answers to. */
  readonly leftA: readonly number[];
  readonly leftB: readonly number[];
}

const JOINED_MOST = 4;
/** One letter more or less makes another word of a short one. */
const TYPO_LETTERS = 5;

/** Which words of the names go together: what is most alike first. */
export function align(a: ReadName, b: ReadName, isPerson: boolean): Alignment {
  const aligning = new Aligning(a, b);
  aligning.each((one, other) => (one.text === other.text && one.spelled === other.spelled ? 'EXACT' : null));
  aligning.each((one, other) => (one.text === other.text ? howAlike(one, other, a, b) : null));
  aligning.joined();
  if (!isPerson) {
    aligning.each((one, other) =>
      one.class !== 'OWN' && one.meaning === other.meaning && one.class === other.class ? 'MEANING' : null,
    );
  }
  if (!isPerson) aligning.each((one, other) => (isPlural(one.text, other.text) ? 'MEANING' : null));
  aligning.each((one, other) => (soundAlike(one, other) ? 'SOUND' : null));
  if (isPerson) {
    aligning.each((one, other) => (isTypo(one, other) ? 'TYPO' : null));
    aligning.initials();
  } else aligning.each((one, other) => (isTypo(one, other) ? 'TYPO' : null));
  return aligning.finish();
}

/** Of two words with the same letters: whether marks or characters make them two. */
function howAlike(one: Token, other: Token, a: ReadName, b: ReadName): How {
  if (isHan(one.spelled) && isHan(other.spelled)) {
    return mayBeOneCharacter(one.spelled, other.spelled) ? 'EXACT' : 'SIGNS';
  }
  if (one.class !== 'OWN' || other.class !== 'OWN') return 'EXACT';
  if (!a.isMarked || !b.isMarked || isForeign(one) || isForeign(other)) return 'EXACT';
  return markedForm(one.spelled) === markedForm(other.spelled) ? 'EXACT' : 'MARKS';
}

/** Whether it is of another script than Latin: marks say nothing then. */
function isForeign({ spelled }: Token): boolean {
  return isMarked(spelled) && !/^[\p{Script=Latin}\p{M}0-9 ]+$/u.test(spelled);
}

function isPlural(one: string, other: string): boolean {
  const isOf = (more: string, single: string) => single.length >= TYPO_LETTERS && more === `${single}s`;
  return isOf(one, other) || isOf(other, one);
}

function soundAlike(one: Token, other: Token): boolean {
  if (one.class === 'NUMBER' || other.class === 'NUMBER') return false;
  if (one.text.length < 2 || other.text.length < 2) return false;
  if (isHan(one.spelled) && isHan(other.spelled)) return false;
  return one.sound === other.sound || areForms(one.text, other.text);
}

function isTypo(one: Token, other: Token): boolean {
  if (one.class === 'NUMBER' || other.class === 'NUMBER') return false;
  if (one.class === 'STOP' || other.class === 'STOP') return false;
  if (Math.max(one.text.length, other.text.length) < TYPO_LETTERS) return areSwapped(one.text, other.text);
  if (Math.abs(one.text.length - other.text.length) > 1) return false;
  return editDistance(one.text, other.text) === 1;
}

/** Whether the one is the other with two letters swapped: even a short word is seldom another one then. */
function areSwapped(one: string, other: string): boolean {
  const letters = (word: string) => [...word].sort().join('');
  return one.length === TYPO_LETTERS - 1 && letters(one) === letters(other) && editDistance(one, other) === 1;
}

class Aligning {
  private readonly pairings: Pairing[] = [];
  private readonly freeA: Set<number>;
  private readonly freeB: Set<number>;

  constructor(
    private readonly a: ReadName,
    private readonly b: ReadName,
  ) {
    this.freeA = new Set(a.tokens.keys());
    this.freeB = new Set(b.tokens.keys());
  }

  /** Pairs words of which the function says how they go together. */
  each(howOf: (one: Token, other: Token) => How | null): void {
    for (const i of [...this.freeA]) {
      for (const j of [...this.freeB]) {
        const [one, other] = [this.a.tokens[i], this.b.tokens[j]];
        const how = one === undefined || other === undefined ? null : howOf(one, other);
        if (how === null) continue;
        this.pair(how, [i], [j]);
        break;
      }
    }
  }

  /** Pairs words that have the same letters when they are written as one. */
  joined(): void {
    for (const runA of runsOf(this.freeA)) {
      for (const runB of runsOf(this.freeB)) {
        if (runA.length + runB.length < 3 || ![...runA].every((i) => this.freeA.has(i))) continue;
        if (!runB.every((j) => this.freeB.has(j))) continue;
        if (lettersOf(this.a, runA) === lettersOf(this.b, runB)) this.pair('JOINED', runA, runB);
      }
    }
  }

  /** Pairs letters with the words that begin with them, in either direction. */
  initials(): void {
    this.initialsOf(this.a, this.freeA, this.b, this.freeB, (short, long) =>
      this.pair('INITIAL', short, long),
    );
    this.initialsOf(this.b, this.freeB, this.a, this.freeA, (short, long) =>
      this.pair('INITIAL', long, short),
    );
  }

  finish(): Alignment {
    return { pairings: this.pairings, leftA: [...this.freeA], leftB: [...this.freeB] };
  }

  private initialsOf(
    short: ReadName,
    freeShort: ReadonlySet<number>,
    long: ReadName,
    freeLong: ReadonlySet<number>,
    pair: (short: number[], long: number[]) => void,
  ): void {
    for (const i of [...freeShort]) {
      if (!freeShort.has(i)) continue;
      const letters = short.tokens[i]?.text ?? '';
      if (letters.length === 1) {
        const j = [...freeLong].find((each) => (long.tokens[each]?.text ?? '').startsWith(letters));
        if (j === undefined) continue;
        const further = this.furtherInitials(short, freeShort, i, long, freeLong, j);
        pair([i, ...further], [j, ...signsBehind(short, freeShort, long, freeLong, j)]);
      } else if (letters.length <= 3 && syllablesOf(letters) === 0) {
        // "WY Fan": letters written as one.
        const run = runsOf(freeLong).find(
          (each) => each.map((j) => (long.tokens[j]?.text ?? '').slice(0, 1)).join('') === letters,
        );
        if (run !== undefined) pair([i], run);
      }
    }
  }

  /** "W. Y." for a given name that is written as one word. */
  private furtherInitials(
    short: ReadName,
    freeShort: ReadonlySet<number>,
    i: number,
    long: ReadName,
    freeLong: ReadonlySet<number>,
    j: number,
  ): number[] {
    const next = short.tokens[i + 1]?.text ?? '';
    if (!freeShort.has(i + 1) || next.length !== 1) return [];
    const isOfAnother = [...freeLong].some(
      (each) => each !== j && (long.tokens[each]?.text ?? '').startsWith(next),
    );
    return !isOfAnother && (long.tokens[j]?.text ?? '').indexOf(next, 2) > 0 ? [i + 1] : [];
  }

  private pair(how: How, a: readonly number[], b: readonly number[]): void {
    for (const i of a) this.freeA.delete(i);
    for (const j of b) this.freeB.delete(j);
    this.pairings.push({ how, a, b });
  }
}

/** "J." for a given name of two characters, where no other letter stands for the second. */
function signsBehind(
  short: ReadName,
  freeShort: ReadonlySet<number>,
  long: ReadName,
  freeLong: ReadonlySet<number>,
  j: number,
): number[] {
  const letters = [...freeShort].filter((place) => short.tokens[place]?.text.length === 1);
  const isSign = (place: number) => isHan(long.tokens[place]?.spelled ?? '') && freeLong.has(place);
  return letters.length === 1 && isSign(j) && isSign(j + 1) ? [j + 1] : [];
}

/** Stretches of places that follow one another, the longest first. */
function runsOf(free: ReadonlySet<number>): number[][] {
  const runs: number[][] = [];
  for (const start of free) {
    const run: number[] = [];
    for (let place = start; free.has(place) && run.length < JOINED_MOST; place++) {
      run.push(place);
      runs.push([...run]);
    }
  }
  return runs.sort((one, other) => other.length - one.length);
}

function lettersOf({ tokens }: ReadName, places: readonly number[]): string {
  return places.map((place) => tokens[place]?.text ?? '').join('');
}
