import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/index.js';
import { findingsIn } from '../helpers/collect.js';
import { SOAK, rounds } from '../helpers/soak.js';
import { writeSmallGraph } from './smallGraph.js';

let folder = '';
let file = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'confrere-flipped-'));
  file = join(folder, 'confrere.db');
  await writeSmallGraph(file);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const PAGE = 4_096;

/** What once came as another error than that the file is damaged. */
const DAMAGES = [
  [{ page: 1, byte: 4, bit: 3 }],
  [
    { page: 32, byte: 1006, bit: 3 },
    { page: 1, byte: 796, bit: 1 },
    { page: 49, byte: 14, bit: 2 },
    { page: 6, byte: 36, bit: 1 },
  ],
  [
    { page: 21, byte: 43, bit: 5 },
    { page: 28, byte: 652, bit: 5 },
    { page: 32, byte: 36, bit: 4 },
    { page: 17, byte: 3676, bit: 5 },
  ],
];

it(
  'names what is damaged, or nothing, whichever bits of the file are flipped',
  async () => {
    const whole = await readFile(file);
    // The first page says what the file is; one that is damaged there is no file of ours. At the beginning of each stands how it is read.
    const place = fc.record({
      page: fc.integer({ min: 1, max: whole.length / PAGE - 1 }),
      byte: fc.oneof(fc.nat(63), fc.nat(PAGE - 1)),
      bit: fc.nat(7),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 4 }), async (places) => {
        const damaged = Buffer.from(whole);
        for (const { page, byte, bit } of places) {
          const at = page * PAGE + byte;
          damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        }
        await writeFile(file, damaged);
        const store = await openSqliteStore({ file }).catch(expectCorrupt);
        if (store === undefined) return;
        await findingsIn(store).catch(expectCorrupt);
        await store.close();
      }),
      // The same bits each time, but for those who look for more.
      {
        numRuns: rounds(60, 3_000),
        ...(SOAK ? {} : { seed: 1 }),
        endOnFailure: true,
        examples: DAMAGES.map((places): [typeof places] => [places]),
      },
    );
  },
  rounds(120_000, 3_600_000),
);

function expectCorrupt(error: unknown): undefined {
  expect(error).toMatchObject({ code: 'STORE_CORRUPT' });
  return undefined;
}
