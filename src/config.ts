import { join } from 'node:path';
import type { z } from 'zod';
import { ConfrereError } from './errors.js';
import { didYouMean } from './nearest.js';
import { settings } from './settings.js';
import type { Setting } from './settings.js';

export interface Config {
  store: 'embedded' | 'neo4j';
  dataDirectory: string;
  seed: boolean;
  /** The password is empty where the store is not in Neo4j. */
  neo4j: { uri: string; username: string; password: string; database: string };
  host: string;
  port: number;
  /** The most that a query may cost. */
  maximumCost: number;
  /** What the queries of one client may cost in a minute. */
  budget: number;
  /** The address of the Redis in which instances share budgets, with its password; null where there is none. */
  redis: string | null;
  /** How many requests are worked on at once. */
  atOnce: number;
  /** How much of what the store has answered is kept in memory, in bytes. */
  cacheBytes: number;
  subscriptions: number;
  /** Addresses or subnets of proxies before the service. */
  proxies: readonly string[];
  introspection: boolean;
  /** Whether only known documents may be asked. */
  onlyDocuments: boolean;
  /** From which level on events are told. */
  logLevel: 'silent' | 'error' | 'warn' | 'info';
  /** Whether `/metrics` is served. */
  metrics: boolean;
  /** Whether the standard variables of OpenTelemetry ask for traces. */
  traces: boolean;
  /** How long a request may take, in milliseconds. */
  deadline: number;
  /** Web origins whose pages may ask from a browser. */
  origins: readonly string[];
}

type Settings = typeof settings;
type Name = keyof Settings;
type Optional = 'NEO4J_PASSWORD' | 'CONFRERE_REDIS' | 'CONFRERE_ORIGINS' | 'CONFRERE_PROXIES';
type Values = { [Each in Exclude<Name, Optional>]: z.output<Settings[Each]['schema']> } & {
  [Each in Optional]?: z.output<Settings[Each]['schema']>;
};
type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings. Fails with BAD_CONFIG, naming every setting that is unknown or has a bad value. */
export function readConfig(environment: Environment = process.env): Config {
  const problems = unknownSettings(environment);
  const values: Partial<Record<Name, unknown>> = {};
  for (const [name, each] of Object.entries(settings) as [Name, Setting<unknown>][]) {
    const given = environment[name] ?? each.default;
    if (given === undefined) continue;
    const result = each.schema.safeParse(given);
    if (result.success) values[name] = result.data;
    else problems.push(badValue(name, given));
  }
  if (values.CONFRERE_STORE === 'neo4j' && (values.NEO4J_PASSWORD ?? '') === '') {
    problems.push(badValue('NEO4J_PASSWORD', undefined));
  }
  if (problems.length > 0) {
    throw new ConfrereError('BAD_CONFIG', `The settings cannot be used. ${problems.join(' ')}`, {
      details: { problems },
    });
  }
  return { ...configOf(values as Values), traces: asksForTraces(environment) };
}

/**
 * Where a Neo4j for a person keeps its data. It is asked for before there is one, hence before its password can be
 * set. Fails like `readConfig`.
 */
export function readNeo4jDirectory(environment: Environment = process.env): string {
  const { dataDirectory } = readConfig({ ...environment, CONFRERE_STORE: 'embedded' });
  return join(dataDirectory, 'neo4j');
}

/** Libraries read NODE_ENV while they are loaded, so this comes before them. Unset, they would be three times slower. */
export function settleNodeEnvironment(): void {
  if (process.env['NODE_ENV'] !== 'development') process.env['NODE_ENV'] = settings.NODE_ENV.default;
}

/** The settings as a Markdown table, for the README. */
export function settingsTable(): string {
  const rows = (Object.entries(settings) as [Name, Setting<unknown>][]).map(
    ([name, each]) =>
      `| \`${name}\` | ${each.default === undefined ? '' : `\`${each.default}\``} | ${each.description} |`,
  );
  return ['| Setting | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

function configOf(values: Values): Omit<Config, 'traces'> {
  return {
    store: values.CONFRERE_STORE,
    dataDirectory: values.CONFRERE_DATA,
    seed: values.CONFRERE_SEED,
    neo4j: {
      uri: values.NEO4J_URI,
      username: values.NEO4J_USERNAME,
      password: values.NEO4J_PASSWORD ?? '',
      database: values.NEO4J_DATABASE,
    },
    host: values.HOST,
    port: values.PORT,
    maximumCost: values.CONFRERE_MAX_COST,
    budget: values.CONFRERE_BUDGET,
    redis: values.CONFRERE_REDIS ?? null,
    atOnce: values.CONFRERE_AT_ONCE,
    cacheBytes: values.CONFRERE_CACHE * 1_000_000,
    subscriptions: values.CONFRERE_SUBSCRIPTIONS,
    proxies: values.CONFRERE_PROXIES ?? [],
    introspection: values.CONFRERE_INTROSPECTION,
    onlyDocuments: values.CONFRERE_ONLY_DOCUMENTS,
    logLevel: values.CONFRERE_LOG,
    metrics: values.CONFRERE_METRICS,
    deadline: values.CONFRERE_DEADLINE * 1000,
    origins: values.CONFRERE_ORIGINS ?? [],
  };
}

/**
 * What OpenTelemetry reads from the environment it reads by itself; here is only decided whether it is loaded at all. It takes
 * an empty variable for one that is left out.
 */
function asksForTraces(environment: Environment): boolean {
  const isDisabled = environment['OTEL_SDK_DISABLED']?.trim().toLowerCase() === 'true';
  const exporter = environment['OTEL_TRACES_EXPORTER']?.trim() ?? '';
  if (isDisabled || exporter === 'none') return false;
  return [
    exporter,
    environment['OTEL_EXPORTER_OTLP_ENDPOINT'],
    environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'],
  ].some((given) => (given ?? '').trim() !== '');
}

function unknownSettings(environment: Environment): string[] {
  const known = Object.keys(settings);
  return Object.keys(environment)
    .filter((name) => isOurs(name, environment) && !known.includes(name))
    .sort()
    .map((name) => {
      const hint = didYouMean(name, known) || `; known are ${known.join(', ')}.`;
      return `${name}: there is no such setting${hint}`;
    });
}

/** What Neo4j’s own programs read from the environment, so that it may well stand there. */
const OF_NEO4J_ITSELF =
  /^NEO4J_(ACCEPT_LICENSE_AGREEMENT|AUTH|CONF|DEBUG|EDITION|HOME|PLUGINS|VERSION|TEST_[A-Z]+)$/;

/** Whether a name can only be meant for Confrere. Neo4j’s server takes settings of its own, written with small letters. */
function isOurs(name: string, environment: Environment): boolean {
  if (name.startsWith('CONFRERE_')) return true;
  const asksNeo4j = environment['CONFRERE_STORE'] === 'neo4j';
  return asksNeo4j && /^NEO4J_[A-Z_]+$/.test(name) && !OF_NEO4J_ITSELF.test(name);
}

function badValue(name: Name, given: string | undefined): string {
  const { expected, secret }: Setting<unknown> = settings[name];
  return `${name}: expected ${expected}; got ${shown(given, secret)}.`;
}

function shown(given: string | undefined, isSecret = false): string {
  if (given === undefined || given === '') return 'nothing';
  return isSecret ? 'something else, which is not shown' : JSON.stringify(withoutPassword(given));
}

/** An address may carry a password that nobody should see in a log. */
function withoutPassword(given: string): string {
  return given.replace(/^.*@/s, '…@');
}
