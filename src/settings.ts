import { isIP } from 'node:net';
import { z } from 'zod';

/** A setting from the environment. */
export interface Setting<Value> {
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

function wholeNumber(least: number, most: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number)
    .refine((count) => count >= least && count <= most);
}

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
      'The most that a query may cost, up to 1000000: a field costs 1, a list as much as the items that its page may have, a question that is worked out whole 200 to 5000 beside.',
    expected: 'a whole number from 1 to 1000000',
    default: '50000',
    schema: wholeNumber(1, 1_000_000),
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
  CONFRERE_BUDGET: setting({
    description:
      'What the queries of one client address may cost together in a minute; beyond it they are refused with BUDGET_EXCEEDED.',
    expected: 'a whole number from 1000 to 1000000000',
    default: '10000000',
    schema: wholeNumber(1_000, 1_000_000_000),
  }),
  CONFRERE_REDIS: setting({
    description:
      'The Redis in which instances count together what clients spend: `redis://user:password@host:6379/0`, or with encryption `rediss://`. Each by itself when left out.',
    expected: 'an address such as "redis://user:password@host:6379/0", or with rediss://',
    schema: text.refine(isRedisAddress),
    secret: true,
  }),
  CONFRERE_AT_ONCE: setting({
    description:
      'How many requests are worked on at once. Four times as many wait; beyond those they are refused with OVERLOADED.',
    expected: 'a whole number from 1 to 1000',
    default: '32',
    schema: wholeNumber(1, 1_000),
  }),
  CONFRERE_CACHE: setting({
    description:
      'How many megabytes of answers, of what the store has said, and of what was worked out of it, are kept in memory. Answers are never stale for it: see docs/performance.md.',
    expected: 'a whole number from 1 to 100000',
    default: '128',
    schema: wholeNumber(1, 100_000),
  }),
  CONFRERE_SUBSCRIPTIONS: setting({
    description:
      'How many subscriptions, and how many WebSockets, there may be at a time, ten of each for one client address; beyond them they are refused with OVERLOADED.',
    expected: 'a whole number from 1 to 10000',
    default: '200',
    schema: wholeNumber(1, 10_000),
  }),
  CONFRERE_PROXIES: setting({
    description:
      'Proxies before the service, which say for whom they ask (`X-Forwarded-For`): addresses or subnets with commas between. None when left out.',
    expected: 'addresses or subnets such as "10.0.0.0/8" with commas between',
    schema: z
      .string()
      .transform((list) => list.split(',').map((proxy) => proxy.trim()))
      .refine((proxies) => proxies.every(isAddressOrSubnet)),
  }),
  CONFRERE_INTROSPECTION: setting({
    description: 'Whether clients may ask for the schema, and are told which name they may have meant.',
    expected: '"true" or "false"',
    default: 'true',
    schema: truth,
  }),
  CONFRERE_ONLY_DOCUMENTS: setting({
    description:
      'Whether only the documents of `schema/operations` may be asked, by their hash (`documentId`); all else is refused with DOCUMENT_REQUIRED.',
    expected: '"true" or "false"',
    default: 'false',
    schema: truth,
  }),
  CONFRERE_LOG: setting({
    description:
      'From which level on events are told, a line of JSON each, on standard error: `silent`, `error`, `warn`, or `info`, which tells of every request. What was asked is never told.',
    expected: '"silent", "error", "warn" or "info"',
    default: 'warn',
    schema: z.enum(['silent', 'error', 'warn', 'info']),
  }),
  CONFRERE_METRICS: setting({
    description:
      'Whether `/metrics` is served, for Prometheus: requests, costs, calls of the store, the delay of the loop. Keep it from strangers.',
    expected: '"true" or "false"',
    default: 'false',
    schema: truth,
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

function setting<Value>(definition: Setting<Value>): Setting<Value> {
  return definition;
}

function isAddressOrSubnet(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function isNeo4jAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return NEO4J_SCHEMES.includes(protocol.slice(0, -1)) && hostname !== '' && username + password === '';
}

function isRedisAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, pathname, search, hash } = new URL(address);
  return (
    ['redis:', 'rediss:'].includes(protocol) &&
    hostname !== '' &&
    /^(\/\d{0,4})?$/.test(pathname) &&
    search + hash === '' &&
    isDecodable(username + password)
  );
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
