import { join } from 'node:path';
import { z } from 'zod';
import { ConfrereError } from './errors.js';
import { didYouMean } from './nearest.js';

/** A setting from the environment. */
interface Setting<Value> {
  /** One sentence for the settings table of the README. */
  description: string;
  /** What a value looks like; ends the sentence "expected …". */
  expected: string;
  /** As it would be written in the environment; without one the setting may be left out. */
  default?: string;
  schema: z.ZodType<Value, string>;
  /** A secret is never shown. */
  secret?: true;
}

const NEO4J_SCHEMES = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'];

const text = z.string().min(1);
const truth = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Every setting, once. What reads them and what describes them follow from this table. */
export const settings = {
  CONFRERE_STORE: setting({
    description:
      'Where the records are kept: `embedded` in a file of its own, `neo4j` in a Neo4j server (5.26 or newer).',
    expected: '"embedded" or "neo4j"',
    default: 'embedded',
    schema: z.enum(['embedded', 'neo4j']),
  }),
  CONFRERE_DATA: setting({
    description: 'The directory of the embedded store, whose file is `confrere.db`; made when it is missing.',
    expected: 'the path of a directory',
    default: './data',
    schema: text.refine((path) => !path.includes('\0')),
  }),
  CONFRERE_SEED: setting({
    description: 'Whether `confrere serve` fills an empty store with the seed graph.',
    expected: '"true" or "false"',
    default: 'true',
    schema: truth,
  }),
  NEO4J_URI: setting({
    description: 'The address of Neo4j: `bolt://`, `neo4j://`, or with encryption `bolt+s://`, `neo4j+s://`.',
    expected: `an address that begins with ${NEO4J_SCHEMES.map((scheme) => `${scheme}://`).join(', ')}, without user or password`,
    default: 'bolt://localhost:7687',
    schema: text.refine(isNeo4jAddress),
  }),
  NEO4J_USERNAME: setting({
    description: 'The user at Neo4j.',
    expected: 'the name of a user',
    default: 'neo4j',
    schema: text,
  }),
  NEO4J_PASSWORD: setting({
    description: 'The password at Neo4j; needed when `CONFRERE_STORE` is `neo4j`.',
    expected: 'the password at Neo4j, since CONFRERE_STORE is "neo4j"',
    schema: z.string(),
    secret: true,
  }),
  NEO4J_DATABASE: setting({
    description: 'The database at Neo4j.',
    expected: 'the name of a database',
    default: 'neo4j',
    schema: text,
  }),
  HOST: setting({
    description: 'The address on which the service listens; `0.0.0.0` for every one of the machine.',
    expected: 'a host name or an IP address',
    default: '127.0.0.1',
    schema: text.regex(/^[^\s/]+$/),
  }),
  PORT: setting({
    description: 'The port on which the service listens; `0` takes any free one.',
    expected: 'a port from 0 to 65535',
    default: '4000',
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65_535),
  }),
  CONFRERE_MAX_COST: setting({
    description:
      'The most that a query may cost, up to 1000000: a field costs 1, a list as much as the items that its page may have.',
    expected: 'a whole number from 1 to 1000000',
    default: '50000',
    schema: z
      .string()
      .regex(/^[1-9]\d{0,6}$/)
      .transform(Number)
      .refine((cost) => cost <= 1_000_000),
  }),
  CONFRERE_DEADLINE: setting({
    description:
      'How many seconds a request may take, from 0.1 to 600; what is not answered by then fails with DEADLINE_EXCEEDED.',
    expected: 'a number of seconds from 0.1 to 600',
    default: '10',
    schema: z
      .string()
      .regex(/^\d{1,3}(\.\d{1,3})?$/)
      .transform(Number)
      .refine((seconds) => seconds >= 0.1 && seconds <= 600),
  }),
  CONFRERE_ORIGINS: setting({
    description:
      'The web origins whose pages may ask from a browser, with commas between: `https://example.org`; `*` for all. None when left out.',
    expected: '"*", or origins such as "https://example.org" with commas between',
    schema: z
      .string()
      .transform((list) => list.split(',').map((origin) => origin.trim()))
      .refine((origins) =>
        origins.every(
          (origin) => origin === '*' || (URL.canParse(origin) && new URL(origin).origin === origin),
        ),
      ),
  }),
  NODE_ENV: setting({
    description:
      'Set to `development`, the libraries check more and answer more slowly; anything else means `production`.',
    expected: 'a word',
    default: 'production',
    schema: z.string(),
  }),
};

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
  /** How long a request may take, in milliseconds. */
  deadline: number;
  /** Web origins whose pages may ask from a browser. */
  origins: readonly string[];
}

type Settings = typeof settings;
type Name = keyof Settings;
type Optional = 'NEO4J_PASSWORD' | 'CONFRERE_ORIGINS';
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
  return configOf(values as Values);
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

function setting<Value>(definition: Setting<Value>): Setting<Value> {
  return definition;
}

function configOf(values: Values): Config {
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
    deadline: values.CONFRERE_DEADLINE * 1000,
    origins: values.CONFRERE_ORIGINS ?? [],
  };
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
  const got =
    secret || given === undefined || given === '' ? 'nothing' : JSON.stringify(withoutPassword(given));
  return `${name}: expected ${expected}; got ${got}.`;
}

function isNeo4jAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return NEO4J_SCHEMES.includes(protocol.slice(0, -1)) && hostname !== '' && username + password === '';
}

/** An address may carry a password that nobody should see in a log. */
function withoutPassword(given: string): string {
  return given.replace(/^.*@/s, '…@');
}
