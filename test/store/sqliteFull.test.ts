import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { openSqliteStore } from '../../src/store/sqlite/index.js';
import { rounds } from '../helpers/soak.js';
import { changesetOf, expectWhole } from './durabilityChangesets.js';

/* There is no more room for the file, again and again: now and then on its way, now and then at once. */

const FILES = rounds(1, 12);
const TIMES_FOR_EACH = 6;
/** Up to so many bytes of room are left, which is a few changesets. */
const ROOM = 1_500_000;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'confrere-full-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A way to take away the room for a file, but for some bytes, and to give it back. */
interface Scarcity {
  take(file: string, left: number): void;
  give(): void;
}

const limitsFileSize = can('prlimit', ['--pid', String(process.pid), '--fsize']);
const named = (name: string, able: boolean) => (able ? name : `${name} (skipped: not possible here)`);

describe.skipIf(!limitsFileSize)(named('a file that may not grow', limitsFileSize), () => {
  const limit = (bytes: string) =>
    execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`]);
  afterEach(() => limit('unlimited'));

  it(
    'refuses writes and nothing else, and goes on when it may',
    { timeout: rounds(60_000, 1_800_000) },
    async () => {
      const size = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      await expectToBear({
        take: (file, left) => limit(String(Math.max(size(file), size(`${file}-wal`)) + left)),
        give: () => limit('unlimited'),
      });
    },
  );
});

const mounts = canMount();

describe.skipIf(!mounts)(named('a disk that is full', mounts), () => {
  beforeEach(() => execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'confrere-full', folder]));
  afterEach(() => execFileSync('umount', [folder]));

  it(
    'refuses writes and nothing else, and goes on when it has room',
    { timeout: rounds(60_000, 1_800_000) },
    async () => {
      const ballast = join(folder, 'ballast');
      await expectToBear({
        take: (_file, left) => {
          rmSync(ballast, { force: true });
          const { bavail, bsize } = statfsSync(folder);
          const file = openSync(ballast, 'w');
          writeSync(file, Buffer.alloc(Math.max(0, bavail * bsize - left)));
          closeSync(file);
        },
        give: () => rmSync(ballast, { force: true }),
      });
    },
  );
});

async function expectToBear(scarcity: Scarcity): Promise<void> {
  let [version, refused] = [0, 0];
  for (let each = 0; each < FILES; each++) {
    const file = join(folder, `${each}.db`);
    const attempted = await fillAgainAndAgain(file, scarcity).finally(() => scarcity.give());
    version += attempted.version;
    refused += attempted.refused;
    rmSync(file);
  }
  const times = FILES * TIMES_FOR_EACH;
  console.log(`${times} times without room: ${refused} writes refused, ${version} landed, all whole.`);
}

async function fillAgainAndAgain(file: string, scarcity: Scarcity): Promise<Attempts> {
  let [version, refused] = [0, 0];
  let store = await openSqliteStore({ file });
  try {
    for (let time = 0; time < TIMES_FOR_EACH; time++) {
      scarcity.take(file, Math.floor(ROOM * Math.random()));
      const attempted = await writeUntilRefused(store, version);
      version = attempted.version;
      refused += attempted.refused;
      await store.health();
      await expectWhole(store, version);
      // Now and then it is closed while there is no room at all, as when somebody starts the service anew.
      if (time % 2 === 1) {
        scarcity.take(file, 0);
        await store.close();
        store = await openSqliteStore({ file });
        await expectWhole(store, version);
      }
      scarcity.give();
      version += 1;
      expect(await store.apply(changesetOf(version))).toMatchObject({ number: version });
    }
    await store.close();
    store = await openSqliteStore({ file });
    await expectWhole(store, version);
    return { version, refused };
  } finally {
    await store.close();
  }
}

interface Attempts {
  /** The number of changesets that have landed. */
  version: number;
  refused: number;
}

/** Writes until there is no room, and some times more: a smaller changeset may still find some. */
async function writeUntilRefused(store: Store, from: number): Promise<Attempts> {
  let [version, refused] = [from, 0];
  while (refused < 3) {
    const error: unknown = await store.apply(changesetOf(version + 1)).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (error === null) version += 1;
    else {
      expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE' });
      expect((error as Error).message).toMatch(/no room|full/i);
      refused += 1;
    }
    expect(version - from, 'there is room without end').toBeLessThan(200);
  }
  return { version, refused };
}

function canMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'confrere-mount-'));
  try {
    if (!can('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'confrere-full', place])) return false;
    return can('umount', [place]);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function can(command: string, arguments_: readonly string[]): boolean {
  try {
    execFileSync(command, arguments_, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
