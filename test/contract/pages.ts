import { beforeEach, describe, expect, it } from 'vitest';
import type { Page, Slice } from '../../src/store/port.js';
import { entity, fact, link, source } from '../helpers/graph.js';
import { BY_KEY, BY_TIME, keysOf } from './subject.js';
import type { Subject } from './subject.js';

type Ask<Order extends string> = (page: Page<Order>) => Promise<Slice<{ key: string }>>;

/** What a page holds, and how one leads to the next. */
export function pagesContract(subject: Subject): void {
  describe('pages', () => {
    const YEARS = ['2011', '2012', '2012', '2013', '2013', '2013', undefined, undefined, '2010'];

    beforeEach(async () => {
      await subject.write(
        source(),
        source('source/b'),
        source('source/c'),
        entity('country/c'),
        ...YEARS.map((_, index) =>
          entity(`hospital/h-${index}`, [index % 2 === 0 ? 'Alike' : `Hospital ${index}`], {
            relations: [link('LOCATED_IN', 'country/c')],
          }),
        ),
        entity('doctor/a'),
        ...YEARS.map((time, index) =>
          fact(`visit/v-${index}`, ['VISITOR=doctor/a'], time === undefined ? {} : { time }),
        ),
      );
    });

    const lists = () => {
      const { store } = subject;
      const first = async <Item>(slices: Promise<Slice<Item>[]>): Promise<Slice<Item>> =>
        (await slices)[0] ?? { items: [], hasMore: false };
      const entities: Ask<'NAME' | 'KEY'> = (page) => store.findEntities({ kinds: ['Hospital'] }, page);
      const linked: Ask<'NAME' | 'KEY'> = (page) =>
        first(store.linkedTo([['country/c']], { relation: 'LOCATED_IN' }, page));
      const facts: Ask<'TIME' | 'KEY'> = (page) => store.findFacts({}, page);
      const sources: Ask<'TIME' | 'KEY'> = (page) => store.findFacts({ sources: ['source/paper'] }, page);
      const played: Ask<'TIME' | 'KEY'> = (page) => first(store.factsOf([['doctor/a']], undefined, {}, page));
      const keys: Ask<'TIME' | 'KEY'> = async (page) => {
        const { items, hasMore } = await store.findFactKeys(
          { participants: [{ entities: ['doctor/a'] }] },
          page,
        );
        return { items: items.map(({ item, orderKey }) => ({ item: { key: item }, orderKey })), hasMore };
      };
      const documents: Ask<'KEY'> = (page) => store.findSources(page);
      return [
        ...(['NAME', 'KEY'] as const).flatMap((order) => [
          { order, ask: (page: Omit<Page<never>, 'order'>) => entities({ ...page, order }), count: 9 },
          { order, ask: (page: Omit<Page<never>, 'order'>) => linked({ ...page, order }), count: 9 },
        ]),
        ...(['TIME', 'KEY'] as const).flatMap((order) => [
          { order, ask: (page: Omit<Page<never>, 'order'>) => facts({ ...page, order }), count: 9 },
          { order, ask: (page: Omit<Page<never>, 'order'>) => sources({ ...page, order }), count: 9 },
          { order, ask: (page: Omit<Page<never>, 'order'>) => played({ ...page, order }), count: 9 },
          { order, ask: (page: Omit<Page<never>, 'order'>) => keys({ ...page, order }), count: 9 },
        ]),
        {
          order: 'KEY' as const,
          ask: (page: Omit<Page<never>, 'order'>) => documents({ ...page, order: 'KEY' }),
          count: 3,
        },
      ];
    };

    it('of any size lead through the whole list, forwards and backwards', async () => {
      for (const { ask, count } of lists()) {
        const whole = await ask({ limit: 1000, descending: false });
        expect(whole.items).toHaveLength(count);
        expect(new Set(whole.items.map(({ orderKey }) => orderKey)).size).toBe(count);
        for (const descending of [false, true]) {
          for (const limit of [1, 2, 3, count - 1, count, count + 1]) {
            const walked: string[] = [];
            let after: string | undefined;
            for (let more = true; more;) {
              const page = await ask({ limit, descending, ...(after === undefined ? {} : { after }) });
              expect(page.items.length).toBe(Math.min(limit, count - walked.length));
              walked.push(...keysOf(page));
              after = page.items.at(-1)?.orderKey;
              more = page.hasMore;
              expect(more).toBe(walked.length < count);
            }
            expect(walked).toEqual(descending ? keysOf(whole).toReversed() : keysOf(whole));
          }
        }
      }
    });

    it('lie between their cursors, and say whether more follows within them', async () => {
      for (const { ask, count } of lists()) {
        const whole = await ask({ limit: 1000, descending: false });
        const places = whole.items.map(({ orderKey }) => orderKey);
        const [first = '', last = ''] = [places[0], places[count - 1]];
        const inner = keysOf(whole).slice(1, -1);
        const all = await ask({ limit: 1000, descending: false, after: first, before: last });
        expect(keysOf(all)).toEqual(inner);
        expect(all.hasMore).toBe(false);
        const exact = await ask({ limit: inner.length, descending: false, after: first, before: last });
        expect(exact.hasMore).toBe(false);
        const short = await ask({ limit: inner.length - 1, descending: false, after: first, before: last });
        expect(short.hasMore).toBe(inner.length > 0);
        const back = await ask({ limit: 1000, descending: true, after: last, before: first });
        expect(keysOf(back)).toEqual(inner.toReversed());
        const crossed = await ask({ limit: 1000, descending: false, after: last, before: first });
        expect(crossed).toEqual({ items: [], hasMore: false });
        const wrongWay = await ask({ limit: 1000, descending: true, after: first });
        expect(wrongWay).toEqual({ items: [], hasMore: false });
      }
    });

    it('of no size say whether there is anything', async () => {
      for (const { ask } of lists()) {
        expect(await ask({ limit: 0, descending: false })).toEqual({ items: [], hasMore: true });
        expect(await ask({ limit: 0, descending: true, after: '' })).toEqual({ items: [], hasMore: false });
        expect(await ask({ limit: 0, descending: false, after: '~' })).toEqual({ items: [], hasMore: false });
      }
    });

    it('begin anywhere, whether or not anything stands there', async () => {
      const { store } = subject;
      const behind = async (after: string) =>
        keysOf(await store.findFacts({}, { ...BY_KEY, after, limit: 1 }));
      expect(await behind('')).toEqual(['visit/v-0']);
      expect(await behind('visit/v-3~7')).toEqual(['visit/v-4']);
      expect(await behind('visit/v-0')).toEqual(['visit/v-1']);
      expect(await behind('é')).toEqual([]);
      expect(await behind('\u{10ffff}')).toEqual([]);
      const ahead = await store.findFacts({}, { ...BY_KEY, before: 'visit/v-1a', descending: false });
      expect(keysOf(ahead)).toEqual(['visit/v-0', 'visit/v-1']);
    });

    it('neither repeat nor lose what was there, when someone writes between them', async () => {
      const { store } = subject;
      const before = keysOf(await store.findFacts({}, BY_TIME));
      const first = await store.findFacts({}, { ...BY_TIME, limit: 4 });
      const after = first.items.at(-1)?.orderKey ?? '';
      await subject.write(
        fact('visit/early', ['VISITOR=doctor/a'], { time: '1999' }),
        fact('visit/late', ['VISITOR=doctor/a'], { time: '2030' }),
        { op: 'setStatus', fact: 'visit/v-0', status: 'DISPUTED' },
      );
      const rest = await store.findFacts({}, { ...BY_TIME, after });
      expect([...keysOf(first), ...keysOf(rest).filter((key) => key !== 'visit/late')]).toEqual(before);
      expect(keysOf(rest)).toContain('visit/late');
    });
  });
}
