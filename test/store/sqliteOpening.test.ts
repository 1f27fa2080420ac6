import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FactStatus } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';
import { Connection } from '../../src/store/sqlite/connection.js';
import { openSqliteStore } from '../../src/store/sqlite/index.js';
import { migrate } from '../../src/store/sqlite/migrate.js';
import { MIGRATIONS, SCHEMA_VERSION } from '../../src/store/sqlite/schema.js';
import { findingsIn } from '../helpers/collect.js';
import { draftOf, entity, fact, source } from '../helpers/graph.js';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'confrere-opening-'));
  file = join(folder, 'confrere.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const A_GRAPH = [
  source(),
  entity('doctor/a'),
  entity('country/x'),
  fact('training/a', ['TRAINER=doctor/a', 'IN=country/x'], { time: '2019' }),
];
const BY_TIME = { limit: 10, order: 'TIME', descending: false } as const;

describe('a new store', () => {
  it('is begun with its folders, whatever characters the path has', async () => {
    const odd = join(folder, 'a b', '100% of #1?', 'dữ liệu;mode=memory.db');
    const store = await openSqliteStore({ file: odd });
    expect(store.location).toBe(odd);
    await store.apply(draftOf(A_GRAPH));
    await store.close();

    expect(await readdir(join(folder, 'a b', '100% of #1?'))).toEqual(['dữ liệu;mode=memory.db']);
    const again = await openSqliteStore({ file: odd });
    expect(await again.version()).toBe(1);
    await again.close();
  });

  it('is begun in a file with nothing in it', async () => {
    await writeFile(file, '');
    const store = await openSqliteStore({ file });
    expect(await store.version()).toBe(0);
    await store.close();
  });

  it('is begun once when several open it at the same moment', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => openSqliteStore({ file })));
    await Promise.all(
      stores.map((store) => store.apply(draftOf([source(`source/s${stores.indexOf(store)}`)]))),
    );
    expect(await Promise.all(stores.map((store) => store.countSources()))).toEqual([3, 3, 3]);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('needs a reader', async () => {
    for (const readers of [0, -1, 1.5, NaN]) {
      await expect(openSqliteStore({ file, readers })).rejects.toMatchObject({ code: 'BAD_CONFIG' });
    }
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a file that is no store of ours is left as it is', () => {
  async function expectRefused(code: string, words: RegExp): Promise<void> {
    const before = await digestOfFile();
    const refused = openSqliteStore({ file });
    await expect(refused).rejects.toMatchObject({ code });
    await expect(refused).rejects.toThrow(words);
    await expect(refused).rejects.toThrow(file);
    expect(await digestOfFile()).toBe(before);
  }

  async function digestOfFile(): Promise<string> {
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  }

  it.each(['x', 'not a database at all', 'SQLite format 4\0'.repeat(100), '\0'.repeat(5000)])(
    'when it is no SQLite database: %j',
    async (content) => {
      await writeFile(file, content);
      await expectRefused('STORE_FOREIGN', /no SQLite database/);
    },
  );

  it('when it is the database of another program', async () => {
    const other = new Libsql(file);
    other.exec('CREATE TABLE theirs (id INTEGER)');
    other.close();
    await expectRefused('STORE_FOREIGN', /another program/);
  });

  it('when another program has numbered its form like ours', async () => {
    const other = new Libsql(file);
    other.exec(`CREATE TABLE fact (id INTEGER); PRAGMA user_version = ${SCHEMA_VERSION}`);
    other.close();
    await expectRefused('STORE_FOREIGN', /another program/);
  });

  it('when a newer Confrere wrote it', async () => {
    await (await openSqliteStore({ file })).close();
    const newer = new Libsql(file);
    newer.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    newer.close();
    await expectRefused('STORE_TOO_NEW', new RegExp(`form ${SCHEMA_VERSION + 1}.*up to ${SCHEMA_VERSION}`));
  });

  it('when part of it is missing', async () => {
    const store = await openSqliteStore({ file });
    await store.apply(draftOf(A_GRAPH));
    await store.close();
    await truncate(file, 8192);
    await expectRefused('STORE_CORRUPT', /damaged/);
  });

  it.runIf(process.platform === 'linux')('when its folder cannot be made where it is to lie', async () => {
    const opening = openSqliteStore({ file: '/proc/confrere/data/confrere.db' });
    await expect(opening).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('The folder /proc/confrere/data cannot be made') as string,
    });
  });

  it('when it is a folder, or lies in a file', async () => {
    await mkdir(file);
    await expect(openSqliteStore({ file })).rejects.toMatchObject({ code: 'STORE_FOREIGN' });
    await writeFile(join(folder, 'text'), 'text');
    const within = openSqliteStore({ file: join(folder, 'text', 'confrere.db') });
    await expect(within).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});

describe('a file of an older form', () => {
  function open(): Connection {
    return new Connection({ file, create: true, patience: 1_000, cache: 1_000 });
  }

  /** A file in an older form, with as much of these changesets as that form had a place for. */
  async function writeForm(form: number, ...changesets: Operation[][]): Promise<void> {
    const full = join(folder, 'full.db');
    const store = await openSqliteStore({ file: full });
    for (const operations of changesets) await store.apply(draftOf(operations));
    await store.close();
    const older = open();
    migrate(older, MIGRATIONS.slice(0, form));
    older.rows('ATTACH ? AS full', [full]);
    older.execute('PRAGMA foreign_keys = OFF');
    for (const { table } of older.rows<{ table: string }>(
      "SELECT name AS 'table' FROM sqlite_schema WHERE type = 'table'",
    )) {
      const columns = older.rows<{ name: string }>(`PRAGMA table_info(${table})`).map(({ name }) => name);
      const list = columns.join(', ');
      older.execute(`INSERT INTO ${table} (${list}) SELECT ${list} FROM full.${table}`);
    }
    older.close();
  }

  /** In the first form there were no rows to find the records by. */
  async function writeFirstForm(): Promise<void> {
    await writeForm(1, A_GRAPH);
  }

  it('is brought up to date when it is opened, its rows derived from its records', async () => {
    await writeFirstForm();
    const store = await openSqliteStore({ file });
    const [slice] = await store.factsOf([['country/x']], ['IN'], {}, BY_TIME);
    expect(slice?.items.map(({ item }) => item.key)).toEqual(['training/a']);
    expect(await store.countEntities({ kinds: ['Doctor'] })).toBe(1);
    expect(await findingsIn(store)).toEqual([]);
    await store.close();
    const connection = open();
    expect(connection.setting('user_version')).toBe(SCHEMA_VERSION);
    connection.close();
  });

  it('learns the words of names', async () => {
    await writeForm(3, A_GRAPH);
    const store = await openSqliteStore({ file });
    expect(await findingsIn(store)).toEqual([]);
    expect(await store.countFacts({})).toBe(1);
    const [words] = await store.findWords([{ begins: '', shortest: 1, longest: 99 }]);
    expect(words?.length).toBeGreaterThan(0);
    expect(await store.countEntities({ words: [words?.map(({ word }) => word) ?? []] })).toBe(
      await store.countEntities({}),
    );
    await store.close();
  });

  it('learns the words of statements and titles', async () => {
    await writeForm(4, A_GRAPH);
    const store = await openSqliteStore({ file });
    expect(await findingsIn(store)).toEqual([]);
    expect(await store.countFacts({ words: [['statement'], ['training']] })).toBe(1);
    expect(await store.findWords([{ words: ['title', 'statement'] }], 'sources')).toEqual([
      [{ word: 'title', count: 1 }],
    ]);
    await store.close();
  });

  it('forgets what the words of people once stood for', async () => {
    await writeForm(6, A_GRAPH);
    const older = open();
    older.execute(`
      INSERT INTO entity_word SELECT 'center', name_order, id FROM entity_row WHERE kind = 'Doctor';
      INSERT INTO word VALUES ('center', 'retnec');
    `);
    older.close();
    const store = await openSqliteStore({ file });
    expect(await findingsIn(store)).toEqual([]);
    expect(await store.findWords([{ words: ['center'] }])).toEqual([[]]);
    expect(await store.countFacts({ words: [['statement'], ['training']] })).toBe(1);
    await store.close();
  });

  it('learns what was known when', async () => {
    await writeForm(
      2,
      A_GRAPH,
      [
        { op: 'setStatus', fact: 'training/a', status: 'DISPUTED' },
        fact('training/b', ['TRAINER=doctor/a'], { status: 'PROPOSED' }),
        entity('doctor/a', ['A renamed one']),
        source('source/paper', { title: 'Another title' }),
      ],
      [
        { op: 'setStatus', fact: 'training/a', status: 'RETRACTED' },
        fact('training/b~2', ['TRAINER=doctor/a'], { supersedes: 'training/b' }),
      ],
    );
    const store = await openSqliteStore({ file });
    expect(await findingsIn(store)).toEqual([]);
    const known = async (knownIn: number, ...statuses: FactStatus[]) => {
      const { items } = await store.findFacts({ knownIn, statuses }, { ...BY_TIME, order: 'KEY' });
      return items.map(({ item }) => item.key);
    };
    expect(await known(1, 'ACCEPTED')).toEqual(['training/a']);
    expect(await known(2, 'DISPUTED', 'PROPOSED')).toEqual(['training/a', 'training/b']);
    expect(await known(3, 'RETRACTED')).toEqual(['training/a', 'training/b']);
    expect(await known(3, 'ACCEPTED')).toEqual(['training/b~2']);
    expect((await store.entities(['doctor/a'], 1))[0]).toMatchObject({ revision: 1, recordedIn: 1 });
    expect((await store.sources(['source/paper'], 1))[0]).toMatchObject({ revision: 1, recordedIn: 1 });
    expect(await store.entitiesRevisedSince(1)).toEqual(['doctor/a']);
    await store.close();
  });

  it('keeps its form when a step fails', async () => {
    await writeFirstForm();
    const connection = open();
    const failing = [
      ...MIGRATIONS,
      { sql: 'CREATE TABLE more (id INTEGER); SELECT * FROM nowhere', rederive: [] },
    ];
    expect(() => migrate(connection, failing)).toThrow(/nowhere/);
    expect(connection.setting('user_version')).toBe(1);
    expect(connection.rows("SELECT * FROM sqlite_schema WHERE name IN ('more', 'fact_row')")).toEqual([]);
    migrate(connection);
    expect(connection.rows('SELECT key FROM fact_row')).toEqual([{ key: 'training/a' }]);
    connection.close();
  });

  it('is refused when its records cannot be read', async () => {
    await writeFirstForm();
    const connection = open();
    connection.execute("UPDATE fact SET text = 'no JSON'");
    connection.close();
    await expect(openSqliteStore({ file })).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
  });
});
