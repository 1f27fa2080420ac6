/*
 * How long it takes until Confrere answers: `npm run build && npx tsx bench/start.ts [times]`. Each time it is started in an empty
 * folder, as after an install, and then once more over the data that are there by then. Medians, with the least and the greatest.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../src/cli/neo4j/port.js';
import { spreadOf } from './compare/report/statistics.js';

const TIMES = Number(process.argv[2] ?? 5);
const QUESTION = JSON.stringify({
  query: '{ trainings(first: 10) { nodes { key citations { source { title } } } } }',
});

const starts: [name: string, command: readonly string[], took: number[]][] = [
  ['npm start, with no data', ['npm', 'start'], []],
  ['confrere serve, over the seed graph', [process.execPath, 'dist/main.js', 'serve'], []],
];
for (let time = 0; time < TIMES; time++) {
  const data = await mkdtemp(join(tmpdir(), 'confrere-start-'));
  try {
    for (const [, command, took] of starts) took.push(await untilAnswer(command, data));
  } finally {
    await rm(data, { recursive: true });
  }
}
for (const [name, , took] of starts) {
  const { median, min, max } = spreadOf(took);
  console.log(`${name}: ${median} ms to the first answer (${min}..${max})`);
}

/** Starts it, asks until there is an answer, and stops it. In milliseconds. */
async function untilAnswer([command = '', ...given]: readonly string[], data: string): Promise<number> {
  const port = await findFreePort();
  const begun = performance.now();
  const child = spawn(command, given, {
    env: { ...process.env, NODE_ENV: 'production', CONFRERE_DATA: data, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  while (!(await hasAnswer(port))) {
    if (child.exitCode !== null)
      throw new Error(`${command} ended with ${child.exitCode} before it answered`);
    await sleep(5);
  }
  const took = Math.round(performance.now() - begun);
  // All of its group: npm starts a shell, and that the service.
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
  return took;
}

async function hasAnswer(port: number): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers,
      body: QUESTION,
    });
    const { data } = (await response.json()) as { data?: { trainings?: { nodes: unknown[] } } };
    return (data?.trainings?.nodes.length ?? 0) > 0;
  } catch {
    return false;
  }
}
