import { describe, expect, it } from 'vitest';
import { ontology } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';
import { POST_PLACES_MAXIMUM, cooperation, fragility, openView } from '../../src/traversals/index.js';
import type { Cooperation, CooperationQuestion } from '../../src/traversals/index.js';
import { draftOf, entity, fact, link, source } from '../helpers/graph.js';
import { ReferenceStore } from '../helpers/referenceStore.js';

/*
 * What random graphs are too small to show, and the rules by which a reader may judge the flows.
 */

async function viewOf(...operations: Operation[]) {
  const store = new ReferenceStore(ontology);
  await store.apply(draftOf([source(), ...operations]));
  return openView(store);
}

function hospitals(count: number): Operation[] {
  return Array.from({ length: count }, (_, index) => entity(`hospital/h${index}`));
}

async function flowsOf(
  operations: readonly Operation[],
  question: Partial<CooperationQuestion> = {},
): Promise<Cooperation> {
  const rest = { between: 'HOSPITAL', narrower: true, inferred: true, domestic: true, filter: {} } as const;
  return cooperation(await viewOf(...operations), { ...rest, ...question });
}

function pairs({ flows }: Cooperation): string[] {
  return flows.map(({ from, to, direction, factCount }) => `${from} ${to} ${direction} ${factCount}`);
}

function unknownOf({ unknown }: Cooperation): string[] {
  return Object.entries(unknown).flatMap(([which, count]) => (count > 0 ? [which] : []));
}

const doctor = entity('doctor/a');
const posts = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    fact(`affiliation/a${index}`, ['MEMBER=doctor/a', `AT=hospital/h${index}`]),
  );

describe('cooperation', () => {
  it('takes posts in many places at a time for no answer', async () => {
    const lesson = fact('training/a', ['TRAINER=doctor/a', 'AT=hospital/h0']);
    const most = POST_PLACES_MAXIMUM;
    const few = await flowsOf([doctor, ...hospitals(most), ...posts(most), lesson]);
    expect(few.flows).toHaveLength(most - 1);
    expect(few.flows.every(({ certainCount, factCount }) => certainCount === 0 && factCount === 1)).toBe(
      true,
    );
    const many = await flowsOf([doctor, ...hospitals(most + 1), ...posts(most + 1), lesson]);
    expect(pairs(many)).toEqual([]);
    expect(many.unknown).toEqual({ origin: 1, destination: 0, partner: 0, everybody: 0 });
  });

  it('takes a post in one month of an unknown year for none in another month', async () => {
    const flowsIn = async (time: string) => {
      const post = fact('affiliation/a', ['MEMBER=doctor/a', 'AT=hospital/h0'], { time: 'XXXX-12' });
      const lesson = fact('training/a', ['TRAINER=doctor/a', 'AT=hospital/h1'], { time });
      return pairs(await flowsOf([doctor, ...hospitals(2), post, lesson]));
    };
    expect(await flowsIn('XXXX-11')).toEqual([]);
    expect(await flowsIn('2019-11')).toEqual([]);
    expect(await flowsIn('XXXX-12-24')).toHaveLength(1);
    expect(await flowsIn('2019')).toHaveLength(1);
  });

  it('asks no posts where a sender tells', async () => {
    const lesson = ['TRAINER=doctor/a', 'TRAINEE="nurses"', 'AT=hospital/h2'];
    const beings = [doctor, ...hospitals(3), ...posts(1)];
    const told = await flowsOf([...beings, fact('training/a', [...lesson, 'FROM=hospital/h1'])]);
    expect(pairs(told)).toEqual(['hospital/h1 hospital/h2 DIRECTED 1']);
    const untold = await flowsOf([...beings, fact('training/a', lesson)]);
    expect(pairs(untold)).toEqual(['hospital/h0 hospital/h2 DIRECTED 1']);
  });

  it('takes the place of a lesson for its learners only where it is not that of the teachers', async () => {
    const beings = [
      ...['country/a', 'country/b'].map((key) => entity(key)),
      entity('hospital/a', ['a'], { relations: [link('LOCATED_IN', 'country/a')] }),
      entity('hospital/b', ['b'], { relations: [link('LOCATED_IN', 'country/b')] }),
    ];
    const lesson = ['TRAINER=hospital/a', 'TRAINEE="a delegation"'];
    const flowsAt = async (...more: string[]) => {
      const lessons = [...beings, fact('training/a', [...lesson, ...more])];
      const answers = [
        await flowsOf(lessons),
        await flowsOf(lessons, { between: 'COUNTRY' }),
        await flowsOf(lessons, { between: 'COUNTRY', inferred: false }),
      ];
      return answers.map((answer) => [...pairs(answer), ...unknownOf(answer)]);
    };
    const away = [['hospital/a hospital/b DIRECTED 1'], ['country/a country/b DIRECTED 1']];
    expect(await flowsAt('AT=hospital/b')).toEqual([...away, ['everybody']]);
    expect(await flowsAt('AT=hospital/a', 'IN=country/a')).toEqual([
      ['destination'],
      ['destination'],
      ['everybody'],
    ]);
    expect(await flowsAt('AT=hospital/a', 'TRAINEE=hospital/a')).toEqual([
      ['hospital/a hospital/a DIRECTED 1'],
      ['country/a country/a DIRECTED 1'],
      ['everybody'],
    ]);
    expect(await flowsAt('AT=hospital/a', 'TRAINEE=hospital/b')).toEqual([...away, ['everybody']]);
  });

  it('takes the post that somebody was sent to for no place they come from', async () => {
    const answer = await flowsOf([
      ...[doctor, ...hospitals(1), ...posts(1)],
      fact('posting/a', ['POSTED=doctor/a', 'AT=hospital/h0']),
    ]);
    expect(pairs(answer)).toEqual([]);
    expect(answer.unknown.origin).toBe(1);
  });

  it('takes all senders of unnamed parties for one party beside a named one', async () => {
    const countries = ['country/a', 'country/b', 'country/c'];
    const answer = await flowsOf(
      [
        ...countries.map((key) => entity(key)),
        entity('hospital/h', ['h'], { relations: [link('LOCATED_IN', 'country/a')] }),
        fact('cooperation/a', ['PARTY=hospital/h', 'PARTY="guests"', 'FROM=country/c', 'FROM=country/b']),
      ],
      { between: 'COUNTRY' },
    );
    expect(pairs(answer)).toEqual(['country/a country/b UNDIRECTED 1', 'country/a country/c UNDIRECTED 1']);
    expect(answer.flows[0]?.facts()[0]).toMatchObject({
      from: { basis: 'LOCATION' },
      to: { basis: 'STATED' },
    });
  });

  it('says so where a fact has more sides than it can count', async () => {
    const parties = Array.from({ length: 900 }, (_, index) => `PARTY=hospital/h${index}`);
    const answer = await flowsOf([
      ...hospitals(900),
      fact('cooperation/a', ['PARTY=hospital/h0', 'PARTY=hospital/h1'], { time: '2001' }),
      fact('cooperation/b', parties, { time: '2002' }),
    ]);
    expect(answer.cut).toMatchObject({ bound: 'PLACEMENTS' });
    expect(pairs(answer)).toEqual(['hospital/h0 hospital/h1 UNDIRECTED 1']);
  });

  it('refuses kinds whose facts are no flows', async () => {
    await expect(flowsOf([], { kinds: ['Training', 'Observation'] })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/Observation.*expected some of .*Training/) as string,
    });
  });
});

describe('fragility', () => {
  it('sees a training in a narrower technique as one in all broader ones, where they turn in a circle too', async () => {
    const view = await viewOf(
      doctor,
      ...['a', 'b', 'c'].map((name, index, names) =>
        entity(`technique/${name}`, [name], {
          relations: [link('BROADER', `technique/${names[(index + 1) % names.length]}`)],
        }),
      ),
      fact('training/a', ['TRAINER=doctor/a', 'TECHNIQUE=technique/a']),
    );
    const asked = { of: 'TECHNIQUE', inferred: true, filter: {} } as const;
    const wide = await fragility(view, { ...asked, narrower: true });
    expect(wide.dependents.map(({ key, oneTrainer }) => [key, oneTrainer])).toEqual([
      ['technique/a', 'doctor/a'],
      ['technique/b', 'doctor/a'],
      ['technique/c', 'doctor/a'],
    ]);
    const narrow = await fragility(view, { ...asked, narrower: false });
    expect(narrow.dependents.map(({ key }) => key)).toEqual(['technique/a']);
  });
});
