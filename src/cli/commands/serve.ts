import { defineCommand } from 'citty';
import { readConfig } from '../../config.js';
import type { Config } from '../../config.js';
import { ConfrereError } from '../../errors.js';
import type * as Http from '../../http/index.js';
import type { RunningServer, Tracing } from '../../http/index.js';
import { SEEDS_DIRECTORY, packageVersion } from '../../paths.js';
import { openStore } from '../../store/open.js';
import type { Store } from '../../store/port.js';
import { watchSignals } from '../signals.js';
import { importedRecords, placeOf } from '../words.js';

export const serve = defineCommand({
  meta: {
    name: 'serve',
    description: 'Answers GraphQL over HTTP until Ctrl-C; it is meant where no command is named',
  },
  run: async () => {
    const signals = watchSignals();
    const config = readConfig();
    const opening = openStore(config);
    // Loaded while the threads of the store begin; a mistake in the command line was told before.
    const http = import('../../http/index.js');
    // Where the store cannot be opened, it is that which is told.
    http.catch(() => undefined);
    const store = await opening;
    let hasSentTraces = true;
    try {
      console.log(`Confrere ${packageVersion()}. Its data is in ${placeOf(store)} (${store.kind} store).`);
      if (config.seed && (await store.version()) === 0) await seed(store);
      const { server, tracing } = await start(await http, store, config);
      signals.begin();
      console.log(await contentsOf(store));
      console.log(limitsOf(config));
      console.log(`Ready: the explorer at ${server.url}, GraphQL at ${server.url}/graphql. Ctrl-C stops it.`);
      await signals.stopAsked;
      console.log('Stopping.');
      await server.close();
      hasSentTraces = (await tracing?.end()) ?? true;
    } finally {
      await store.close();
    }
    // What is still being tried with a collector that does not answer is no reason to stay.
    if (!hasSentTraces) process.exit();
  },
});

async function seed(store: Store): Promise<void> {
  const { importBundles } = await import('../../ingest/index.js');
  const { records } = await importBundles(store, [SEEDS_DIRECTORY], {
    author: 'confrere',
    note: 'The seed graph that comes with Confrere.',
  });
  console.log(['The store was empty. It now holds the seed graph:', ...importedRecords(records)].join('\n'));
}

async function contentsOf(store: Store): Promise<string> {
  const [facts, entities, sources] = await Promise.all([
    store.countFacts({}),
    store.countEntities({}),
    store.countSources(),
  ]);
  return `It holds ${facts} facts about ${entities} entities from ${sources} sources.`;
}

function limitsOf({ maximumCost, budget, atOnce, deadline }: Config): string {
  return `A query costs at most ${maximumCost}, a client spends at most ${budget} a minute, ${atOnce} requests are worked on at once, each for ${deadline / 1000} s.`;
}

/** What is on its way when a stop is asked is refused within this time, in milliseconds. */
const LINGER = 300;

interface Started {
  server: RunningServer;
  tracing: Tracing | null;
}

async function start(
  { startServer, createLog, openTracing }: typeof Http,
  store: Store,
  config: Config,
): Promise<Started> {
  const { host, port } = config;
  const log = createLog(config.logLevel);
  const tracing = config.traces ? await openTracing(log) : null;
  try {
    return { server: await startServer({ ...config, store, log, tracing, linger: LINGER }), tracing };
  } catch (error) {
    throw asConfigError(error, host, port);
  }
}

/** Names the setting that must change before the service can listen. */
function asConfigError(error: unknown, host: string, port: number): unknown {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `PORT: something else listens on port ${port} of ${host} already. Stop it, or set PORT to another port.`,
    EACCES: `PORT: this user may not listen on port ${port} of ${host}. Set PORT to one above 1023.`,
    EADDRNOTAVAIL: `HOST: ${host} is no address of this machine. Set HOST to one that is, such as 127.0.0.1.`,
    ENOTFOUND: `HOST: there is no host ${host}. Set HOST to an address of this machine, such as 127.0.0.1.`,
  };
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
  return reason === undefined ? error : new ConfrereError('BAD_CONFIG', reason, { cause: error });
}
