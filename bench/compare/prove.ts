import { Agent } from 'node:http';
import { post } from './ask.js';
import { firstDifference } from './difference.js';
import { bodyOf } from './questions/question.js';
import type { Asked, Case, Json, Question, Variables } from './questions/question.js';
import type { Started } from './started.js';

/** What is sent to a contender about a case, and what it must answer, byte for byte. */
export interface Exchange {
  readonly body: string;
  readonly answer: Buffer;
  /** How long the answer took when it was proved, asked for the first time and alone, in milliseconds. */
  readonly took: number;
}

/** Of each contender, by its name, the exchanges in the order of the cases. */
export type Proved = ReadonlyMap<string, readonly Exchange[]>;

/**
 * Asks every contender about every case, and fails at the first field in which two answers differ. What was answered here is
 * what each answer under load is compared with.
 */
export async function proveEqual(
  question: Question,
  cases: readonly Case[],
  contenders: readonly Started[],
): Promise<Proved> {
  const agent = new Agent({ keepAlive: true });
  const proved = new Map(contenders.map(({ name }) => [name, [] as Exchange[]]));
  try {
    for (const one of cases) {
      let first: Named | undefined;
      for (const { name, style, url } of contenders) {
        const asked = question.asked[style];
        if (asked === undefined) throw new Error(`question ${question.letter} is not asked in ${style}`);
        const askIt = (query: string, variables: Variables) => jsonOf(url, query, variables, agent);
        const body = bodyOf(asked, await one.variablesFor(style, askIt));
        const sent = performance.now();
        const answer = await post(url, body, agent);
        proved.get(name)?.push({ body, answer, took: performance.now() - sent });
        const named = { name, canonical: canonicalOf(asked, answer, `${name}, asked ${body},`) };
        first ??= named;
        expectEqual(`question ${question.letter} about ${one.name}`, first, named);
      }
    }
  } finally {
    agent.destroy();
  }
  return proved;
}

async function jsonOf(url: string, query: string, variables: Variables, agent: Agent): Promise<Json> {
  return JSON.parse((await post(url, JSON.stringify({ query, variables }), agent)).toString()) as Json;
}

function canonicalOf({ canonical }: Asked, answer: Buffer, who: string): Json {
  const text = answer.toString();
  try {
    return canonical(JSON.parse(text) as Json);
  } catch (error) {
    throw new Error(`${who} answered ${text.slice(0, 2_000)}`, { cause: error });
  }
}

interface Named {
  name: string;
  canonical: Json;
}

function expectEqual(what: string, one: Named, other: Named): void {
  const difference = firstDifference(one.canonical, other.canonical);
  if (difference === null) return;
  const { path, values } = difference;
  throw new Error(
    `The answers to ${what} differ at ${path}:\n  ${one.name}: ${values[0]}\n  ${other.name}: ${values[1]}`,
  );
}
