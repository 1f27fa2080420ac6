import { join } from 'node:path';
import { runCommand } from './command.js';
import { hasJars, jarsDirectory } from './jars.js';

/** Where to look for tools beyond the PATH; both are what the environment variables of that name hold. */
export interface Neo4jTools {
  /** JAVA_HOME: its `bin/java` is preferred to the one on the PATH. */
  readonly javaHome?: string | undefined;
  /** XDG_CACHE_HOME, by default ~/.cache: the jars are kept in its folder `confrere`. */
  readonly cacheDirectory?: string | undefined;
}

export interface Neo4jMeans {
  /** True when a Docker engine answers; the client alone is no use. */
  readonly docker: boolean;
  /** The `java` command to run Neo4j with, null when there is none or the jars can neither be found nor fetched. */
  readonly java: string | null;
  /** When there is no means at all: one line that says what was found and what to do about it. Otherwise null. */
  readonly remedy: string | null;
}

const OLDEST_JAVA = 17;
// A busy machine needs seconds to start a JVM, and a tool that is there must not be taken for absent.
const PROBE_TIMEOUT_MS = 30_000;

/** Looks for the ways in which a Neo4j can be started on this machine. Starts and changes nothing; bounded in time. */
export async function findNeo4jMeans(tools: Neo4jTools = {}): Promise<Neo4jMeans> {
  const [docker, java, jars] = await Promise.all([probeDocker(), probeJava(tools), probeJars(tools)]);
  const javaUsable = java.found && jars.found;
  const remedy =
    docker.found || javaUsable
      ? null
      : `${docker.finding}; ${java.finding}; ${jars.finding}. ` +
        `Start Docker, or install a JDK ${OLDEST_JAVA} or newer and Maven (on the PATH, or JAVA_HOME for the JDK).`;
  return { docker: docker.found, java: javaUsable ? java.command : null, remedy };
}

interface Probe {
  readonly found: boolean;
  readonly finding: string;
}

async function probeDocker(): Promise<Probe> {
  // Some clients answer 0 without an engine, so the engine's version is what counts.
  const { ok, output } = await runCommand(
    'docker',
    ['version', '--format', 'engine={{.Server.Version}}'],
    PROBE_TIMEOUT_MS,
  );
  const found = ok && /^engine=\d/m.test(output);
  return { found, finding: found ? 'Docker answers' : 'no Docker engine answers' };
}

async function probeJava({ javaHome }: Neo4jTools): Promise<Probe & { readonly command: string }> {
  const commands = [...(javaHome ? [join(javaHome, 'bin', 'java')] : []), 'java'];
  const findings: string[] = [];
  for (const command of commands) {
    const finding = await judgeJava(command);
    if (finding === null) return { found: true, finding: `${command} can be used`, command };
    findings.push(finding);
  }
  return { found: false, finding: findings.join(', '), command: '' };
}

/** Null when this `java` can run the launcher from its source, otherwise why it cannot. */
async function judgeJava(command: string): Promise<string | null> {
  const { ok, output } = await runCommand(command, ['-version'], PROBE_TIMEOUT_MS);
  const version = /version "(?:1\.)?(\d+)/.exec(output)?.[1];
  if (!ok || version === undefined) return `no Java at "${command}"`;
  if (Number(version) < OLDEST_JAVA) return `"${command}" is Java ${version}`;
  const compiler = await runCommand(command, ['--describe-module', 'jdk.compiler'], PROBE_TIMEOUT_MS);
  return compiler.ok ? null : `"${command}" is a Java runtime without the compiler of a JDK`;
}

async function probeJars({ cacheDirectory }: Neo4jTools): Promise<Probe> {
  if (await hasJars(jarsDirectory(cacheDirectory))) return { found: true, finding: 'Neo4j is in the cache' };
  const { ok } = await runCommand('mvn', ['-v'], PROBE_TIMEOUT_MS);
  return { found: ok, finding: ok ? 'Maven answers' : 'no Maven to download Neo4j with' };
}
