import { describe, expect, it } from 'vitest';
import { ConfrereError } from '../../src/errors.js';
import type { ChangesetDraft, Operation } from '../../src/store/changeset.js';
import type { Store } from '../../src/store/port.js';
import { findingsIn } from '../helpers/collect.js';
import { CITED, draftOf, entity, fact, factContent, source } from '../helpers/graph.js';
import { BY_KEY } from './subject.js';
import type { Subject } from './subject.js';

/** What a changeset does, and what becomes of one that is refused. */
export function writesContract(subject: Subject): void {
  describe('a changeset', () => {
    it('is answered as it was recorded, numbered from 1', async () => {
      const draft = draftOf([source()], { author: 'Ann', note: '', at: '2024-05-01T12:00:00Z' });
      const first = await subject.store.apply(draft);
      expect(first).toStrictEqual({
        number: 1,
        author: 'Ann',
        note: '',
        at: '2024-05-01T12:00:00.000Z',
        records: 1,
      });
      expect(await subject.store.changesets([1])).toStrictEqual([first]);
      const earlier = await subject.store.apply({ ...draft, at: '2020-01-01T00:00:00Z' });
      expect(earlier).toMatchObject({ number: 2, at: '2024-05-01T12:00:00.000Z' });
    });

    it('may refer to what it writes itself, in any order', async () => {
      await subject.write(
        fact('training/x', ['TRAINER=doctor/a']),
        entity('doctor/a', ['Ann'], { citations: CITED }),
        source(),
      );
      expect(await subject.store.countFactsOf([['doctor/a']], undefined, {})).toEqual([1]);
    });

    it('keeps the history of a fact, whose statement never changes', async () => {
      await subject.write(source(), entity('doctor/a'), fact('training/x', ['TRAINER=doctor/a']));
      await subject.write({ op: 'setStatus', fact: 'training/x', status: 'RETRACTED', note: 'A mistake.' });
      await subject.write({ op: 'setStatus', fact: 'training/x', status: 'PROPOSED' });
      const [record] = await subject.store.facts(['training/x']);
      const at = '2024-05-01T12:00:00.000Z';
      expect(record).toStrictEqual({
        ...factContent('training/x', ['TRAINER=doctor/a']),
        recordedIn: 1,
        recordedAt: at,
        status: 'PROPOSED',
        history: [
          { status: 'ACCEPTED', changeset: 1, at },
          { status: 'RETRACTED', changeset: 2, at, note: 'A mistake.' },
          { status: 'PROPOSED', changeset: 3, at },
        ],
      });
      expect(await subject.store.countFacts({ statuses: ['PROPOSED'] })).toBe(1);
      expect(await subject.store.countFacts({ statuses: ['ACCEPTED', 'RETRACTED'] })).toBe(0);
    });

    it('corrects a fact by another, and both say so', async () => {
      await subject.write(source(), entity('doctor/a'), fact('training/x', ['TRAINER=doctor/a']));
      await subject.write(fact('training/x~2', ['TRAINEE=doctor/a'], { supersedes: 'training/x' }));
      const [old, corrected] = await subject.store.facts(['training/x', 'training/x~2']);
      expect(old).toMatchObject({ status: 'RETRACTED', supersededBy: 'training/x~2', retractedIn: 2 });
      expect(corrected).toMatchObject({ status: 'ACCEPTED', supersedes: 'training/x' });
      expect(await subject.store.countFacts({ statuses: ['RETRACTED'] })).toBe(1);
    });

    it('is there when the store is opened again', async () => {
      await subject.write(source(), entity('doctor/a'), fact('training/x', ['TRAINER=doctor/a']));
      const before = await everything(subject.store);
      await subject.store.close();
      expect(await everything(await subject.place.open())).toEqual(before);
    });

    it('is seen by the next question, also by that of another opening', async () => {
      const other = await subject.place.open();
      expect(await other.version()).toBe(0);
      for (let number = 1; number <= 5; number += 1) {
        await subject.write(source(`source/s-${number}`));
        expect(await subject.store.countSources()).toBe(number);
        expect(await other.version()).toBe(number);
        expect(await other.countSources()).toBe(number);
      }
    });

    it('gets a number of its own among many that are written at once', async () => {
      const other = await subject.place.open();
      const writes = Array.from({ length: 12 }, (_, index) =>
        (index % 3 === 0 ? other : subject.store).apply(draftOf([source(`source/s-${index}`)])),
      );
      const numbers = (await Promise.all(writes)).map(({ number }) => number);
      expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
      expect(await subject.store.countSources()).toBe(12);
      const records = await subject.store.sources(numbers.map((_, index) => `source/s-${index}`));
      expect(records.map((record) => record?.recordedIn)).toEqual(numbers);
      expect(await findingsIn(subject.store)).toEqual([]);
    });

    it('made for a version lands once, however many were made for it', async () => {
      await subject.write(source());
      const writes = Array.from({ length: 6 }, (_, index) =>
        subject.store.apply(draftOf([source(`source/s-${index}`)], { expectedVersion: 1 })),
      );
      const outcomes = await Promise.allSettled(writes);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected')
          expect(outcome.reason).toMatchObject({ code: 'CHANGESET_REFUSED' });
      }
      expect(await subject.store.version()).toBe(2);
      expect(await subject.store.countSources()).toBe(2);
    });
  });

  describe('a changeset that is refused', () => {
    const refused = async (draft: ChangesetDraft): Promise<string[]> => {
      const before = await everything(subject.store);
      const error: unknown = await subject.store.apply(draft).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ConfrereError);
      expect(error).toMatchObject({ code: 'CHANGESET_REFUSED' });
      expect(await everything(subject.store)).toEqual(before);
      return (error as ConfrereError).details['problems'] as string[];
    };

    it('names everything that is wrong with it, and leaves nothing behind', async () => {
      await subject.write(
        source(),
        entity('doctor/a'),
        entity('technique/t'),
        fact('training/x', ['TRAINER=doctor/a']),
      );
      const problems = await refused(
        draftOf([
          source('source/new'),
          entity('doctor/new'),
          entity('doctor/a', [], { relations: [] }),
          entity('technique/t', ['T'], {
            relations: [{ relation: 'BROADER', to: 'technique/none', citations: [], editor: 'Yes.' }],
          }),
          fact('training/x', ['TRAINER=doctor/a']),
          fact('training/none', ['TRAINER=doctor/none'], { citations: [] }),
          fact('training/wrong', ['TRAINER=technique/t', 'VILLAIN=doctor/a'], { time: '2016-13' }),
          fact('visit/bare', ['VISITOR=doctor/a'], {
            citations: [{ source: 'source/none', paragraph: 1 }],
          }),
          fact('visit/second', ['VISITOR=doctor/a'], { supersedes: 'visit/none' }),
          { op: 'setStatus', fact: 'visit/gone', status: 'ACCEPTED' },
          { op: 'dropJudgement', judgement: 'judgement/gone' },
        ]),
      );
      for (const said of [
        /doctor\/a: names/,
        /technique\/t refers to technique\/none/,
        /training\/x is recorded already/,
        /doctor\/none, which is not there/,
        /without a citation is refused/,
        /TRAINER is played by .*, not by technique\/t/,
        /has no role VILLAIN/,
        /training\/wrong: time/,
        /visit\/bare cites source\/none/,
        /visit\/second supersedes visit\/none, which is not there/,
        /the status of visit\/gone cannot be set/,
        /judgement\/gone cannot be dropped/,
      ]) {
        expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(said)]));
      }
    });

    it('was made for another version', async () => {
      await subject.write(source());
      await refused(draftOf([source('source/b')], { expectedVersion: 0 }));
      await refused(draftOf([source('source/b')], { expectedVersion: 2 }));
      await subject.store.apply(draftOf([source('source/b')], { expectedVersion: 1 }));
    });

    const twice = (...operations: Operation[]) => draftOf([...operations, ...operations]);

    it('writes the same record twice', async () => {
      await subject.write(source(), entity('doctor/a'), fact('training/x', ['TRAINER=doctor/a']));
      for (const draft of [
        twice(source('source/b')),
        twice(entity('doctor/b')),
        twice(fact('training/y', ['TRAINER=doctor/a'])),
        twice({ op: 'setStatus', fact: 'training/x', status: 'DISPUTED' }),
        draftOf([
          { op: 'setStatus', fact: 'training/x', status: 'DISPUTED' },
          fact('training/x~2', ['TRAINER=doctor/a'], { supersedes: 'training/x' }),
        ]),
      ]) {
        expect(await refused(draft)).toEqual(
          expect.arrayContaining([expect.stringMatching(/written twice/)]),
        );
      }
    });

    it('touches what was superseded or dropped', async () => {
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
            verdict: 'UNSURE',
            reason: 'Who knows?',
            judge: 'A. Tester',
          },
        },
      );
      await subject.write(fact('training/x~2', ['TRAINER=doctor/a'], { supersedes: 'training/x' }), {
        op: 'dropJudgement',
        judgement: 'judgement/ab',
      });
      await refused(draftOf([{ op: 'setStatus', fact: 'training/x', status: 'ACCEPTED' }]));
      await refused(draftOf([fact('training/x~3', ['TRAINER=doctor/a'], { supersedes: 'training/x' })]));
      await refused(draftOf([{ op: 'dropJudgement', judgement: 'judgement/ab' }]));
    });

    it('does not say who wrote it, or when', async () => {
      await refused(draftOf([], { author: '' }));
      await refused(draftOf([], { at: 'yesterday' }));
    });
  });
}

async function everything(store: Store) {
  return {
    version: await store.version(),
    sources: await store.findSources({ ...BY_KEY, limit: 1000 }),
    entities: await store.findEntities({}, { ...BY_KEY, limit: 1000 }),
    facts: await store.findFacts({}, { ...BY_KEY, limit: 1000 }),
  };
}
