import { describe, expect, it } from 'vitest';
import { findingsIn } from '../helpers/collect.js';
import { CITED, draftOf, entity, fact, factContent, link, source } from '../helpers/graph.js';
import { BY_KEY, keysOf } from './subject.js';
import type { Subject } from './subject.js';

/** What is there is given back whole, in the order asked. */
export function recordsContract(subject: Subject): void {
  describe('records by key', () => {
    it('come in the order asked, again when asked again, and null where there is none', async () => {
      await subject.write(source(), entity('doctor/a'), entity('doctor/b'));
      const asked = ['doctor/b', 'doctor/nobody', 'doctor/a', 'doctor/b', '', 'constructor', '__proto__'];
      const found = await subject.store.entities(asked);
      expect(found.map((record) => record?.key ?? null)).toEqual([
        ...['doctor/b', null, 'doctor/a', 'doctor/b'],
        ...[null, null, null],
      ]);
    });

    it('are each found by their own method alone', async () => {
      await subject.write(
        source(),
        entity('doctor/a'),
        entity('doctor/b'),
        fact('training/x', ['TRAINER=doctor/a']),
        {
          op: 'judge',
          judgement: {
            key: 'judgement/ab',
            entities: ['doctor/a', 'doctor/b'],
            verdict: 'SAME',
            reason: 'One face.',
            judge: 'A. Tester',
          },
        },
      );
      const keys = ['source/paper', 'doctor/a', 'training/x', 'judgement/ab'];
      const there = (records: readonly unknown[]) => records.map((record) => record !== null);
      expect(there(await subject.store.sources(keys))).toEqual([true, false, false, false]);
      expect(there(await subject.store.entities(keys))).toEqual([false, true, false, false]);
      expect(there(await subject.store.facts(keys))).toEqual([false, false, true, false]);
      expect(there(await subject.store.judgements(keys))).toEqual([false, false, false, true]);
    });

    it('answer nothing to no keys', async () => {
      await subject.write(source());
      const { store } = subject;
      expect(await store.sources([])).toEqual([]);
      expect(await store.entities([])).toEqual([]);
      expect(await store.facts([])).toEqual([]);
      expect(await store.judgements([])).toEqual([]);
      expect(await store.changesets([])).toEqual([]);
    });

    it('give back every word as it was written, in any script', async () => {
      const words = `'); DROP TABLE fact;-- \`$key\` {"a":1} \\ " ' % _ 北京协和医院 ភ្នំពេញ 😀 Nguyễn Phú Hữu`;
      const content = factContent('training/x', ['TRAINER=doctor/a', 'TRAINEE="hundreds of doctors"'], {
        statement: words,
        properties: { subject: words, form: 'COURSE' },
        time: '2016-11~',
        quantity: { text: 'over 270', min: 270, per: 'YEAR', unit: words },
        modality: 'PLANNED',
        negated: true,
        citations: [
          {
            source: 'source/paper',
            paragraph: 3,
            page: 'iv',
            time: '00:12:30',
            section: words,
            quote: words,
          },
          { source: 'source/paper', page: '12-13' },
        ],
        note: words,
      });
      await subject.store.apply(
        draftOf(
          [
            source('source/paper', { title: words, authors: [words], url: 'https://example.org/?a=b' }),
            entity('doctor/a', [words], { properties: { title: words }, note: words }),
            { op: 'recordFact', fact: content, status: 'DISPUTED' },
          ],
          { author: words, note: words, at: '2024-05-01T12:00:00.000Z' },
        ),
      );
      const at = '2024-05-01T12:00:00.000Z';
      const recorded = { recordedIn: 1, recordedAt: at };
      const history = [{ status: 'DISPUTED', changeset: 1, at }];
      expect(await subject.store.facts(['training/x'])).toStrictEqual([
        { ...content, ...recorded, status: 'DISPUTED', history },
      ]);
      expect(await subject.store.sources(['source/paper'])).toStrictEqual([
        {
          key: 'source/paper',
          title: words,
          authors: [words],
          url: 'https://example.org/?a=b',
          revision: 1,
          ...recorded,
        },
      ]);
      expect((await subject.store.entities(['doctor/a']))[0]).toMatchObject({ note: words, revision: 1 });
      expect(await subject.store.changesets([1])).toStrictEqual([
        { number: 1, author: words, note: words, at, records: 3 },
      ]);
    });

    it('do not change when someone changes what was answered', async () => {
      await subject.write(source(), entity('doctor/a', ['Ann']));
      const [first] = await subject.store.entities(['doctor/a']);
      try {
        Object.assign(first ?? {}, { kind: 'Ghost' });
        Object.assign(first?.names[0] ?? {}, { text: 'Eve' });
      } catch {
        // A frozen record refuses, which is as good.
      }
      const [second] = await subject.store.entities(['doctor/a']);
      expect(second).toMatchObject({ kind: 'Doctor', names: [{ text: 'Ann' }] });
    });
  });

  describe('judgements', () => {
    const judge = (key: string, one: string, other: string) => ({
      op: 'judge' as const,
      judgement: {
        key,
        entities: [one, other] as [string, string],
        verdict: 'SAME' as const,
        reason: 'Alike.',
        judge: 'A. Tester',
      },
    });

    it('are found by when they were made or dropped, and are kept', async () => {
      await subject.write(
        ...['doctor/a', 'doctor/b', 'doctor/c'].map((key) => entity(key)),
        judge('judgement/z', 'doctor/a', 'doctor/b'),
        judge('judgement/m', 'doctor/c', 'doctor/a'),
        judge('judgement/a', 'doctor/a', 'doctor/b'),
      );
      await subject.write({ op: 'dropJudgement', judgement: 'judgement/a' });
      const since = async (changeset: number) =>
        keysOf(await subject.store.judgementsSince(changeset, BY_KEY));
      expect(await since(0)).toEqual(['judgement/a', 'judgement/m', 'judgement/z']);
      expect(await since(1)).toEqual(['judgement/a']);
      expect(await since(2)).toEqual([]);
      const [dropped] = await subject.store.judgements(['judgement/a']);
      expect(dropped).toMatchObject({ verdict: 'SAME', recordedIn: 1, droppedIn: 2 });
    });
  });

  describe('sources and changesets', () => {
    it('are listed by key and counted', async () => {
      await subject.write(source('source/b'), source('source/a'), source('source/c-1'), source('source/c'));
      expect(await subject.store.countSources()).toBe(4);
      const page = await subject.store.findSources(BY_KEY);
      expect(keysOf(page)).toEqual(['source/a', 'source/b', 'source/c', 'source/c-1']);
      expect(page.items.map(({ orderKey }) => orderKey)).toEqual(keysOf(page));
      expect(page.hasMore).toBe(false);
      const back = await subject.store.findSources({
        ...BY_KEY,
        limit: 2,
        descending: true,
        after: 'source/c-1',
      });
      expect(keysOf(back)).toEqual(['source/c', 'source/b']);
      expect(back.hasMore).toBe(true);
    });

    it('are found by the words of titles, publishers and authors, as they are now', async () => {
      const found = async (...words: string[][]) =>
        keysOf(await subject.store.findSources(BY_KEY, { words })).join(' ');
      await subject.write(
        source('source/a', { title: 'The Hospitals of Hà Nội', publisher: 'Nhân Dân', authors: ['An Lê'] }),
        source('source/b', { title: 'Doctors of Hanoi' }),
      );
      expect(await found(['noi', 'hanoi'])).toBe('source/a source/b');
      expect(await found(['hospital'], ['dan'], ['an'])).toBe('source/a');
      expect(await found(['of'])).toBe('');
      expect(await found(['hanoi'], [])).toBe('');
      await subject.write(source('source/b', { title: 'Nurses of Huế' }));
      expect(await found(['hanoi'])).toBe('');
      expect(await found(['hue'], ['nurses'])).toBe('source/b');
      expect(await subject.store.findWords([{ begins: '', shortest: 4, longest: 9 }], 'sources')).toEqual([
        [
          { word: 'nhan', count: 1 },
          { word: 'nurses', count: 1 },
          { word: 'hospital', count: 1 },
          { word: 'hospitals', count: 1 },
        ],
      ]);
      expect(await findingsIn(subject.store)).toEqual([]);
    });

    it('are numbered from 1, and null for numbers that none has', async () => {
      expect(await subject.store.version()).toBe(0);
      await subject.write(source());
      await subject.write();
      expect(await subject.store.version()).toBe(2);
      const found = await subject.store.changesets([2, 0, 3, 1, -1, 1.5, 2 ** 60, 2]);
      expect(found.map((changeset) => changeset?.number ?? null)).toEqual([
        2,
        null,
        null,
        1,
        null,
        null,
        null,
        2,
      ]);
    });

    it('leave the entities of earlier revisions out of every list', async () => {
      await subject.write(source(), entity('country/old'), entity('country/new'));
      await subject.write(
        entity('hospital/h', ['Old name'], {
          relations: [link('LOCATED_IN', 'country/old')],
          externalIds: [{ scheme: 'wikidata', value: 'Q1' }],
          citations: CITED,
        }),
      );
      await subject.write(
        entity('hospital/h', ['New name'], { relations: [link('LOCATED_IN', 'country/new')] }),
      );
      const { store } = subject;
      expect(await store.countEntities({})).toBe(3);
      expect(await store.countEntities({ nameKeys: ['name old'] })).toBe(0);
      expect(await store.countEntities({ nameKeys: ['name new'] })).toBe(1);
      expect(await store.countEntities({ externalIds: ['wikidata:Q1'] })).toBe(0);
      expect(await store.countEntities({ sources: ['source/paper'] })).toBe(0);
      const parents = [['country/old'], ['country/new']];
      expect(await store.countLinkedTo(parents, { relation: 'LOCATED_IN' })).toEqual([0, 1]);
      expect((await store.entities(['hospital/h']))[0]).toMatchObject({ revision: 2, recordedIn: 3 });
    });
  });
}
