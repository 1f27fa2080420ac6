import { describe, expect, test } from 'vitest';
import { readConfig, readNeo4jDirectory, settingsTable } from '../../src/config.js';
import { settings } from '../../src/settings.js';
import { ConfrereError } from '../../src/errors.js';

function problemsOf(environment: Readonly<Record<string, string>>): unknown {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfrereError && error.code === 'BAD_CONFIG') return error.details['problems'];
    throw error;
  }
  return [];
}

describe('the settings', () => {
  test('need not be set', () => {
    expect(readConfig({})).toEqual({
      store: 'embedded',
      dataDirectory: './data',
      seed: true,
      neo4j: { uri: 'bolt://localhost:7687', username: 'neo4j', password: '', database: 'neo4j' },
      host: '127.0.0.1',
      port: 4000,
      maximumCost: Number(settings.CONFRERE_MAX_COST.default),
      budget: 10_000_000,
      redis: null,
      atOnce: 32,
      cacheBytes: 128_000_000,
      subscriptions: 200,
      proxies: [],
      introspection: true,
      onlyDocuments: false,
      logLevel: 'warn',
      metrics: false,
      traces: false,
      deadline: 10_000,
      origins: [],
    });
  });

  test('are read from the environment', () => {
    expect(
      readConfig({
        CONFRERE_STORE: 'neo4j',
        CONFRERE_DATA: '/var/lib/confrere',
        CONFRERE_SEED: 'false',
        NEO4J_URI: 'neo4j+s://graph.example.org:7688',
        NEO4J_USERNAME: 'reader',
        NEO4J_PASSWORD: 'a b',
        NEO4J_DATABASE: 'medicine',
        HOST: '::',
        PORT: '65535',
        CONFRERE_MAX_COST: '7',
        CONFRERE_BUDGET: '1000000',
        CONFRERE_REDIS: 'rediss://counter:a%20b@redis.example.org:6380/2',
        CONFRERE_AT_ONCE: '4',
        CONFRERE_CACHE: '256',
        CONFRERE_SUBSCRIPTIONS: '5',
        CONFRERE_PROXIES: '127.0.0.1, 10.0.0.0/8,::1/128',
        CONFRERE_INTROSPECTION: 'false',
        CONFRERE_ONLY_DOCUMENTS: 'true',
        CONFRERE_LOG: 'info',
        CONFRERE_METRICS: 'true',
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://localhost:4318/v1/traces',
        CONFRERE_DEADLINE: '2.5',
        CONFRERE_ORIGINS: 'https://example.org, http://localhost:5173',
        HOME: '/root',
      }),
    ).toEqual({
      store: 'neo4j',
      dataDirectory: '/var/lib/confrere',
      seed: false,
      neo4j: {
        uri: 'neo4j+s://graph.example.org:7688',
        username: 'reader',
        password: 'a b',
        database: 'medicine',
      },
      host: '::',
      port: 65_535,
      maximumCost: 7,
      budget: 1_000_000,
      redis: 'rediss://counter:a%20b@redis.example.org:6380/2',
      atOnce: 4,
      cacheBytes: 256_000_000,
      subscriptions: 5,
      proxies: ['127.0.0.1', '10.0.0.0/8', '::1/128'],
      introspection: false,
      onlyDocuments: true,
      logLevel: 'info',
      metrics: true,
      traces: true,
      deadline: 2_500,
      origins: ['https://example.org', 'http://localhost:5173'],
    });
  });

  test.each<[name: string, ...values: string[]]>([
    ['CONFRERE_STORE', 'Embedded', 'sqlite', ''],
    ['CONFRERE_DATA', ''],
    ['CONFRERE_SEED', 'yes', '1', ''],
    ['NEO4J_URI', 'localhost:7687', 'http://localhost', 'bolt://', 'bolt://neo4j:password@localhost', ''],
    ['NEO4J_USERNAME', ''],
    ['NEO4J_DATABASE', ''],
    ['HOST', '', 'http://localhost', 'a b'],
    ['PORT', '', '65536', '-1', '4000.5', '0x10', '4000 ', 'http'],
    ['CONFRERE_MAX_COST', '', '0', '-5', '1e3', '9999999', 'Infinity'],
    ['CONFRERE_BUDGET', '', '999', '-1000', '1e6', '9999999999'],
    [
      'CONFRERE_REDIS',
      '',
      'localhost:6379',
      'http://localhost',
      'redis://',
      'redis://a/b',
      'redis://a/0?b',
      'redis://:%zz@a',
    ],
    ['CONFRERE_AT_ONCE', '', '0', '1001', 'many'],
    ['CONFRERE_CACHE', '', '0', '100001', '64 MB'],
    ['CONFRERE_SUBSCRIPTIONS', '', '0', '10001', 'many'],
    ['CONFRERE_PROXIES', '', 'proxy', '10.0.0.0/33', '10.0.0.1,', '::1/129', '10.0.0.0/8/8', '1'],
    ['CONFRERE_INTROSPECTION', '', 'no'],
    ['CONFRERE_ONLY_DOCUMENTS', '', 'yes'],
    ['CONFRERE_LOG', '', 'debug'],
    ['CONFRERE_METRICS', '', '1'],
    ['CONFRERE_ORIGINS', 'example.org', 'https://example.org/path', 'https://a.org,,https://b.org'],
  ])('%s is refused when its value makes no sense', (name, ...values) => {
    for (const value of values) {
      const problems = problemsOf({ [name]: value });
      expect(problems, value).toEqual([
        expect.stringMatching(new RegExp(`^${name}: expected .+; got .+\\.$`)),
      ]);
    }
  });

  test('that are misspelt are refused, and all that is wrong is told at once', () => {
    expect(problemsOf({ CONFRERE_SEEDS: 'false', CONFRERE_XYZZY: '', PORT: 'x', HOST: '' })).toEqual([
      'CONFRERE_SEEDS: there is no such setting; did you mean "CONFRERE_SEED"?',
      expect.stringMatching(/^CONFRERE_XYZZY: there is no such setting; known are CONFRERE_STORE, /),
      'HOST: expected a host name or an IP address; got nothing.',
      'PORT: expected a port from 0 to 65535; got "x".',
    ]);
  });

  test('never show a password', () => {
    const problems = JSON.stringify(
      problemsOf({
        CONFRERE_STORE: 'neo4j',
        NEO4J_PASSWORD: '',
        NEO4J_URI: 'bolt://neo4j:hunter2@db.example.org:7687',
      }),
    );
    expect(problems).toContain('NEO4J_PASSWORD: expected the password at Neo4j');
    expect(problems).not.toContain('hunter2');
    expect(problemsOf({ NEO4J_PASSWORD: 'hunter2', PORT: 'x' })).toHaveLength(1);
    expect(problemsOf({ CONFRERE_REDIS: 'redis:/:hunter2@localhost' })).toEqual([
      'CONFRERE_REDIS: expected an address such as "redis://user:password@host:6379/0", or with rediss://; got something else, which is not shown.',
    ]);
  });

  test('say where a Neo4j for a person keeps its data, before its password is known', () => {
    expect(readNeo4jDirectory({ CONFRERE_STORE: 'neo4j', CONFRERE_DATA: 'data' })).toBe('data/neo4j');
    expect(() => readNeo4jDirectory({ CONFRERE_DAATA: 'data' })).toThrow(ConfrereError);
  });

  test('each stand in the table of the README', () => {
    const rows = settingsTable().split('\n');
    expect(rows).toHaveLength(2 + Object.keys(settings).length);
    for (const [name, { description }] of Object.entries(settings)) {
      expect(
        rows.filter((row) => row.startsWith(`| \`${name}\` |`) && row.includes(description)),
      ).toHaveLength(1);
    }
  });
});
