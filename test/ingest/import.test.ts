import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfrereError } from '../../src/errors.js';
import { ontology } from '../../src/ontology/index.js';
import type { ChangesetDraft, Operation } from '../../src/store/changeset.js';
import { checkStore } from '../../src/store/check.js';
import { KEYS_MAXIMUM } from '../../src/store/port.js';
import { ReferenceStore } from '../helpers/referenceStore.js';
import { draftOf, entity } from '../helpers/graph.js';
import { folderWith, importFolder, problemsOfImport, removeFolders, writeInto } from './runs.js';

const BUNDLE = `source: { key: source/paper, title: A paper }
entities:
  - { kind: Doctor, key: doctor/a, names: [A], cites: [{ paragraph: 1 }] }
  - { kind: Doctor, key: doctor/b, names: [B], cites: [{ paragraph: 1 }] }
facts:
  - kind: Training
    key: training/x
    statement: A taught B.
    trainers: [doctor/a]
    trainees: [doctor/b]
    time: 2016-11
    cites: [{ paragraph: 2 }]
judgements:
  - { key: judgement/j, entities: [doctor/a, doctor/b], verdict: UNSURE, reason: R, judge: J }
`;

const NOTHING = { added: 0, changed: 0, unchanged: 0 };

let store: ReferenceStore;
let folder: string;

beforeEach(async () => {
  store = new ReferenceStore(ontology);
  folder = await folderWith({ 'paper.yaml': BUNDLE });
});

afterEach(async () => {
  for await (const finding of checkStore(store, ontology)) expect(finding).toBeUndefined();
  await removeFolders();
});

/** Imports the bundle with one part of it written otherwise. */
async function importChanged(part: string | RegExp, instead: string) {
  const changed = BUNDLE.replace(part, instead);
  expect(changed).not.toBe(BUNDLE);
  await writeInto(folder, 'paper.yaml', changed);
  return importFolder(store, folder);
}

async function fact(key: string) {
  const [found] = await store.facts([key]);
  if (!found) throw new Error(`there is no ${key}`);
  return found;
}

describe('an import', () => {
  test('lands as one changeset, and says what became of each record', async () => {
    expect(await importFolder(store, folder, { author: 'Someone', note: 'first' })).toEqual({
      files: 1,
      records: {
        sources: { ...NOTHING, added: 1 },
        entities: { ...NOTHING, added: 2 },
        facts: { ...NOTHING, added: 1 },
        judgements: { ...NOTHING, added: 1 },
      },
      dropped: [],
      changeset: 1,
    });
    expect(await store.changesets([1])).toMatchObject([{ author: 'Someone', note: 'first' }]);
    expect(await fact('training/x')).toMatchObject({
      participants: [
        { role: 'TRAINER', entity: 'doctor/a' },
        { role: 'TRAINEE', entity: 'doctor/b' },
      ],
      citations: [{ source: 'source/paper', paragraph: 2 }],
      status: 'ACCEPTED',
    });
  });

  test('of the same bundle changes nothing, however it is laid out', async () => {
    await importFolder(store, folder);
    const again = await importChanged(
      /trainers: .*\n {4}trainees: .*\n/,
      'negated: false\n    trainees:\n      - doctor/b\n    trainers: ["doctor/a"]\n    modality: FACTUAL\n',
    );
    expect(again).toEqual({
      files: 1,
      records: {
        sources: { ...NOTHING, unchanged: 1 },
        entities: { ...NOTHING, unchanged: 2 },
        facts: { ...NOTHING, unchanged: 1 },
        judgements: { ...NOTHING, unchanged: 1 },
      },
      dropped: [],
      changeset: null,
    });
    expect(await store.version()).toBe(1);
  });

  test('can be tried without writing', async () => {
    const summary = await importFolder(store, folder, { dryRun: true });
    expect(summary).toMatchObject({ records: { facts: { added: 1 } }, changeset: null });
    expect(await store.version()).toBe(0);
  });

  test('tells how far it is', async () => {
    const steps: unknown[] = [];
    await importFolder(store, folder, { progress: (step) => steps.push(step) });
    expect(steps).toEqual([
      { step: 'read', done: 0, all: 1 },
      { step: 'read', done: 1, all: 1 },
      { step: 'compare' },
      { step: 'write' },
    ]);
  });

  test('may refer to what is in the store, and leaves what it does not speak of', async () => {
    await importFolder(store, folder);
    await writeInto(folder, 'paper.yaml', 'entities: []\n');
    await writeInto(
      folder,
      'more.yaml',
      'facts:\n  - { kind: Training, key: training/y, statement: S., trainers: [doctor/b], cites: [{ source: source/paper, paragraph: 3 }] }\n',
    );
    expect(await importFolder(store, folder)).toMatchObject({ changeset: 2 });
    expect(await store.countFacts({ statuses: ['ACCEPTED'] })).toBe(2);
  });

  test('takes more records than one call to a store may name', async () => {
    const count = KEYS_MAXIMUM + 1;
    const entities = Array.from({ length: count }, (_, index) => {
      const broader = index === 0 ? {} : { broader: [{ to: `technique/t-${index - 1}`, editor: 'E' }] };
      return { kind: 'Technique', key: `technique/t-${index}`, names: ['T'], editor: 'E', ...broader };
    });
    const large = await folderWith({ 'large.json': JSON.stringify({ entities }) });
    expect(await importFolder(store, large)).toMatchObject({ records: { entities: { added: count } } });
    expect(await importFolder(store, large)).toMatchObject({ records: { entities: { unchanged: count } } });
  });
});

describe('a change', () => {
  beforeEach(() => importFolder(store, folder));

  test('to an entity or a source is its next revision', async () => {
    expect(await importChanged('names: [A]', 'names: [A, Á]')).toMatchObject({
      records: { sources: { unchanged: 1 }, entities: { changed: 1, unchanged: 1 }, facts: { unchanged: 1 } },
      changeset: 2,
    });
    expect(await importChanged('title: A paper', 'title: The paper')).toMatchObject({
      records: { sources: { changed: 1 }, entities: { changed: 1 } },
    });
    expect(await store.entities(['doctor/a'])).toMatchObject([{ revision: 3, names: [{ text: 'A' }] }]);
    expect(await store.sources(['source/paper'])).toMatchObject([{ revision: 2, title: 'The paper' }]);
  });

  test('to a fact supersedes it, again and again', async () => {
    expect(await importChanged('2016-11', '2016-12')).toMatchObject({
      records: { facts: { changed: 1 } },
      changeset: 2,
    });
    await importChanged('2016-11', '2017-01');
    await writeInto(folder, 'paper.yaml', BUNDLE);
    await importFolder(store, folder);
    expect(await fact('training/x')).toMatchObject({
      time: '2016-11',
      status: 'RETRACTED',
      supersededBy: 'training/x~2',
    });
    expect(await fact('training/x~2')).toMatchObject({ time: '2016-12', supersedes: 'training/x' });
    expect(await fact('training/x~3')).toMatchObject({ supersededBy: 'training/x~4' });
    expect(await fact('training/x~4')).toMatchObject({ time: '2016-11', status: 'ACCEPTED' });
    expect(await importFolder(store, folder)).toMatchObject({ changeset: null });
  });

  test('to the status of a fact moves its status alone', async () => {
    expect(await importChanged('time: 2016-11', 'time: 2016-11\n    status: DISPUTED')).toMatchObject({
      records: { facts: { changed: 1 } },
    });
    expect(await fact('training/x')).toMatchObject({
      status: 'DISPUTED',
      history: [{ status: 'ACCEPTED' }, { status: 'DISPUTED' }],
    });
    expect(await store.facts(['training/x~2'])).toEqual([null]);
  });

  test('that was made by hand gives way to what the bundle says', async () => {
    await apply([{ op: 'setStatus', fact: 'training/x', status: 'RETRACTED' }]);
    expect(await importFolder(store, folder)).toMatchObject({ records: { facts: { changed: 1 } } });
    expect(await fact('training/x')).toMatchObject({ status: 'ACCEPTED' });
    expect(await importFolder(store, folder)).toMatchObject({ changeset: null });
  });

  test('to a judgement is refused, and one that was dropped stays dropped', async () => {
    await writeInto(folder, 'paper.yaml', BUNDLE.replace('UNSURE', 'DIFFERENT'));
    expect(await problemsOfImport(store, folder)).toEqual([
      'paper.yaml:14:12 judgements[0].key: expected what the store has under this key, since a judgement never changes, got another one; give it a key of its own',
    ]);
    await writeInto(folder, 'paper.yaml', BUNDLE);
    await apply([{ op: 'dropJudgement', judgement: 'judgement/j' }]);
    expect(await importFolder(store, folder)).toMatchObject({ changeset: null, dropped: ['judgement/j'] });
    expect(await store.judgements(['judgement/j'])).toMatchObject([
      { droppedIn: expect.any(Number) as number },
    ]);
  });

  test('by a judgement that contradicts others is refused with its line, also in a dry run', async () => {
    const contrary =
      '  - { key: judgement/not, entities: [doctor/b, doctor/a], verdict: DIFFERENT, reason: R, judge: J }\n';
    await writeInto(
      folder,
      'paper.yaml',
      BUNDLE.replace('UNSURE', 'SAME').replace('judgement/j', 'judgement/same') + contrary,
    );
    const problem =
      /^paper\.yaml:15:12 judgements\[1\]\.key: .*doctor\/b and doctor\/a are DIFFERENT \(judgement\/not\)/;
    expect(await problemsOfImport(store, folder)).toEqual([expect.stringMatching(problem)]);
    await expect(importFolder(store, folder, { dryRun: true })).rejects.toMatchObject({ code: 'BAD_BUNDLE' });
  });

  test('is refused to a fact that one of another key has superseded', async () => {
    const { participants, citations, statement } = await fact('training/x');
    const other = { kind: 'Training', key: 'training/z', statement, participants, citations };
    await apply([
      {
        op: 'recordFact',
        fact: { ...other, properties: {}, modality: 'FACTUAL', negated: false },
        status: 'ACCEPTED',
        supersedes: 'training/x',
      },
    ]);
    expect(await problemsOfImport(store, folder)).toEqual([
      'paper.yaml:7:10 facts[0].key: expected a fact that still stands, got "training/x", which "training/z" has superseded in the store; take it out, or state it under that key',
    ]);
  });

  test('that would close a circle through the store is refused', async () => {
    const technique = (slug: string, broader: string) =>
      `entities: [{ kind: Technique, key: technique/${slug}, names: [N], editor: E., broader: [{ to: technique/${broader}, editor: E. }] }]\n`;
    const techniques = await folderWith({ 'a.yaml': technique('a', 'b') });
    await apply([entity('technique/c'), entity('technique/b', ['B'])]);
    await importFolder(store, techniques);
    await writeInto(techniques, 'a.yaml', technique('b', 'c'));
    await importFolder(store, techniques);
    await writeInto(techniques, 'a.yaml', technique('c', 'a'));
    expect(await problemsOfImport(store, techniques)).toEqual([
      'a.yaml:1:89 entities[0].broader[0].to: expected BROADER to lead upwards, got the circle technique/c → technique/a → technique/b → technique/c',
    ]);
  });
});

describe('another write that comes in between', () => {
  /** A store to which someone else writes just before the first writes that are handed to it. */
  class BusyStore extends ReferenceStore {
    constructor(private readonly others: ChangesetDraft[]) {
      super(ontology);
    }

    override async apply(draft: ChangesetDraft) {
      const other = this.others.shift();
      if (other !== undefined) await super.apply(other);
      return super.apply(draft);
    }
  }

  test('is taken into account: the import is planned anew', async () => {
    store = new BusyStore([draftOf([entity('doctor/a', ['Someone else'])])]);
    expect(await importFolder(store, folder)).toMatchObject({
      records: { entities: { added: 1, changed: 1 } },
      changeset: 2,
    });
  });

  test('makes it give up when there is no end to it, with nothing written', async () => {
    store = new BusyStore(Array.from({ length: 9 }, (_, n) => draftOf([entity(`doctor/n-${n}`)])));
    const failed = importFolder(store, folder);
    await expect(failed).rejects.toThrow(ConfrereError);
    await expect(failed).rejects.toMatchObject({ code: 'CHANGESET_REFUSED' });
    expect(await store.version()).toBe(3);
    expect(await store.countFacts({})).toBe(0);
  });
});

async function apply(operations: readonly Operation[]): Promise<void> {
  await store.apply(draftOf(operations));
}
