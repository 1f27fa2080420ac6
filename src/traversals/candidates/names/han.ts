/*
 * The same character in its simplified and its traditional form. The two old encodings say which characters belong to
 * which way of writing: GB 2312 has the simplified ones, Big5 the traditional ones, both have those that never changed.
 * Big5 has some simplified ones too, but none among its frequent characters.
 */

interface Scripts {
  readonly simplified: ReadonlySet<string>;
  readonly traditional: ReadonlySet<string>;
  readonly frequentTraditional: ReadonlySet<string>;
}

let scripts: Scripts | undefined;

/** Whether two different characters that are read alike may be one, written in the two ways. */
export function mayBeOneCharacter(one: string, other: string): boolean {
  const { simplified, traditional, frequentTraditional } = (scripts ??= readScripts());
  const isSimplified = (sign: string) => simplified.has(sign) && !frequentTraditional.has(sign);
  const isTraditional = (sign: string) => traditional.has(sign) && !simplified.has(sign);
  return (isSimplified(one) && isTraditional(other)) || (isSimplified(other) && isTraditional(one));
}

export function isHan(text: string): boolean {
  return /^\p{Script=Han}$/u.test(text);
}

function readScripts(): Scripts {
  const lower = range(0x40, 0x7e);
  const upper = range(0xa1, 0xfe);
  return {
    simplified: signsOf('gbk', range(0xb0, 0xf7), upper),
    traditional: signsOf('big5', range(0xa4, 0xf9), [...lower, ...upper]),
    frequentTraditional: signsOf('big5', range(0xa4, 0xc6), [...lower, ...upper]),
  };
}

function signsOf(encoding: string, leads: readonly number[], trails: readonly number[]): Set<string> {
  const decoder = new TextDecoder(encoding);
  const bytes = leads.flatMap((lead) => trails.flatMap((trail) => [lead, trail]));
  return new Set(decoder.decode(Uint8Array.from(bytes)).match(/\p{Script=Han}/gu));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
