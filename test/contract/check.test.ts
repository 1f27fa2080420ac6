import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ontology } from '../../src/ontology/index.js';
import { isOfRecord } from '../../src/store/audit.js';
import type { AuditItem, RecordItem } from '../../src/store/audit.js';
import { digestOf, recordText } from '../../src/store/derive.js';
import { drafts } from '../helpers/arbitraries/changesets.js';
import { collect, findingsIn } from '../helpers/collect.js';
import { draftOf, entity, fact, source } from '../helpers/graph.js';
import { ReferenceStore } from '../helpers/referenceStore.js';

/** What `check` finds in these items. */
function findingsOf(items: readonly AuditItem[], version: number) {
  return findingsIn({
    version: async () => version,
    audit: async function* () {
      yield* items;
    },
  });
}

describe('check', () => {
  it('finds nothing in what was written properly, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(drafts(ontology), async (written) => {
        const store = new ReferenceStore(ontology);
        for (const draft of written) await store.apply(draft);
        expect(await findingsIn(store)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('misses no loss of an item, no second one, no changed text, digest or row', async () => {
    const spoil = fc.constantFrom('lose', 'repeat', 'text', 'digest', 'row');
    await fc.assert(
      fc.asyncProperty(drafts(ontology), spoil, fc.nat(), fc.nat(), async (written, how, which, where) => {
        const store = new ReferenceStore(ontology);
        for (const draft of written) await store.apply(draft);
        const items = await collect(store.audit());
        const index = which % items.length;
        const found = await findingsOf(
          items.flatMap((item, at) => (at === index ? spoilt(item, how, where) : [item])),
          written.length,
        );
        const untouched = how === 'row' && !('row' in (items[index] ?? {}));
        expect(found.length > 0).toBe(!untouched);
      }),
      { numRuns: 150 },
    );
  });
});

function spoilt(item: AuditItem, how: string, where: number): AuditItem[] {
  if (!isOfRecord(item)) return [item];
  switch (how) {
    case 'lose':
      return [];
    case 'repeat':
      return [item, item];
    case 'text': {
      const at = where % item.text.length;
      const other = item.text[at] === 'x' ? 'y' : 'x';
      return [{ ...item, text: item.text.slice(0, at) + other + item.text.slice(at + 1) }];
    }
    case 'digest':
      return [{ ...item, digest: digestOf(item.digest) }];
    default: {
      if (!('row' in item) || item.row === null) return [item];
      const fields = Object.keys(item.row);
      const field = fields[where % fields.length] ?? '';
      const value: unknown = Object.entries(item.row).find(([name]) => name === field)?.[1];
      const row = {
        ...item.row,
        [field]: Array.isArray(value) ? [...(value as unknown[]), 'more'] : `${String(value)}x`,
      };
      return [{ ...item, row } as AuditItem];
    }
  }
}

describe('check, of a record that was replaced with its digest,', () => {
  let items: RecordItem[] = [];

  beforeAll(async () => {
    const store = new ReferenceStore(ontology);
    await store.apply(
      draftOf([
        source(),
        entity('doctor/a'),
        entity('doctor/b'),
        fact('training/x', ['TRAINER=doctor/a']),
        fact('training/y', ['TRAINER=doctor/b']),
        {
          op: 'judge',
          judgement: {
            key: 'judgement/ab',
            entities: ['doctor/a', 'doctor/b'],
            verdict: 'SAME',
            reason: 'Alike.',
            judge: 'A. Tester',
          },
        },
      ]),
    );
    await store.apply(
      draftOf([
        source(),
        entity('doctor/a', ['Ann']),
        fact('training/x~2', ['TRAINER=doctor/a'], { supersedes: 'training/x' }),
        { op: 'dropJudgement', judgement: 'judgement/ab' },
      ]),
    );
    items = (await collect(store.audit())).filter(isOfRecord);
    expect(await findingsOf(items, 2)).toEqual([]);
  });

  /** What is found once the fields of one record, and its digest, are others; undefined takes a field away. */
  const foundWith = async (record: string, key: string, fields: Record<string, unknown>) => {
    const changed = items.map((item) => {
      if (item.record !== record || item.key !== key) return item;
      const text = recordText({ ...(JSON.parse(item.text) as object), ...fields });
      return { ...item, text, digest: digestOf(text) };
    });
    const findings = await findingsOf(changed, 2);
    return findings.map(({ key: of, problem }) => `${of}: ${problem}`);
  };

  it.each([
    ['fact', 'training/y', { status: 'DISPUTED' }, /status is not the last of its history/],
    ['fact', 'training/y', { status: 'CERTAIN' }, /status/],
    ['fact', 'training/y', { time: '2016' }, /another timeOrder than the record/],
    ['fact', 'training/y', { negated: true }, /another negated than the record/],
    ['fact', 'training/y', { citations: [] }, /without a citation/],
    [
      'fact',
      'training/y',
      { citations: [{ source: 'source/none', paragraph: 1 }] },
      /source\/none: it is referred to but not there/,
    ],
    [
      'fact',
      'training/y',
      { participants: [{ role: 'TRAINER', entity: 'doctor/none' }] },
      /doctor\/none: it is referred to but not there/,
    ],
    ['fact', 'training/y', { participants: undefined }, /participants/],
    ['fact', 'training/y', { colour: 'green' }, /colour/],
    ['fact', 'training/y', { key: 'training/z' }, /another key than its row/],
    ['fact', 'training/y', { history: [] }, /history/],
    [
      'fact',
      'training/y',
      { history: [{ status: 'ACCEPTED', changeset: 2, at: '2024-05-01T12:00:00.000Z' }] },
      /history begins with another changeset/,
    ],
    ['fact', 'training/y', { recordedIn: 7 }, /recordedIn is not what the changesets say/],
    [
      'fact',
      'training/y',
      { recordedAt: '2001-01-01T00:00:00.000Z' },
      /recordedIn is not what the changesets say/,
    ],
    ['fact', 'training/y', { supersedes: 'training/x' }, /supersedes is training\/x, which does not name it/],
    ['fact', 'training/y', { supersededBy: 'training/x' }, /superseded but not retracted/],
    [
      'fact',
      'training/x',
      { supersededBy: undefined },
      /training\/x~2: its supersedes is training\/x, which does not/,
    ],
    ['fact', 'training/x', { retractedIn: 1 }, /retractedIn is not what its history says/],
    ['fact', 'training/x', { retractedIn: undefined, retractedAt: undefined }, /retractedIn is not/],
    ['fact', 'training/x', { retractedAt: '2001-01-01T00:00:00.000Z' }, /retractedAt is not/],
    ['entity', 'doctor/a', { revision: 3 }, /revisions have a gap/],
    ['entity', 'doctor/a', { recordedIn: 1 }, /not recorded one after the other/],
    ['entity', 'doctor/a', { names: [] }, /names/],
    [
      'entity',
      'doctor/a',
      { names: [{ text: 'Eve', kind: 'OFFICIAL' }] },
      /another nameKeys than the record/,
    ],
    ['entity', 'doctor/a', { kind: 'Person' }, /begins with "person\/"/],
    ['entityRevision', 'doctor/a', { revision: 2 }, /another revision than its row/],
    ['source', 'source/paper', { title: '' }, /title/],
    [
      'source',
      'source/paper',
      { derivedFrom: ['source/none'] },
      /source\/none: it is referred to but not there/,
    ],
    ['source', 'source/paper', { derivedFrom: ['source/paper'] }, /other sources than the source itself/],
    ['sourceRevision', 'source/paper', { recordedIn: 2 }, /not recorded one after the other/],
    [
      'judgement',
      'judgement/ab',
      { entities: ['doctor/a', 'doctor/none'] },
      /doctor\/none: it is referred to but not there/,
    ],
    ['judgement', 'judgement/ab', { verdict: 'PERHAPS' }, /verdict/],
    ['judgement', 'judgement/ab', { droppedIn: 9 }, /droppedIn is not what the changesets say/],
    ['changeset', '1', { at: '2030-01-01T00:00:00.000Z' }, /changeset 2: it is older than the one before it/],
    ['changeset', '1', { number: 4 }, /another key than its row/],
    ['changeset', '1', { records: 2 }, /not all that it recorded is there/],
    ['changeset', '2', { author: '' }, /author/],
    ['changeset', '2', { colour: 'green' }, /colour/],
  ])('finds a %s %s with %o', async (record, key, fields, expected) => {
    expect(await foundWith(record, key, fields)).toEqual(
      expect.arrayContaining([expect.stringMatching(expected)]),
    );
  });

  it.each(['no JSON', 'null', '[]', '"text"', '7', '{}'])('takes the text %s for no record', async (text) => {
    const changed = items.map((item) => ({ ...item, text, digest: digestOf(text) }));
    const found = await findingsOf(changed, 2);
    for (const { key, record } of items) {
      const name = record === 'changeset' ? `changeset ${key}` : key;
      expect(found.some((finding) => finding.key.startsWith(name))).toBe(true);
    }
  });

  it('finds a text whose fields are in another order', async () => {
    const changed = items.map((item) => {
      const fields = Object.entries(JSON.parse(item.text) as object).reverse();
      const text = JSON.stringify(Object.fromEntries(fields));
      return { ...item, text, digest: digestOf(text) };
    });
    const found = await findingsOf(changed, 2);
    expect(found.filter(({ problem }) => /order of fields/.test(problem))).toHaveLength(items.length);
  });

  it('finds what belongs to nothing, and changesets that are gone', async () => {
    const stray: AuditItem = { record: 'stray', key: 'training/gone', what: 'a TRAINER to doctor/a' };
    expect(await findingsOf([...items, stray], 2)).toEqual([
      { key: 'training/gone', problem: 'it belongs to no record', found: 'a TRAINER to doctor/a' },
    ]);
    const [missing] = await findingsOf(items, 5);
    expect(missing).toMatchObject({ key: 'changeset 3', problem: 'it is missing' });
  });
});
