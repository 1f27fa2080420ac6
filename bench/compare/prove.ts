import { Agent } from 'node:http';
import { post } from './ask.js';
import { firstDifference } from './difference.js';
import { bodyOf } from './questions/question.js';
import type { Json, Question } from './questions/question.js';
import type { Started } from './started.js';

/** What is sent to a contender for a key, and what it must answer, byte for byte. */
export interface Exchange {
  readonly body: string;
  readonly answer: Buffer;
}

/** Of each contender, by its name, the exchanges in the order of the keys. */
export type Proved = ReadonlyMap<string, readonly Exchange[]>;

/**
 * Asks every contender about every key, and fails at the first field in which two answers differ. What was answered here is
 * what each answer under load is compared with.
 */
export async function proveEqual(
  question: Question,
  keys: readonly string[],
  contenders: readonly Started[],
): Promise<Proved> {
  const agent = new Agent({ keepAlive: true });
  const proved = new Map(contenders.map(({ name }) => [name, [] as Exchange[]]));
  try {
    for (const key of keys) {
      let first: { name: string; canonical: Json } | undefined;
      for (const contender of contenders) {
        const { exchange, canonical } = await askOnce(question, key, contender, agent);
        proved.get(contender.name)?.push(exchange);
        first ??= { name: contender.name, canonical };
        expectEqual(`question ${question.letter} about ${key}`, first, { name: contender.name, canonical });
      }
    }
  } finally {
    agent.destroy();
  }
  return proved;
}

async function askOnce(question: Question, key: string, { name, style, url }: Started, agent: Agent) {
  const asked = question.asked[style];
  const body = bodyOf(asked, key);
  const answer = await post(url, body, agent);
  try {
    return { exchange: { body, answer }, canonical: asked.canonical(JSON.parse(answer.toString()) as Json) };
  } catch (error) {
    throw new Error(
      `${name} gave no answer to question ${question.letter} about ${key}: ${answer.toString().slice(0, 2_000)}`,
      { cause: error },
    );
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
