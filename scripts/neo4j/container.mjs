// Runs Neo4j in a Docker container for as long as standard input is open, then removes the container.
//
// Arguments: the image, the port on the loopback address, and the folder that keeps the data (none: it goes with the
// container). The first line of standard input is the password of the user neo4j. A process of its own does this
// because a container outlives whoever started it; this one lives on when its parent is killed, sees the input close,
// and cleans up.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_LINE = 'confrere-neo4j ready';
// Bolt's greeting: its magic number, then four offers of a version, of which three are empty.
const BOLT_GREETING = Buffer.from(`6060b017${'00000405'}${'00000000'.repeat(3)}`, 'hex');
const GREETING_TIMEOUT_MS = 2_000;
const GREETING_PAUSE_MS = 250;
const SECONDS_TO_STOP = 40;

const [image, port, home] = process.argv.slice(2);
const container = `confrere-neo4j-${randomUUID()}`;

// Whoever read our output may be gone; that must not keep us from removing the container.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

const input = createInterface({ input: process.stdin });
const password = await new Promise((resolve) =>
  input.once('line', resolve).once('close', () => resolve(null)),
);
process.exit(password === null ? 1 : await serve(endOfInput()));

/** Settles when the input closes or a signal asks for the end. */
function endOfInput() {
  return new Promise((resolve) => {
    const stop = () => resolve('stopped');
    input.once('close', stop);
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}

async function serve(stopped) {
  try {
    await docker(['run', ...runOptions(), image], containerSettings());
    const exited = docker(['wait', container]).then(() => 'exited');
    const first = await Promise.race([stopped, exited, firstAnswer()]);
    if (first === 'answered') console.log(READY_LINE);
    const last = first === 'answered' ? await Promise.race([stopped, exited]) : first;
    if (last === 'stopped') return 0;
    console.error(await docker(['logs', '--tail', '20', container]));
    return 1;
  } catch (error) {
    console.error(error.message);
    return 1;
  } finally {
    await removeContainer();
  }
}

function runOptions() {
  // A name without a value is taken from the client's environment, so no list of processes shows the password.
  const settings = Object.keys(containerSettings()).flatMap((name) => ['--env', name]);
  return ['--detach', '--name', container, '--publish', `127.0.0.1:${port}:7687`, ...settings, ...keptData()];
}

function containerSettings() {
  return {
    NEO4J_AUTH: `neo4j/${password}`,
    NEO4J_server_memory_heap_initial__size: '1g',
    NEO4J_server_memory_heap_max__size: '1g',
    NEO4J_server_memory_pagecache_size: '128m',
    NEO4J_server_bolt_advertised__address: `127.0.0.1:${port}`,
  };
}

function keptData() {
  if (home === undefined) return [];
  const data = join(home, 'data');
  mkdirSync(data, { recursive: true });
  // The files stay the person's own. Started by root, the image changes to a user of its own by itself.
  const uid = process.getuid?.() ?? 0;
  const user = uid === 0 ? [] : ['--user', `${uid}:${process.getgid()}`];
  return ['--volume', `${data}:/data`, ...user];
}

/** Settles with 'answered' once Bolt does; asks for as long as this process lives. */
async function firstAnswer() {
  while (!(await answersBolt())) await sleep(GREETING_PAUSE_MS);
  return 'answered';
}

/** Docker's own proxy takes connections before the server does, so only an answer to the greeting counts. */
function answersBolt() {
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(BOLT_GREETING));
    socket.setTimeout(GREETING_TIMEOUT_MS, () => socket.destroy());
    socket.once('data', (answer) => {
      resolve(answer.length >= 4 && answer.readUInt32BE(0) !== 0);
      socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(false));
  });
}

async function removeContainer() {
  // Data that is kept deserves an orderly end; the rest goes away at once.
  if (home !== undefined)
    await docker(['stop', '--time', String(SECONDS_TO_STOP), container]).catch(() => undefined);
  await docker(['rm', '--force', '--volumes', container]).catch(() => undefined);
}

function docker(args, settings = {}) {
  return new Promise((resolve, reject) => {
    execFile('docker', args, { env: { ...process.env, ...settings } }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout + stderr);
      else reject(new Error(`docker ${args[0]}: ${stderr.trim() || error.message}`));
    });
  });
}
