import { startProcess } from './contender.js';
import type { RunningContender } from './contender.js';

/**
 * Starts Confrere as it is run, but without the bound on what one client may ask of it in a minute. `program` is what Node is started
 * with, and the rest of the environment says where the data are.
 */
export async function startConfrere(
  program: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<RunningContender> {
  return await startProcess({
    arguments: [...program, 'serve'],
    environment: { PORT: '0', CONFRERE_SEED: 'false', CONFRERE_BUDGET: '1000000000', ...environment },
    ready: /^Ready: .* GraphQL at (\S+)\. /,
  });
}
