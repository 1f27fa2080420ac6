import { once } from 'node:events';
import { mkdirSync, readdirSync, renameSync, utimesSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../src/cli/neo4j/command.js';
import { jarsDirectory, NEO4J_VERSION, provideJars } from '../../src/cli/neo4j/jars.js';
import { findNeo4jMeans } from '../../src/cli/neo4j/means.js';
import { startNeo4j } from '../../src/cli/neo4j/provide.js';
import { fakePrograms, removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';
import setup from '../helpers/neo4jGlobalSetup.js';

const JDK_17 = 'echo \'openjdk version "17.0.15" 2025-04-15\' >&2';
const DOCKER_WITHOUT_ENGINE = 'echo "engine="; echo "Cannot connect to the Docker daemon" >&2; exit 1';
// Takes the folder from -DoutputDirectory=..., as the real Maven does.
const MAVEN = `for argument; do case "$argument" in -DoutputDirectory=*) out="\${argument#*=}";; esac; done
[ -z "$out" ] || echo jar > "$out/neo4j-${NEO4J_VERSION}.jar"`;

afterEach(() => {
  vi.unstubAllEnvs();
  removeTemporaryDirectories();
});

/** Lets only these programs be found, with the shell's own tools that they are written in. */
function onlyPrograms(scripts: Readonly<Record<string, string>>): void {
  vi.stubEnv('PATH', fakePrograms(scripts));
}

const quiet = (): void => undefined;

describe('findNeo4jMeans', () => {
  test('says in one line what is missing and what to do', async () => {
    onlyPrograms({ docker: DOCKER_WITHOUT_ENGINE });
    const means = await findNeo4jMeans({ cacheDirectory: temporaryDirectory() });
    expect(means).toMatchObject({ docker: false, java: null });
    expect(means.remedy).toBe(
      'no Docker engine answers; no Java at "java"; no Maven to download Neo4j with. ' +
        'Start Docker, or install a JDK 17 or newer and Maven (on the PATH, or JAVA_HOME for the JDK).',
    );
  });

  test('takes Docker only where an engine answers', async () => {
    onlyPrograms({ docker: 'echo engine=28.2.2' });
    expect(await findNeo4jMeans()).toMatchObject({ docker: true, remedy: null });
  });

  test.each([
    ['an old Java', 'echo \'openjdk version "11.0.2" 2019-01-15\' >&2', '"java" is Java 11'],
    ['a very old Java', 'echo \'java version "1.8.0_292"\' >&2', '"java" is Java 8'],
    [
      'a runtime',
      `[ "$1" = -version ] || exit 1; ${JDK_17}`,
      '"java" is a Java runtime without the compiler of a JDK',
    ],
    ['a stub', 'echo "Unable to locate a Java Runtime." >&2; exit 1', 'no Java at "java"'],
  ])('does not take %s', async (_, java, finding) => {
    onlyPrograms({ java, mvn: 'exit 0' });
    const means = await findNeo4jMeans({ cacheDirectory: temporaryDirectory() });
    expect(means.java).toBeNull();
    expect(means.remedy).toContain(finding);
  });

  test('prefers the JDK of JAVA_HOME, and falls back to the PATH', async () => {
    onlyPrograms({ java: JDK_17, mvn: 'exit 0' });
    const javaHome = temporaryDirectory();
    expect((await findNeo4jMeans({ javaHome })).java).toBe('java');
    renameSync(fakePrograms({ java: JDK_17 }), join(javaHome, 'bin'));
    expect((await findNeo4jMeans({ javaHome })).java).toBe(join(javaHome, 'bin', 'java'));
  });

  test('needs no Maven once the jars are in the cache', async () => {
    onlyPrograms({ java: JDK_17 });
    const cacheDirectory = temporaryDirectory();
    expect((await findNeo4jMeans({ cacheDirectory })).remedy).toContain('no Maven');
    mkdirSync(jarsDirectory(cacheDirectory), { recursive: true });
    expect(await findNeo4jMeans({ cacheDirectory })).toEqual({ docker: false, java: 'java', remedy: null });
  });
});

describe('provideJars', () => {
  test('publishes a whole download, once for two runs at a time', async () => {
    onlyPrograms({ mvn: MAVEN });
    const directory = jarsDirectory(temporaryDirectory());
    await Promise.all([provideJars(directory, quiet), provideJars(directory, quiet)]);
    expect(readdirSync(dirname(directory))).toEqual([`neo4j-${NEO4J_VERSION}`]);
    expect(readdirSync(directory)).toEqual([`neo4j-${NEO4J_VERSION}.jar`]);
  });

  test('asks Maven no more once the jars are there', async () => {
    const directory = jarsDirectory(temporaryDirectory());
    mkdirSync(directory, { recursive: true });
    onlyPrograms({ mvn: 'exit 1' });
    expect(await provideJars(directory, quiet)).toBe(directory);
  });

  test.each([
    ['breaks off', `${MAVEN}\necho "[ERROR] connection reset"; exit 1`, 'connection reset'],
    ['brings nothing', 'exit 0', 'could not download'],
    ['is absent', null, 'could not download'],
  ])('leaves nothing behind when Maven %s', async (_, mvn, words) => {
    onlyPrograms(mvn === null ? {} : { mvn });
    const directory = jarsDirectory(temporaryDirectory());
    await expect(provideJars(directory, quiet)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining(words) as unknown,
      details: { obtained: false },
    });
    expect(readdirSync(dirname(directory))).toEqual([]);
  });

  test('clears away what killed runs left an hour ago, and no download that is under way', async () => {
    onlyPrograms({ mvn: MAVEN });
    const directory = jarsDirectory(temporaryDirectory());
    const [abandoned, current] = [`${directory}.download-1`, `${directory}.download-2`];
    mkdirSync(abandoned, { recursive: true });
    mkdirSync(current);
    const twoHoursAgo = Date.now() / 1000 - 2 * 3600;
    utimesSync(abandoned, twoHoursAgo, twoHoursAgo);
    await provideJars(directory, quiet);
    expect(readdirSync(dirname(directory)).sort()).toEqual([basename(directory), basename(current)]);
  });
});

describe('startNeo4j', () => {
  test('names the remedy when there is no means', async () => {
    onlyPrograms({});
    const started = startNeo4j({ tools: { cacheDirectory: temporaryDirectory() } });
    await expect(started).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('install a JDK 17 or newer and Maven') as unknown,
      details: { obtained: false },
    });
  });

  test('refuses a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(startNeo4j({ port })).rejects.toMatchObject({ code: 'BAD_CONFIG' });
    server.close();
  });

  test('turns to Java when Docker answers but cannot get the image, and leaves no temporary folder', async () => {
    const java = `[ "$1" = -version ] && { ${JDK_17}; exit 0; }; [ "$1" = --describe-module ] && exit 0; echo jvm broke; exit 1`;
    onlyPrograms({
      docker:
        '[ "$1" = version ] && { echo engine=28.2.2; exit 0; }; echo "no route to the registry" >&2; exit 1',
      java,
      mvn: MAVEN,
    });
    const lines: string[] = [];
    const cacheDirectory = temporaryDirectory();
    vi.stubEnv('TMPDIR', temporaryDirectory());
    const started = startNeo4j({
      tools: { cacheDirectory },
      log: (line) => lines.push(line),
    });
    await expect(started).rejects.toMatchObject({
      message: expect.stringContaining('jvm broke') as unknown,
      details: { obtained: true },
    });
    expect(readdirSync(tmpdir())).toEqual([]);
    expect(lines.join('\n')).toMatch(/no route to the registry\nJava is used instead/);
  });
});

describe('the setup of a test run without any Neo4j', () => {
  function withoutMeans(ci: string): { provided: unknown[]; run: () => Promise<unknown> } {
    onlyPrograms({});
    vi.stubEnv('NEO4J_TEST_URI', '');
    vi.stubEnv('JAVA_HOME', '');
    vi.stubEnv('CI', ci);
    const provided: unknown[] = [];
    return { provided, run: () => setup({ provide: (_key, value) => provided.push(value) }) };
  }

  test('skips with one line that names the remedy', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(quiet);
    const { provided, run } = withoutMeans('');
    await run();
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/^Neo4j tests are SKIPPED\. .*NEO4J_TEST_URI\.$/)],
    ]);
    expect(provided).toEqual([{ absent: expect.stringContaining('install a JDK 17') as unknown }]);
    warn.mockRestore();
  });

  test('fails with CI=true', async () => {
    const { provided, run } = withoutMeans('true');
    await expect(run()).rejects.toThrow(/CI=true asks for all tests.*install a JDK 17/);
    expect(provided).toEqual([]);
  });
});

describe('runCommand', () => {
  test('tells success, failure, absence and a timeout apart from one another', async () => {
    const node = (script: string, timeoutMs = 10_000) =>
      runCommand(process.execPath, ['-e', script], timeoutMs);
    expect(await node('console.log(1); console.error(2)')).toEqual({
      ok: true,
      output: expect.stringContaining('1') as unknown,
    });
    expect(await node('console.log("why"); process.exit(3)')).toEqual({ ok: false, output: 'why\n' });
    expect(await runCommand('/absent/program', [], 1000)).toMatchObject({ ok: false });
    expect(await node('setInterval(() => {}, 1000)', 300)).toEqual({ ok: false, output: '' });
  });
});
