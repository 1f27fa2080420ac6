import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';
import { post } from '../helpers/serving.js';
import { SOAK } from '../helpers/soak.js';
import { confrere, startConfrere } from './confrere.js';
import type { Running } from './confrere.js';
import { trainingsBundle } from './trainingsBundle.js';

/* The clock of the machine is set back, or was wrong and is put right. */

const HOUR = 3_600_000;
const CLOCK = { NODE_OPTIONS: `--import ${new URL('./shiftedClock.mjs', import.meta.url).href}` };

let folder: string;
let server: Running | undefined;
beforeEach(() => {
  folder = temporaryDirectory();
});
afterEach(async () => {
  server?.process.kill('SIGKILL');
  await server?.ended;
  server = undefined;
  removeTemporaryDirectories();
});

async function serve(
  settings: Readonly<Record<string, string>>,
): Promise<{ url: string; process: Running['process'] }> {
  server = startConfrere(folder, ['serve'], { PORT: '0', ...CLOCK, ...settings });
  const [, url = ''] = await server.said(/Ready: .* GraphQL at (http:\/\/\S+)\/graphql/);
  return { url, process: server.process };
}

describe('a clock that is set back by an hour while the service runs', () => {
  test('locks no client out', { timeout: 150_000 }, async () => {
    const { url, process } = await serve({ CONFRERE_BUDGET: '1000' });
    const ask = () => post(url, { query: '{ facts(first: 90) { nodes { key } } }' });
    const untilRefused = async () => {
      for (let count = 0; count < 50; count++) {
        const response = await ask();
        if (response.status !== 200) return response;
        await response.json();
      }
      throw new Error('The budget has no end.');
    };
    expect((await ask()).status).toBe(200);
    expect((await untilRefused()).status).toBe(429);
    const spent = performance.now();

    process.kill('SIGUSR2');
    await sleep(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    if (!SOAK) return;

    // What was said is true.
    await sleep(spent + 61_000 - performance.now());
    const again = await ask();
    expect(again.status).toBe(200);
    expect(await again.json()).toHaveProperty('data.facts.nodes.length', 90);
  });
});

describe('changesets', () => {
  /** Imports a bundle while the clock is so many milliseconds off. */
  async function landed(run: number, shift: number): Promise<void> {
    await writeFile(join(folder, `${run}.json`), trainingsBundle(run, 10));
    const settings = { ...CLOCK, CLOCK_SHIFT: String(shift) };
    expect(await confrere(folder, ['import', `${run}.json`], settings)).toMatchObject({ code: 0 });
  }

  test(
    'are in the order of their numbers, and none looks older than the one before',
    { timeout: 120_000 },
    async () => {
      // The clock is right, then an hour slow, then a year fast, then right again.
      const shifts = [0, -HOUR, 365 * 24 * HOUR, 0];
      for (const [index, shift] of shifts.entries()) await landed(index + 1, shift);

      const { url } = await serve({ CONFRERE_SEED: 'false' });
      const data = async (query: string) =>
        ((await (await post(url, { query })).json()) as { data: Record<string, unknown> }).data;
      const instants: string[] = [];
      for (const number of [1, 2, 3, 4]) {
        const { changeset } = (await data(`{ changeset(number: ${number}) { at } }`)) as {
          changeset: { at: string };
        };
        instants.push(changeset.at);
      }
      const [first = '', second, third = '', fourth] = instants;
      expect(second).toBe(first);
      expect(fourth).toBe(third);
      expect(Date.parse(third) - Date.parse(first)).toBeGreaterThan(364 * 24 * HOUR);

      const known = async (asKnownOn: string) =>
        (await data(`{ facts(asKnownOn: "${asKnownOn}", first: 0) { totalCount knownIn } }`))['facts'];
      // A number is never in doubt; an instant means all that bears it or an earlier one.
      for (const number of [1, 2, 3, 4]) {
        expect(await known(String(number))).toEqual({ totalCount: number * 10, knownIn: number });
      }
      expect(await known(first)).toEqual({ totalCount: 20, knownIn: 2 });
      expect(await known(third)).toEqual({ totalCount: 40, knownIn: 4 });
      expect(await known(new Date().toISOString())).toEqual({ totalCount: 20, knownIn: 2 });
      expect(await confrere(folder, ['check'])).toMatchObject({ code: 0 });
    },
  );
});
