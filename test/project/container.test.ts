import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../src/config.js';
import * as paths from '../../src/paths.js';

const run = promisify(execFile);

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

/** The instructions of the Dockerfile in order, with continued lines joined. */
const instructions = read('Dockerfile')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => {
    const [, name = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    return { name, rest };
  });

/** The instructions of the stage that is shipped. */
const runtime = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));

function instruction(name: string): string {
  const found = runtime.filter((candidate) => candidate.name === name);
  expect(found, name).toHaveLength(1);
  return found[0]?.rest ?? '';
}

const stringList = z.array(z.string()).min(1);

describe('the Dockerfile', () => {
  test('copies only what exists and what .dockerignore lets through', () => {
    const ignore = read('.dockerignore').split('\n');
    expect(ignore).toContain('*');
    const copied = instructions
      .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from'))
      .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
    expect(copied).toContain('package-lock.json');
    for (const path of copied) {
      expect(existsSync(new URL(`../../${path}`, import.meta.url)), path).toBe(true);
      expect(
        ignore.some((line) => line.replace(/\/$/, '') === `!${path}`),
        path,
      ).toBe(true);
    }
  });

  test('ships every folder that the service reads from', () => {
    const folders = Object.values(paths).filter((value) => typeof value === 'string');
    expect(folders.length).toBeGreaterThan(0);
    for (const folder of folders) {
      const [top = ''] = relative(fileURLToPath(new URL('../../', import.meta.url)), folder).split(sep);
      expect(runtime, folder).toContainEqual({ name: 'COPY', rest: `${top} ./${top}` });
    }
  });

  test('ships a stage that runs as an ordinary user and starts the service', () => {
    expect(instructions.filter(({ name }) => name === 'FROM')).toHaveLength(2);
    expect(instruction('USER')).toBe('node');
    expect(instruction('EXPOSE')).toBe('4000');
    expect(instruction('VOLUME')).toBe('/data');
    const command = [instruction('ENTRYPOINT'), instruction('CMD')].flatMap((list) =>
      stringList.parse(JSON.parse(list)),
    );
    expect(command).toEqual(['node', 'dist/main.js', 'serve']);
  });

  test('sets the service to listen on every address and to keep its data in the volume', () => {
    const environment: Record<string, string> = {};
    for (const [, name = '', value = ''] of instruction('ENV').matchAll(/(\w+)=(\S+)/g))
      environment[name] = value;
    expect(readConfig(environment)).toMatchObject({
      host: '0.0.0.0',
      port: 4000,
      dataDirectory: '/data',
    });
  });

  test.each([
    { answer: 200, healthy: true },
    { answer: 503, healthy: false },
    { answer: null, healthy: false },
  ])('is healthy: $healthy when ready answers $answer', async ({ answer, healthy }) => {
    const paths: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      paths.push(request.url);
      response.writeHead(answer ?? 500).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    if (answer === null) server.close();

    const [command = '', ...args] = stringList.parse(
      JSON.parse(instruction('HEALTHCHECK').replace(/^.*?CMD /, '')),
    );
    expect(command).toBe('node');
    const outcome = await run(process.execPath, args, { env: { PORT: String(port) } }).then(
      () => 0,
      (error: unknown) => z.object({ code: z.number() }).parse(error).code,
    );
    server.close();
    expect(outcome).toBe(healthy ? 0 : 1);
    expect(paths).toEqual(answer === null ? [] : ['/health/ready']);
  });
});

const service = z.object({ environment: z.record(z.string(), z.string()), ports: stringList });
const compose = z
  .object({
    services: z.object({
      neo4j: service.extend({
        image: z.string(),
        volumes: stringList,
        healthcheck: z.object({ test: stringList }),
      }),
      confrere: service.extend({
        build: z.string(),
        read_only: z.boolean(),
        cap_drop: stringList,
        cap_add: z.never().optional(),
        privileged: z.never().optional(),
        user: z.never().optional(),
        security_opt: stringList,
        stop_grace_period: z.string().regex(/^\d+s$/),
        depends_on: z.object({ neo4j: z.object({ condition: z.string() }) }),
      }),
    }),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(read('docker-compose.yml')));

describe('docker-compose.yml', () => {
  const { neo4j, confrere } = compose.services;

  test('asks for the password of Neo4j and names none itself', () => {
    const required = /^\$\{NEO4J_PASSWORD:\?[^}]+\}$/;
    expect(confrere.environment.NEO4J_PASSWORD).toMatch(required);
    expect(neo4j.environment.NEO4J_AUTH?.replace(/^neo4j\//, '')).toMatch(required);
  });

  test('starts the service on a healthy Neo4j of the tested line', () => {
    expect(neo4j.image).toBe('neo4j:5.26-community');
    expect(neo4j.healthcheck.test.at(-1)).toContain('cypher-shell');
    expect(confrere.depends_on.neo4j.condition).toBe('service_healthy');
    expect(readConfig(confrere.environment)).toMatchObject({
      store: 'neo4j',
      neo4j: { uri: 'bolt://neo4j:7687', username: 'neo4j' },
    });
  });

  test('gives the service no rights and nothing to write to, and the time that it needs to stop', () => {
    expect(confrere).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    // Five seconds for questions, two for traces, and some to close the store.
    expect(parseInt(confrere.stop_grace_period)).toBeGreaterThan(10);
  });

  test('keeps the data of Neo4j in a volume and every port on this machine', () => {
    expect(neo4j.volumes.map((volume) => volume.split(':'))).toEqual([
      [...Object.keys(compose.volumes), '/data'],
    ]);
    for (const port of [...neo4j.ports, ...confrere.ports]) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test("hands the health check's password over in its environment", async () => {
    const check = neo4j.healthcheck.test.at(-1)?.replaceAll('$$', '$') ?? '';
    const shown = check.replace(/cypher-shell .*/, `sh -c 'echo "$NEO4J_USERNAME $NEO4J_PASSWORD"'`);
    const { stdout } = await run('sh', ['-c', shown], {
      env: { ...process.env, NEO4J_AUTH: 'neo4j/with/slash' },
    });
    expect(stdout).toBe('neo4j with/slash\n');
  });
});
