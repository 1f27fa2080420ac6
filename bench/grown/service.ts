import { Agent } from 'node:http';
import { post } from '../compare/ask.js';
import { startProcess } from '../compare/contenders/contender.js';
import type { Variables } from '../compare/questions/question.js';

type Data = Readonly<Record<string, unknown>>;

/** Asks, and gives the data; fails where there are errors. */
export type Ask = (query: string, variables: Variables) => Promise<Data>;

export interface Serving {
  /** A data directory with a generated example. */
  directory: string;
  /** In megabytes. */
  cache: string;
  /** What Node is started with. */
  program: readonly string[];
}

/** Serves the directory while `work` asks. */
export async function whileServing(
  { directory, cache, program }: Serving,
  work: (ask: Ask) => Promise<void>,
): Promise<void> {
  const service = await startProcess({
    arguments: [...program, 'serve'],
    environment: {
      CONFRERE_DATA: directory,
      CONFRERE_SEED: 'false',
      CONFRERE_BUDGET: '1000000000',
      CONFRERE_CACHE: cache,
      PORT: '0',
    },
    ready: /^Ready: .* GraphQL at (\S+)\. /,
  });
  const agent = new Agent({ keepAlive: true });
  const ask: Ask = async (query, variables) => {
    const body = JSON.stringify({ query, variables });
    const { data, errors } = JSON.parse((await post(service.url, body, agent)).toString()) as {
      data?: Data;
      errors?: unknown;
    };
    if (errors !== undefined || data === undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  try {
    await work(ask);
  } finally {
    agent.destroy();
    await service.stop();
  }
}

/** How many facts there are. */
export async function factsIn(ask: Ask): Promise<number> {
  return Number(at(await ask('{ facts(first: 1) { totalCount } }', {}), 'facts', 'totalCount'));
}

/** What lies at the end of a path. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((within, name) => (within as Data | null | undefined)?.[name], value);
}
