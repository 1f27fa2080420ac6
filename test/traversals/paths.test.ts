import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/store/changeset.js';
import { openView, paths } from '../../src/traversals/index.js';
import type { PathsQuestion } from '../../src/traversals/index.js';
import { useStore } from '../contract/subject.js';
import { entity, fact, source } from '../helpers/graph.js';
import { newFile } from '../helpers/stores.js';

/* What random graphs hardly ever have. That the paths are right is held in test/questions. */

describe('paths', () => {
  const subject = useStore(newFile);

  const people = (...names: string[]) => names.map((name) => entity(`doctor/${name}`));
  const meeting = (name: string, ...keys: string[]) =>
    fact(
      `training/${name}`,
      keys.map((key, index) => `${index === 0 ? 'TRAINER' : 'TRAINEE'}=doctor/${key}`),
    );
  const ask = async (question: Partial<PathsQuestion> = {}) => {
    const view = await openView(subject.store);
    const ends = { from: 'doctor/x', to: 'doctor/y' };
    const answer = await paths(view, { ...ends, k: 10, maxHops: 4, hubPenalty: 0, filter: {}, ...question });
    const keys = answer.paths.map(({ stops }) =>
      stops.map(({ key }) => key.replace('doctor/', '')).join(' '),
    );
    return { ...answer, keys };
  };
  const write = (...operations: Operation[]) => subject.write(source(), ...operations);

  it('says that longer ones were not looked for, even where one end was read whole', async () => {
    await write(
      ...people('x', 'a', 'b', 'c', 'd', 'y', 'z'),
      meeting('clique', 'x', 'a', 'b', 'c', 'd'),
      meeting('bridge', 'd', 'y'),
      ...Array.from({ length: 10 }, (_, index) => meeting(`elsewhere-${index}`, 'y', 'z')),
    );
    const short = await ask({ maxHops: 3 });
    expect(short.keys).toEqual(['x d y', 'x a d y', 'x b d y', 'x c d y']);
    expect(short).toMatchObject({
      reason: 'BOUND_REACHED',
      cut: { bound: 'DEPTH', maximum: 3 },
      completeTo: 3,
    });
    const excluded = await ask({ maxHops: 3, withoutEntities: ['doctor/b', 'doctor/c'] });
    expect(excluded.keys).toEqual(['x d y', 'x a d y']);
    expect(excluded).toMatchObject({ reason: 'EXHAUSTED', cut: null, completeTo: 3 });
  });

  it('passes through no group, and needs two different entities for a hop', async () => {
    await write(
      ...people('x', 'y'),
      entity('hospital/h'),
      fact('training/one', ['TRAINER=doctor/x', 'TRAINEE="young doctors"']),
      fact('training/other', ['TRAINER="young doctors"', 'TRAINEE=doctor/y']),
      fact('training/self', ['TRAINER=hospital/h', 'TRAINEE=doctor/x', 'AT=hospital/h']),
    );
    expect(await ask()).toMatchObject({ keys: [], reason: 'EXHAUSTED', cut: null });
    expect((await ask({ to: 'hospital/h' })).paths).toMatchObject([{ length: 1 }]);
  });

  it('reads of somebody busy only what is needed, and counts all of it for the penalty', async () => {
    const calls = Array.from({ length: 1_000 }, (_, index) => meeting(`call-${index}`, 'hub'));
    await write(
      ...people('x', 'y', 'hub', 'a', 'b', 'c', 'd', 'e'),
      ...calls,
      ...['x', 'y'].map((key) => meeting(`hub-${key}`, 'hub', key)),
      ...['x a', 'a b', 'b c', 'c d', 'd y'].map((pair) =>
        meeting(pair.replace(' ', '-'), ...pair.split(' ')),
      ),
    );
    expect((await ask({ k: 1 })).keys).toEqual(['x hub y']);
    const penalised = await ask({ k: 1, maxHops: 8, hubPenalty: 2 });
    expect(penalised.keys).toEqual(['x a b c d y']);
    expect(penalised).toMatchObject({ reason: null, completeTo: 8, paths: [{ cost: 5, length: 5 }] });
    const [, far] = (await ask({ k: 2, maxHops: 8, hubPenalty: 2 })).paths;
    expect(far).toMatchObject({
      cost: 8,
      length: 2,
      stops: [{ penalty: 0 }, { penalty: 6 }, { penalty: 0 }],
    });
  });

  it('refuses what it cannot answer, and says what it expected', async () => {
    await write(...people('x', 'y'), entity('country/c'));
    const refusal = (question: Partial<PathsQuestion>) =>
      ask(question).then(
        () => 'answered',
        (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
      );
    expect(await refusal({ to: 'doctor/x' })).toBe(
      'BAD_USER_INPUT: `from` and `to` are both "doctor/x"; expected two different entities.',
    );
    expect(await refusal({ withoutEntities: ['country/c', 'doctor/y'] })).toBe(
      'BAD_USER_INPUT: `withoutEntities` names "doctor/y", which is `to`; a path has to end there.',
    );
    expect(await refusal({ from: 'doctor/nobody' })).toMatch(/^BAD_KEY: `from` names "doctor\/nobody"/);
    expect(await refusal({ to: 'training/one' })).toMatch(/^BAD_KEY: `to`/);
    expect(await refusal({ withoutEntities: ['doctor/nobody'] })).toMatch(/^BAD_KEY: `withoutEntities`/);
    const keys = Array.from({ length: 1_001 }, () => 'country/c');
    expect(await refusal({ withoutEntities: keys })).toMatch(/^BAD_USER_INPUT: .* at most 1000\.$/);
    for (const wrong of [
      { k: 0 },
      { k: 11 },
      { k: 1.5 },
      { maxHops: 0 },
      { maxHops: 9 },
      { hubPenalty: -1 },
      { hubPenalty: 11 },
    ]) {
      expect(await refusal(wrong)).toMatch(
        /^BAD_USER_INPUT: `\w+` is \S+; expected a whole number from [01] to \d+\.$/,
      );
    }
  });
});
