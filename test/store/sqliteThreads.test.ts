import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ontology } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';
import type { Store } from '../../src/store/port.js';
import { decodeAll } from '../../src/store/decode.js';
import { openSqliteStore } from '../../src/store/sqlite/index.js';
import type { WritingMethods } from '../../src/store/sqlite/methods.js';
import { Pool } from '../../src/store/sqlite/threads/pool.js';
import { Thread } from '../../src/store/sqlite/threads/thread.js';
import type { Host } from '../../src/store/sqlite/threads/workers.js';
import { startHost } from '../../src/store/sqlite/threads/workers.js';
import { draftOf, entity, fact, source } from '../helpers/graph.js';
import { findingsIn } from '../helpers/collect.js';

let folder = '';
let file = '';
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'confrere-threads-'));
  file = join(folder, 'confrere.db');
  store = await openSqliteStore({ file });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const PLAYERS = [source(), entity('doctor/a'), entity('country/x')];
const BY_KEY = { limit: 10, order: 'KEY', descending: false } as const;

function trainings(count: number, name = 't'): Operation[] {
  return Array.from({ length: count }, (_, index) =>
    fact(`training/${name}-${index}`, ['TRAINER=doctor/a', 'IN=country/x'], {
      time: `${1900 + (index % 120)}`,
    }),
  );
}

const HEADER = { author: 'A. Tester', note: '', at: '2024-05-01T12:00:00Z' };

/** A pool of one writer; the hosts of the threads that it starts are added to the list. */
function writersOn(hosts: Host[]): Pool<WritingMethods> {
  const { entityKinds, factKinds, relations } = ontology;
  const kinds = { entityKinds, factKinds, relations };
  return new Pool<WritingMethods>(1, () => {
    const host = startHost();
    hosts.push(host);
    return new Thread<WritingMethods>({ role: 'writer', file, patience: 2_000, kinds }, host);
  });
}

describe('the thread that asks stays free', () => {
  /** The longest time for which nothing else could run here, as a part of the time that the work took. */
  async function heldUp(work: () => Promise<unknown>): Promise<number> {
    const start = performance.now();
    let [last, longest] = [start, 0];
    const timer = setInterval(() => {
      const now = performance.now();
      [longest, last] = [Math.max(longest, now - last), now];
    }, 1);
    await work();
    clearInterval(timer);
    const end = performance.now();
    return Math.max(longest, end - last) / (end - start);
  }

  it('while a large changeset lands and while large questions are answered', async () => {
    await store.apply(draftOf(PLAYERS));
    expect(await heldUp(() => store.apply(draftOf(trainings(8_000))))).toBeLessThan(0.5);
    const heavy = { participants: [{ entities: ['country/x'] }], statuses: ['ACCEPTED'] } as const;
    const counts = () => Promise.all(Array.from({ length: 20 }, () => store.countFacts(heavy)));
    expect(await heldUp(counts)).toBeLessThan(0.5);
    expect(await counts()).toEqual(Array<number>(20).fill(8_000));
  });
});

describe('a changeset that is handed over in parts', () => {
  it('lands whole, or is refused whole', async () => {
    await store.apply(draftOf(PLAYERS));
    const broken = [...trainings(999, 'broken'), fact('training/last', ['TRAINER=doctor/nobody'])];
    const [landed, refused, other] = await Promise.allSettled([
      store.apply(draftOf(trainings(1_000))),
      store.apply(draftOf(broken)),
      store.apply(draftOf(trainings(1_001, 'other'))),
    ]);
    expect(landed.status).toBe('fulfilled');
    expect(refused).toMatchObject({ reason: { code: 'CHANGESET_REFUSED' } });
    expect(other.status).toBe('fulfilled');
    expect(await store.countFacts({})).toBe(2_001);
    expect(await store.version()).toBe(3);
  });

  it('forgets the parts of a changeset that is given up', async () => {
    const pool = writersOn([]);
    await pool.call('stage', 1, PLAYERS);
    await pool.call('stage', 2, PLAYERS);
    await pool.call('discard', 1);
    const given = pool.call('apply', 1, HEADER, PLAYERS.length, [source('source/last')]);
    await expect(given).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await pool.call('apply', 2, HEADER, PLAYERS.length, [])).toMatchObject({ number: 1 });
    await pool.close();
  });
});

describe('a question that is given up', () => {
  it('frees the threads that were at it, and is not begun where it waited', async () => {
    await store.apply(draftOf([...PLAYERS, ...trainings(3_000)]));
    const parents = Array.from({ length: 500 }, () => ['doctor/a', 'country/x']);
    const taken = async (work: () => Promise<unknown>) => {
      const start = performance.now();
      await work();
      return performance.now() - start;
    };
    const whole = await taken(() => store.countFactsOf(parents, undefined, {}));
    const controller = new AbortController();
    const hurried = store.during(controller.signal);
    const asked = Promise.allSettled(
      Array.from({ length: 10 }, () => hurried.countFactsOf(parents, undefined, {})),
    );
    await setTimeout(whole / 20);
    const reason = new Error('It took too long.');
    controller.abort(reason);
    expect(await taken(() => asked)).toBeLessThan(whole / 2);
    for (const outcome of await asked) expect(outcome).toEqual({ status: 'rejected', reason });
    expect(await taken(() => store.version())).toBeLessThan(whole / 2);
  });

  it('is not read to its end either', async () => {
    const texts = Array.from({ length: 3_000 }, (_, index) =>
      JSON.stringify({ index, text: 'x'.repeat(1_000) }),
    );
    expect(await decodeAll(texts)).toHaveLength(3_000);
    const controller = new AbortController();
    const decoded = decodeAll(texts, () => controller.signal.throwIfAborted());
    controller.abort(new Error('It took too long.'));
    await expect(decoded).rejects.toThrow('It took too long.');
  });
});

describe('a thread that dies', () => {
  let hosts: Host[] = [];
  let pool: Pool<WritingMethods>;
  beforeEach(() => {
    hosts = [];
    pool = writersOn(hosts);
  });
  afterEach(() => pool.close());

  it('makes its call fail, and the next one is answered by another', async () => {
    const failing = pool.call('apply', 1, HEADER, 0, PLAYERS);
    const next = pool.call('apply', 2, HEADER, 0, [source('source/next')]);
    // It has not even begun to open the file.
    await Promise.all([
      expect(failing).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' }),
      hosts[0]?.worker.terminate(),
    ]);
    expect(await next).toMatchObject({ number: 1 });
    expect(hosts).toHaveLength(2);
    expect((await store.findSources(BY_KEY)).items.map(({ item }) => item.key)).toEqual(['source/next']);
  });

  it('takes the parts of a changeset with it, which then does not land at all', async () => {
    await pool.call('stage', 1, PLAYERS);
    await hosts[0]?.worker.terminate();
    const applied = pool.call('apply', 1, HEADER, PLAYERS.length, [source('source/last')]);
    await expect(applied).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await store.version()).toBe(0);
  });
});

describe('an audit', () => {
  it('reads one moment of the store, whatever is written meanwhile', async () => {
    await store.apply(draftOf([...PLAYERS, ...trainings(1_500)]));
    let [read, written] = [0, false];
    const found = await findingsIn({
      version: () => store.version(),
      audit: async function* () {
        for await (const item of store.audit()) {
          if (!written) await store.apply(draftOf([...trainings(300, 'a'), entity('country/x', ['X', 'Y'])]));
          written = true;
          if (item.record === 'fact') read++;
          yield item;
        }
      },
    });
    expect(found).toEqual([]);
    expect(read).toBe(1_500);
    expect(await store.countFacts({})).toBe(1_800);
  });

  it('may be left early', async () => {
    await store.apply(draftOf([...PLAYERS, ...trainings(500)]));
    for await (const item of store.audit()) {
      expect(item.record).toBe('changeset');
      break;
    }
    await store.close();
    expect(await readdir(folder)).toEqual(['confrere.db']);
  });

  it('that is under way when the store is closed says so', async () => {
    await store.apply(draftOf([...PLAYERS, ...trainings(500)]));
    const items = store.audit()[Symbol.asyncIterator]();
    await items.next();
    await store.close();
    const rest = (async () => {
      while ((await items.next()).done !== true);
    })();
    await expect(rest).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await readdir(folder)).toEqual(['confrere.db']);
  });
});
