import { syllablesOf } from './sounds.js';

/*
 * How much a word of a name says, in bits: a word that one name in eight has says three. Where the graph has few names,
 * what is known of names everywhere counts; the more it has, the more its own names do.
 */

/** Words that many people are called, by how many bits they say. Folded; of family names and the commonest others. */
const FREQUENT: Readonly<Record<number, string>> = {
  1.5: 'nguyen thi',
  2: 'van',
  3.5: 'tran le kim li wang zhang',
  4: 'pham hoang huynh lee liu chen park sok chea thanh duc minh anh',
  4.5: 'phan vu vo wei hung hoa huong lan hai son mai thu linh wen jie',
  5: 'dang bui do ho ngo duong ly yang zhao huang zhou wu xu sun ma zhu hu guo he lin gao luo ming fang hua hong xiao jun choi jung kang mohamed mohammed ahmed ali martin jean marie pierre michel john david maria jose smith garcia',
  5.5: 'dinh dao doan lam mai truong trinh trung phuong quang tuan dung long nam tam lien kim chi chan dara sophea vanna khamphone somchai bernard thomas robert richard petit dubois durand moreau laurent simon paul peter james mary anne jacques francois philippe nicolas singh kumar khan jones brown tanaka suzuki sato',
};

const BITS_OF: ReadonlyMap<string, number> = new Map(
  Object.entries(FREQUENT).flatMap(([bits, words]) =>
    words.split(' ').map((word) => [word, Number(bits)] as const),
  ),
);

/** There are some hundred syllables of one vowel in any language, and ever more words the more syllables they have. */
const BITS_BY_SYLLABLES = [6, 6.5, 10, 12] as const;
const BITS_A_LETTER = 2;

/** What is known of names everywhere counts as so many names of the graph. */
const NAMES_EVERYWHERE = 500;

/** Of the names that have a word, two are those that are compared. */
const COMPARED = 2;

/** How rare words are among the names of a graph. */
export class Rarity {
  private readonly known = new Map<string, number>();

  /** How many entities have names, and how many of them each word. */
  constructor(
    private readonly entities: number,
    private readonly byWord: ReadonlyMap<string, number>,
  ) {}

  /** How many bits a word says. */
  bitsOf(word: string): number {
    const known = this.known.get(word);
    if (known !== undefined) return known;
    const everywhere = 2 ** -bitsEverywhere(word);
    const others = Math.max(0, (this.byWord.get(word) ?? 0) - COMPARED);
    const share =
      (others + NAMES_EVERYWHERE * everywhere) / (Math.max(this.entities, others) + NAMES_EVERYWHERE);
    const bits = -Math.log2(Math.min(1, share));
    this.known.set(word, bits);
    return bits;
  }
}

function bitsEverywhere(word: string): number {
  const known = BITS_OF.get(word);
  if (known !== undefined) return known;
  const most = BITS_BY_SYLLABLES[Math.min(syllablesOf(word), 3)] ?? 12;
  return Math.max(3, Math.min(most, BITS_A_LETTER * word.length));
}
