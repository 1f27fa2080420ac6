import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';
import { post } from '../helpers/serving.js';
import { rounds } from '../helpers/soak.js';
import { confrere, startConfrere } from './confrere.js';
import type { Running } from './confrere.js';
import { trainingsBundle } from './trainingsBundle.js';

/* Several processes share the file of the embedded store. */

const IMPORTS = rounds(4, 40);
const FACTS = 300;
const READERS_FOR_EACH = 2;

const servers: Running[] = [];
afterEach(async () => {
  for (const { process, ended } of servers.splice(0)) {
    process.kill('SIGKILL');
    await ended;
  }
  removeTemporaryDirectories();
});

test(
  'two services and imports share one file, begun at once: all answer whole changesets, the newest ones',
  { timeout: rounds(120_000, 1_800_000) },
  async () => {
    const folder = temporaryDirectory();
    const serve = async () => {
      const server = startConfrere(folder, ['serve'], { PORT: '0', CONFRERE_BUDGET: '1000000000' });
      servers.push(server);
      const [, url = ''] = await server.said(/Ready: .* GraphQL at (http:\/\/\S+)\/graphql/);
      return { url, ...server };
    };
    // Both find no file, and both would fill it with the seed graph.
    const [one, other] = await Promise.all([serve(), serve()]);
    const { totalCount: seeds, knownIn } = await factsAt(one.url);
    expect(knownIn).toBe(1);
    expect(seeds).toBeGreaterThan(100);
    expect(await factsAt(other.url)).toEqual({ totalCount: seeds, knownIn: 1 });

    let importing = true;
    let answers = 0;
    const read = async (url: string) => {
      for (let before = 1; importing; answers++) {
        const { totalCount, knownIn: now } = await factsAt(url);
        expect(now).toBeGreaterThanOrEqual(before);
        expect(totalCount).toBe(seeds + (now - 1) * FACTS);
        before = now;
      }
    };
    const readers = [one.url, other.url].flatMap((url) =>
      Array.from({ length: READERS_FOR_EACH }, () => read(url)),
    );
    const imports = (async () => {
      for (let run = 1; run <= IMPORTS; run++) {
        await writeFile(join(folder, `${run}.json`), trainingsBundle(run, FACTS));
        expect(await confrere(folder, ['import', `${run}.json`])).toMatchObject({ code: 0, stderr: '' });
        // At once, through whichever of them it is asked.
        for (const { url } of [one, other]) {
          expect(await factsAt(url)).toEqual({ totalCount: seeds + run * FACTS, knownIn: 1 + run });
        }
      }
    })();
    await imports.finally(() => (importing = false));
    await Promise.all(readers);

    // One that is killed takes nothing with it.
    one.process.kill('SIGKILL');
    await one.ended;
    expect(await factsAt(other.url)).toEqual({ totalCount: seeds + IMPORTS * FACTS, knownIn: 1 + IMPORTS });
    other.process.kill('SIGTERM');
    expect(await other.ended).toMatchObject({ code: 0, stderr: '' });
    expect(await confrere(folder, ['check'])).toMatchObject({ code: 0 });
    console.log(`${IMPORTS} imports beside two services: ${answers} answers, all of whole changesets.`);
  },
);

async function factsAt(url: string): Promise<{ totalCount: number; knownIn: number }> {
  const response = await post(url, { query: '{ facts(first: 0) { totalCount knownIn } }' });
  const { data, errors } = (await response.json()) as {
    data: { facts: { totalCount: number; knownIn: number } };
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  return data.facts;
}
