import { parseArgs } from 'node:util';

export interface Options {
  /** How many facts the graph has. */
  readonly facts: number;
  readonly questions: readonly string[];
  readonly contenders: readonly string[];
  readonly rounds: number;
  readonly connections: readonly number[];
  /** How long each contender is asked in each round. */
  readonly seconds: number;
  /** Of how many entities each question is asked, in turn. */
  readonly keys: number;
  readonly seed: number;
  /** Where the loaded graphs are kept for the next run; taken away at the end without one. */
  readonly data: string | undefined;
  readonly json: string | undefined;
  readonly svg: string | undefined;
}

export const HELP = `Asks Confrere and what else one might take the same questions, proves that the answers are equal, and tells how fast each is.

  npm run bench -- [--size 10k|100k|1m] [--questions a,b] [--contenders NAME,NAME] [--rounds 5] [--connections 1,16]
                   [--seconds 3] [--keys 100] [--seed 1] [--data DIR] [--json FILE] [--svg FILE]

  --size         how many facts the generated graph has, 10k when left out
  --questions    which of the questions, by their letters; all when left out
  --contenders   which of the contenders, by their names; all when left out
  --rounds       in each round every contender is asked once; 5 when left out
  --connections  how many ask at once, one table for each; 1,16 when left out
  --seconds      how long a contender is asked in a round, 3 when left out
  --keys         of how many entities each question is asked in turn, 100 when left out
  --seed         of the generated graph and of the order in which is asked, 1 when left out
  --data         a directory that keeps the loaded graphs for the next run; without it all is taken away at the end
  --json         a file for all figures
  --svg          a file for a picture of the answers in a second

Neo4j is one of its own, unless NEO4J_TEST_URI, NEO4J_TEST_USERNAME and NEO4J_TEST_PASSWORD name an empty one.`;

const SIZES: ReadonlyMap<string, number> = new Map([
  ['10k', 10_000],
  ['100k', 100_000],
  ['1m', 1_000_000],
]);

export class BadOption extends Error {}

/** The options of a run, or null where only help is asked for. Fails with BadOption. */
export function readOptions(
  given: string[],
  known: { questions: readonly string[]; contenders: readonly string[] },
): Options | null {
  const values = parse(given);
  if (values.help === true) return null;
  const facts = SIZES.get(values.size.toLowerCase());
  if (facts === undefined) {
    throw new BadOption(`--size is "${values.size}"; expected ${[...SIZES.keys()].join(', ')}.`);
  }
  return {
    facts,
    questions: listed('--questions', values.questions, known.questions),
    contenders: listed('--contenders', values.contenders, known.contenders),
    rounds: count('--rounds', values.rounds),
    connections: values.connections.split(',').map((each) => count('--connections', each)),
    seconds: count('--seconds', values.seconds),
    keys: count('--keys', values.keys),
    seed: count('--seed', values.seed),
    data: values.data,
    json: values.json,
    svg: values.svg,
  };
}

function parse(given: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: given,
      options: {
        size: { ...text, default: '10k' },
        questions: text,
        contenders: text,
        rounds: { ...text, default: '5' },
        connections: { ...text, default: '1,16' },
        seconds: { ...text, default: '3' },
        keys: { ...text, default: '100' },
        seed: { ...text, default: '1' },
        data: text,
        json: text,
        svg: text,
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw error instanceof TypeError ? new BadOption(error.message) : error;
  }
}

function listed(option: string, given: string | undefined, known: readonly string[]): readonly string[] {
  if (given === undefined) return known;
  const names = given.split(',');
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return names;
  throw new BadOption(`${option} names "${unknown}"; expected some of ${known.join(', ')}.`);
}

function count(option: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new BadOption(`${option} has "${text}"; expected a whole number from 1.`);
}
