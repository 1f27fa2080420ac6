import { existsSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { ontology } from '../../src/ontology/index.js';
import { checkStore } from '../../src/store/check.js';
import { openSqliteStore } from '../../src/store/sqlite/index.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';
import { rounds } from '../helpers/soak.js';
import { confrere, startConfrere } from './confrere.js';
import { trainingsBundle } from './trainingsBundle.js';

afterEach(removeTemporaryDirectories);

const KILLS = rounds(10, 50);
const FACTS = 1_000;

test(
  'an import that is killed at any moment has landed whole or not at all',
  { timeout: rounds(600_000, 3_600_000) },
  async () => {
    const folder = temporaryDirectory();
    const file = join(folder, 'data/confrere.db');
    const landed = async () => {
      const store = await openSqliteStore({ file });
      try {
        for await (const finding of checkStore(store, ontology)) expect(finding).toBeUndefined();
        const [version, facts, sources] = [
          await store.version(),
          await store.countFacts({}),
          await store.countSources(),
        ];
        expect(facts).toBe(version * FACTS);
        expect(sources).toBe(version);
        return version;
      } finally {
        await store.close();
      }
    };

    await writeFile(join(folder, '0.json'), trainingsBundle(0, FACTS));
    const started = performance.now();
    expect(await confrere(folder, ['import', '0.json'])).toMatchObject({ code: 0 });
    const duration = performance.now() - started;
    expect(await landed()).toBe(1);

    let version = 1;
    let kills = 0;
    let killedUnfinished = 0;
    for (let run = 1; kills < KILLS; run++) {
      await writeFile(join(folder, `${run}.json`), trainingsBundle(run, FACTS));
      const { process, ended } = startConfrere(folder, ['import', `${run}.json`]);
      // Half of the kills come at any moment, half while the file is being written.
      if (run % 2 === 0) await delay(Math.random() * duration);
      else {
        await untilGrown(`${file}-wal`, ended);
        await delay((Math.random() * duration) / 8);
      }
      process.kill('SIGKILL');
      const { signal } = await ended;
      const before = version;
      version = await landed();
      expect(version - before === 0 || version - before === 1).toBe(true);
      if (signal === null) expect(version).toBe(before + 1);
      else kills++;
      if (signal !== null && version === before) killedUnfinished++;
    }
    expect(killedUnfinished).toBeGreaterThan(0);

    // What was cut short lands when it is asked for again, and what had landed is left alone.
    expect(await confrere(folder, ['import', '.'])).toMatchObject({ stderr: '', code: 0 });
    const store = await openSqliteStore({ file });
    const total = await store.countSources();
    expect(await store.countFacts({})).toBe(total * FACTS);
    await store.close();
    expect(await confrere(folder, ['check'])).toMatchObject({ code: 0 });
  },
);

/** Resolves when something is written to a file, or when the writer has ended. */
async function untilGrown(file: string, ended: Promise<unknown>): Promise<void> {
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  const size = () => (existsSync(file) ? statSync(file).size : 0);
  const before = size();
  while (!hasEnded && size() <= before) await delay(2);
}
