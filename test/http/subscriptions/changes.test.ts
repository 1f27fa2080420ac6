import { describe, expect, it, vi } from 'vitest';
import { ConfrereError } from '../../../src/errors.js';
import { Arrivals } from '../../../src/store/arrivals.js';
import { changes } from '../../../src/traversals/index.js';
import { draftOf, entity, fact, judge } from '../../helpers/graph.js';
import { serve as serveStore } from '../../helpers/serving.js';
import {
  CHANGES,
  PROTOCOLS,
  aliases,
  place,
  next,
  nextKeys,
  refusal,
  serve,
  servers,
  store,
  useStore,
} from './following.js';

vi.setConfig({ testTimeout: 60_000 });
useStore();

describe.each(PROTOCOLS)('changes over %s', (_name, subscribe) => {
  it('are told as they land, whoever writes, and from any changeset on', async () => {
    const url = await serve();
    const after = subscribe(url, { after: 0 });
    expect(await next(after)).toEqual({
      data: {
        changes: {
          changeset: { number: 1, author: 'A. Tester' },
          keys: ['doctor/a', 'doctor/b', 'source/paper', 'training/a'],
          nodes: [
            expect.objectContaining({ __typename: 'Doctor' }),
            expect.objectContaining({ __typename: 'Doctor' }),
            expect.objectContaining({ __typename: 'Source' }),
            expect.objectContaining({ __typename: 'Training' }),
          ],
          judgements: [],
        },
      },
    });
    // Another opening of the file stands for another instance.
    const elsewhere = await place.open();
    await elsewhere.apply(draftOf([judge('judgement/ab', ['doctor/a', 'doctor/b'])]));
    expect(await next(after)).toMatchObject({
      data: {
        changes: {
          changeset: { number: 2 },
          judgements: [{ key: 'judgement/ab', verdict: 'SAME' }],
          nodes: [],
        },
      },
    });
    await elsewhere.apply(draftOf([{ op: 'setStatus', fact: 'training/a', status: 'RETRACTED' }]));
    expect(await nextKeys(after)).toEqual([3, ['training/a']]);
    await after.return();
  });

  it('are those that are followed alone', async () => {
    const url = await serve();
    const facts = subscribe(url, { after: 0, kinds: ['TRAINING', 'JUDGEMENT'] });
    const doctor = subscribe(url, { after: 1, keys: ['doctor/c'] });
    const cited = subscribe(url, { after: 0, keys: ['source/paper'], kinds: ['TRAINING'] });
    expect(await nextKeys(facts)).toEqual([1, ['training/a']]);
    expect(await nextKeys(cited)).toEqual([1, ['training/a']]);
    await store.apply(draftOf([entity('doctor/d')]));
    await store.apply(
      draftOf([
        entity('doctor/c'),
        fact('training/c', ['TRAINER=doctor/a', 'TRAINEE=doctor/c']),
        fact('training/d', ['TRAINER=doctor/a', 'TRAINEE=doctor/d']),
        judge('judgement/cd', ['doctor/c', 'doctor/d'], 'DIFFERENT'),
      ]),
    );
    expect(await nextKeys(doctor)).toEqual([3, ['doctor/c', 'judgement/cd', 'training/c']]);
    expect(await nextKeys(facts)).toEqual([3, ['judgement/cd', 'training/c', 'training/d']]);
  });

  it('are all told of a changeset that is large, and of one after the other', async () => {
    const url = await serve();
    const after = subscribe(url, { after: 1 });
    const keys = Array.from({ length: 120 }, (_, index) => `doctor/x${String(index).padStart(3, '0')}`);
    await store.apply(draftOf(keys.map((key) => entity(key))));
    const told: string[] = [];
    while (told.length < keys.length) told.push(...((await nextKeys(after))[1] ?? []));
    expect(told).toEqual(keys);
  });

  it.each([
    ['a changeset that is not there yet', { after: 99 }, CHANGES, 'BAD_USER_INPUT'],
    ['a key that can be none', { keys: ['no key'] }, CHANGES, 'BAD_KEY'],
    ['a query', {}, '{ entities { totalCount } }', 'BAD_USER_INPUT'],
    ['what cannot be parsed', {}, 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['what is not valid', {}, 'subscription { changes { nothing } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two things at once',
      {},
      'subscription { changes { keys } other: changes { keys } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'fragments in a circle',
      {},
      'subscription { changes { ...A } } fragment A on Change { ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'it on a condition',
      {},
      'subscription { changes @skip(if: true) { keys } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'it on a condition, in a fragment',
      { if: true },
      'subscription ($if: Boolean!) { ... { ...F } } fragment F on Subscription { changes @include(if: $if) { keys } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['too many aliases', {}, `subscription { changes { ${aliases(201)} } }`, 'QUERY_LIMIT_EXCEEDED'],
    ['a wrong variable', { after: 'now' }, CHANGES, 'BAD_USER_INPUT'],
  ])('are refused to who asks for %s', async (_what, variables, query, code) => {
    const url = await serve();
    expect(await refusal(subscribe(url, variables, query))).toContain(`"code":"${code}"`);
  });

  it.each([
    ['a field', {}, 'subscription { changes { keyz } }'],
    ['a value', { kinds: ['TRAINNG'] }, CHANGES],
  ])('are refused without a hint at the schema where it is hidden: %s', async (_what, variables, query) => {
    expect(await refusal(subscribe(await serve(), variables, query))).toContain('Did you mean');
    const hidden = await refusal(subscribe(await serve({ introspection: false }), variables, query));
    expect(hidden).toMatch(/GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT/);
    expect(hidden).not.toContain('Did you mean');
  });

  it('are refused where one telling would cost too much', async () => {
    const url = await serve({ maximumCost: 40 });
    const nodes = subscribe(url, {}, 'subscription { changes { nodes { id } } }');
    expect(await refusal(nodes)).toContain('"code":"COST_LIMIT_EXCEEDED"');
  });

  it('have no more than so many places, which are free again once they are left', async () => {
    const url = await serve({ subscriptions: 2 });
    const [one, two] = [subscribe(url, { after: 0 }), subscribe(url, { after: 0 })];
    await Promise.all([next(one), next(two)]);
    expect(await refusal(subscribe(url, { after: 0 }))).toMatch(/OVERLOADED|503/);
    await one.return();
    await vi.waitFor(
      async () => expect(await refusal(subscribe(url, { after: 0 }))).toContain('doctor/a'),
      5_000,
    );
  });

  it('end where the budget of the client does', async () => {
    const url = await serve({ budget: 1_500 });
    const after = subscribe(url, { after: 0 });
    const said: string[] = [];
    for (let count = 0; count < 20 && !said.at(-1)?.includes('BUDGET_EXCEEDED'); count++) {
      await store.apply(draftOf([entity(`doctor/y${count}`)]));
      said.push(await refusal(after));
    }
    expect(said.at(-1)).toContain('BUDGET_EXCEEDED');
  });

  it('cost something also where much is looked through and nothing of it followed', async () => {
    await store.apply(draftOf(Array.from({ length: 3_000 }, (_, index) => entity(`doctor/n${index}`))));
    const url = await serve({ budget: 1_000 });
    expect(await refusal(subscribe(url, { after: 0, keys: ['doctor/nobody'] }))).toContain('BUDGET_EXCEEDED');
  });

  it('end as complete when the service stops', async () => {
    const url = await serve();
    const after = subscribe(url, { after: 0 });
    await next(after);
    const end = after.next().then(
      ({ done }) => done,
      () => true,
    );
    await Promise.all(servers.splice(0).map((server) => server.close()));
    expect(await end).toBe(true);
  });

  it('go on when the store was away for a while', async () => {
    let isAway = false;
    const flaky = new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name === 'during') return () => flaky;
        return (...args: unknown[]) =>
          isAway
            ? Promise.reject(new ConfrereError('STORE_UNAVAILABLE', 'away'))
            : (Reflect.apply(value, target, args) as unknown);
      },
    });
    const server = await serveStore(flaky);
    servers.push(server);
    const after = subscribe(`${server.url}/graphql`, { after: 0 });
    await next(after);
    isAway = true;
    const told = nextKeys(after);
    await store.apply(draftOf([entity('doctor/z')]));
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    isAway = false;
    expect(await told).toEqual([2, ['doctor/z']]);
  });

  it('say so where one telling takes too long, and stay for the next', async () => {
    let isSlow = true;
    const slow = new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name === 'during')
          return (signal: AbortSignal) => {
            const during = target.during(signal);
            return new Proxy(during, {
              get: (inner, method) => {
                const found: unknown = Reflect.get(inner, method);
                if (typeof found !== 'function') return found;
                return async (...args: unknown[]) => {
                  if (isSlow) await new Promise((resolve) => setTimeout(resolve, 400));
                  return (await Reflect.apply(found, inner, args)) as unknown;
                };
              },
            });
          };
        return value.bind(target) as unknown;
      },
    });
    const server = await serveStore(slow, { deadline: 200 });
    servers.push(server);
    const after = subscribe(`${server.url}/graphql`, { after: 0 });
    expect(await next(after)).toMatchObject({
      errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }],
    });
    isSlow = false;
    await store.apply(draftOf([entity('doctor/z')]));
    expect(await nextKeys(after)).toEqual([2, ['doctor/z']]);
  });

  it('by known documents alone, where nothing else may be asked', async () => {
    const url = await serve({ onlyDocuments: true });
    expect(await refusal(subscribe(url))).toContain('DOCUMENT_REQUIRED');
  });
});

describe('changes', () => {
  it('are not told twice where the store goes away between two of them', async () => {
    await store.apply(draftOf([entity('doctor/z')]));
    let hasFailed = false;
    const flaky = new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          const isSecond = name === 'changesets' && String(args[0]) === '2';
          if (isSecond && !hasFailed) {
            hasFailed = true;
            throw new ConfrereError('STORE_UNAVAILABLE', 'away');
          }
          return (await Reflect.apply(value, target, args)) as unknown;
        };
      },
    });
    const stop = new AbortController();
    const told = await changes(flaky, new Arrivals(flaky), { after: 0 }, { signal: stop.signal });
    const numbers = [await told.next(), await told.next()].map(({ value }) => value?.changeset.number);
    stop.abort();
    expect(hasFailed).toBe(true);
    expect(numbers).toEqual([1, 2]);
  });
});
