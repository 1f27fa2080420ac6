import { Agent } from 'node:http';
import { post } from '../compare/ask.js';
import { startConfrere } from '../compare/contenders/confrere.js';
import type { Json, Variables } from '../compare/questions/question.js';

/** Asks, and gives the data; fails where there are errors. */
export type Ask = (query: string, variables: Variables) => Promise<Json>;

interface Serving {
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
  const service = await startConfrere(program, { CONFRERE_DATA: directory, CONFRERE_CACHE: cache });
  const agent = new Agent({ keepAlive: true });
  const ask: Ask = async (query, variables) => {
    const body = JSON.stringify({ query, variables });
    const { data, errors } = JSON.parse((await post(service.url, body, agent)).toString()) as {
      data?: Json;
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
