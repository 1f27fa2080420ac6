import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { exampleBundles } from '../../scripts/largeExample/bundles.js';
import { writeExample } from '../../scripts/largeExample/files.js';
import { exampleOperations } from '../../scripts/largeExample/operations.js';
import { HUB_DOCTOR, HUB_HOSPITAL } from '../../scripts/largeExample/world.js';
import { STATUSES, ontology, parseTime } from '../../src/ontology/index.js';
import type { FactContent } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';
import { collect } from '../helpers/collect.js';
import { draftOf } from '../helpers/graph.js';
import { ReferenceStore } from '../helpers/referenceStore.js';
import { folderWith, importFolder, removeFolders } from '../ingest/runs.js';

const OPTIONS = { facts: 1_000, seed: 7 };
const SCRIPT = fileURLToPath(new URL('../../scripts/exampleLarge.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

afterEach(removeFolders);

describe('the large example', () => {
  test('follows from its seed', () => {
    const textOf = (seed: number) => JSON.stringify([...exampleBundles({ ...OPTIONS, seed })]);
    expect(textOf(7)).toBe(textOf(7));
    expect(textOf(8)).not.toBe(textOf(7));
  });

  test('is imported as files, and says the same as the operations', async () => {
    const folder = await folderWith({});
    const { parts, files } = await writeExample(folder, OPTIONS);
    expect(parts).toEqual([join(folder, 'part-001')]);
    expect(await readdir(join(folder, 'part-001'))).toHaveLength(files);

    const store = new ReferenceStore(ontology);
    for await (const operations of exampleOperations(OPTIONS)) await store.apply(draftOf(operations));
    expect(await store.countFacts({})).toBe(OPTIONS.facts);
    const { changeset, records } = await importFolder(store, folder);
    expect(changeset).toBeNull();
    expect(records.facts).toEqual({ added: 0, changed: 0, unchanged: OPTIONS.facts });

    const { changeset: first } = await importFolder(new ReferenceStore(ontology), folder);
    expect(first).toBe(1);
  });

  test('takes the place of an earlier one, and of nothing else', async () => {
    const folder = await folderWith({ 'mine.txt': 'a text' });
    await expect(writeExample(folder, OPTIONS)).rejects.toThrow('holds other files');
    expect(await readdir(folder)).toEqual(['mine.txt']);

    const out = join(folder, 'out');
    await writeExample(out, OPTIONS);
    await writeExample(out, { ...OPTIONS, facts: 200 });
    const store = new ReferenceStore(ontology);
    await importFolder(store, out);
    expect(await store.countFacts({})).toBe(200);
  });

  test('comes in files and parts of bounded size', async () => {
    const out = await folderWith({});
    const { parts } = await writeExample(out, { facts: 40_000, seed: 1 });
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      const files = await readdir(part);
      const sizes = await Promise.all(files.map(async (file) => (await stat(join(part, file))).size));
      expect(Math.max(...sizes)).toBeLessThan(2 ** 21);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2 ** 24);
    }
  });
});

describe('the large example holds what is difficult:', async () => {
  const operations = (await collect(exampleOperations(OPTIONS))).flat();
  const recorded = operations.flatMap((operation) => (operation.op === 'recordFact' ? [operation] : []));
  const facts = recorded.map(({ fact }) => fact);

  test('a doctor and a hospital with a tenth of the facts each', () => {
    expect(withPlayer(facts, HUB_DOCTOR)).toBe(OPTIONS.facts / 10);
    expect(withPlayer(facts, HUB_HOSPITAL)).toBe(OPTIONS.facts / 10);
  });

  test('all statuses, denials, plans and wishes, several citations', () => {
    expect(new Set(recorded.map(({ status }) => status))).toEqual(new Set(Object.keys(STATUSES)));
    expect(new Set(facts.map(({ modality }) => modality))).toEqual(
      new Set(['FACTUAL', 'PLANNED', 'PROPOSED']),
    );
    expect(facts.some(({ negated }) => negated)).toBe(true);
    const cited = facts.map(({ citations }) => new Set(citations.map(({ source }) => source)).size);
    expect(new Set(cited)).toEqual(new Set([1, 2]));
  });

  test('times of every sort, and none', () => {
    const times = facts.map(({ time }) => (time === undefined ? null : parseTime(time)));
    const known = times.filter((time) => time !== null);
    expect(known.length).toBeLessThan(times.length);
    expect(known.some(({ openEnd }) => openEnd)).toBe(true);
    expect(known.some(({ unknownEnd }) => unknownEnd)).toBe(true);
    expect(known.some(({ approximate }) => approximate)).toBe(true);
    expect(known.some(({ uncertain }) => uncertain)).toBe(true);
    expect(known.some(({ bounds }) => bounds.yearless !== null)).toBe(true);
    expect(known.some(({ bounds }) => bounds.earliestStart === -Infinity)).toBe(true);
  });

  test('groups with quantities in words, with and without bounds', () => {
    const groups = facts.flatMap(({ participants }) => participants.flatMap(({ group }) => group ?? []));
    const sorts = groups.map(({ quantity }) =>
      quantity === undefined
        ? 'none'
        : `${quantity.min === undefined ? '' : 'min'} ${quantity.max === undefined ? '' : 'max'}`,
    );
    expect(new Set(sorts)).toEqual(new Set(['none', ' ', 'min ', ' max', 'min max']));
  });

  test('circles of teachers, of three and longer', () => {
    const pupils = new Map<string, Set<string>>();
    for (const { kind, participants } of facts) {
      if (kind !== 'Training') continue;
      for (const teacher of playersOf(participants, 'TRAINER')) {
        const known = pupils.get(teacher) ?? new Set();
        playersOf(participants, 'TRAINEE').forEach((pupil) => known.add(pupil));
        pupils.set(teacher, known);
      }
    }
    const closes = (from: string, steps: number, at = from): boolean =>
      steps === 0 ? at === from : [...(pupils.get(at) ?? [])].some((next) => closes(from, steps - 1, next));
    expect([...pupils.keys()].filter((key) => closes(key, 3)).length).toBeGreaterThan(3);
    expect([...pupils.keys()].filter((key) => closes(key, 4)).length).toBeGreaterThan(0);
  });

  test('a deep hierarchy of techniques, relations by sources and by editors, publishers of several sources', () => {
    const entities = operations.flatMap((operation) =>
      operation.op === 'putEntity' ? operation.entity : [],
    );
    const broader = new Map(
      entities.map(({ key, relations }) => [
        key,
        relations.find(({ relation }) => relation === 'BROADER')?.to,
      ]),
    );
    const depthOf = (key: string | undefined): number =>
      key === undefined ? 0 : 1 + depthOf(broader.get(key));
    expect(Math.max(...[...broader.keys()].map(depthOf))).toBeGreaterThan(3);
    const bases = entities.flatMap(({ relations }) => relations.map(({ editor }) => editor !== undefined));
    expect(new Set(bases)).toEqual(new Set([true, false]));
    const sources = sourcesOf(operations);
    expect(new Set(sources.map(({ publisher }) => publisher)).size).toBeLessThan(sources.length);
    expect(sources.some(({ derivedFrom = [] }) => derivedFrom.length > 0)).toBe(true);
  });

  test('nothing that could be taken for real', () => {
    for (const operation of operations) {
      if (operation.op === 'putEntity') expect(operation.entity.note).toContain('nothing in it is real');
      if (operation.op === 'recordFact') expect(operation.fact.statement).toContain('it never happened');
    }
    for (const { title } of sourcesOf(operations)) expect(title).toContain('nothing in it is real');
  });
});

describe('npm run example:large', () => {
  test.each([
    [['--facts', '9999'], '--facts is "9999"; expected a whole number from 10000 to 1000000.'],
    [['--facts', '1e5'], '--facts is "1e5"'],
    [['--seed', '-1'], '--seed'],
    [['--seed', '4294967296'], '--seed is "4294967296"; expected a whole number from 0 to 4294967295.'],
    [['--out', ''], '--out is empty'],
    [['--out', '.'], 'holds other files'],
    [['--out', join('package.json', 'x')], 'package.json'],
    [['--fact', '10000'], "Unknown option '--fact'"],
    [['20000'], '20000'],
  ])('refuses %j', async (given, message) => {
    const { code, stderr } = await run(given);
    expect(stderr).toContain(message);
    expect(stderr).toContain('--help tells');
    expect(code).toBe(1);
  });

  test('explains itself', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    for (const option of ['--facts N', '--seed N', '--out DIR']) expect(stdout).toContain(option);
  });

  test('writes what its options say', async () => {
    const out = join(await folderWith({}), 'example');
    const { code, stdout } = await run(['--facts', '10001', '--seed', '3', '--out', out]);
    expect(code).toBe(0);
    expect(stdout).toContain('Wrote 10001 facts');
    expect(await readdir(out)).toEqual(['_generated.txt', 'part-001', 'part-002']);
  });
});

function withPlayer(facts: readonly FactContent[], key: string): number {
  return facts.filter(({ participants }) => participants.some(({ entity }) => entity === key)).length;
}

function playersOf(participants: FactContent['participants'], role: string): string[] {
  return participants.flatMap((each) => (each.role === role ? (each.entity ?? []) : []));
}

function sourcesOf(operations: readonly Operation[]) {
  return operations.flatMap((operation) => (operation.op === 'putSource' ? operation.source : []));
}

function run(given: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', SCRIPT, ...given],
      { cwd: ROOT },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
