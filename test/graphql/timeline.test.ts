import { describe, expect, it } from 'vitest';
import { useStore } from '../contract/subject.js';
import { entity, fact, source } from '../helpers/graph.js';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import { newFile } from '../helpers/stores.js';

interface Buckets {
  totalCount: number;
  nodes: { name: string; certain: number; possible: number }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

const PAGE =
  'totalCount nodes { name certain possible } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

describe('timelines over GraphQL', () => {
  const subject = useStore(newFile);
  const write = (...times: string[]) =>
    subject.write(
      source(),
      entity('doctor/a'),
      ...times.map((time, index) => fact(`training/n${index}`, ['TRAINER=doctor/a'], { time })),
    );
  const ask = async (args: string): Promise<Buckets> => {
    const { timeline } = await dataOf(
      graphqlOver(subject.store).ask(`{ timeline(keys: ["doctor/a"], ${args}) { ${PAGE} } }`),
    );
    return timeline as Buckets;
  };
  const refusal = async (args: string) => {
    const { errors } = await graphqlOver(subject.store).ask(
      `{ timeline(keys: ["doctor/a"], ${args}) { totalCount } }`,
    );
    return errors?.map(({ message, extensions }) => `${String(extensions?.['code'])}: ${message}`);
  };

  it('give the same buckets page by page, from either end, over gaps and the turn of an era', async () => {
    await write('-0002/0003', '2001-03', '2001-05/2001-06', '1969-12-30/1970-01-02');
    for (const by of ['YEAR', 'MONTH', 'DAY']) {
      const { totalCount } = await ask(`by: ${by}`);
      const whole: string[] = [];
      for (let after = 'null'; ;) {
        const page = await ask(`by: ${by}, first: 100, after: ${after}`);
        whole.push(...page.nodes.map(({ name }) => name));
        if (!page.pageInfo.hasNextPage) break;
        after = JSON.stringify(page.pageInfo.endCursor);
      }
      expect(whole).toHaveLength(totalCount);
      const backwards: string[] = [];
      for (let before = 'null'; ;) {
        const page = await ask(`by: ${by}, last: 99, before: ${before}`);
        backwards.unshift(...page.nodes.map(({ name }) => name));
        if (!page.pageInfo.hasPreviousPage) break;
        before = JSON.stringify(page.pageInfo.startCursor);
      }
      expect(backwards).toEqual(whole);
      expect(whole.slice(0, 1)).toEqual([
        by === 'YEAR' ? '-0002' : by === 'MONTH' ? '-0002-01' : '-0002-01-01',
      ]);
    }
  });

  it('say how many facts go on, or may, beyond the last bucket and before the first', async () => {
    await write('2014/..', '2014/..', '2014/', '../2014', '2014');
    const { timeline } = await dataOf(
      graphqlOver(subject.store).ask(
        '{ timeline(keys: ["doctor/a"]) { totalCount start { openCount unknownCount } end { day openCount unknownCount } } }',
      ),
    );
    expect(timeline).toEqual({
      totalCount: 1,
      start: { openCount: 1, unknownCount: 0 },
      end: { day: '2014-12-31', openCount: 2, unknownCount: 1 },
    });
  });

  it('are refused where they have too many buckets', async () => {
    await write('-9999/2020', '2014/..');
    expect((await ask('by: MONTH')).totalCount).toBeGreaterThan(100_000);
    expect(await refusal('by: DAY')).toEqual([
      expect.stringMatching(
        /^BAD_USER_INPUT: By DAY the timeline has 439\d{4} buckets; expected at most 1000000\./,
      ),
    ]);
    expect((await ask('by: DAY, time: { trueDuring: "2015/2030" }')).totalCount).toBe(5_844);
  });

  it('refuse the cursors of other buckets', async () => {
    await write('2001', '2002');
    const { pageInfo } = await ask('first: 1');
    expect(await refusal(`by: MONTH, after: ${JSON.stringify(pageInfo.endCursor)}`)).toEqual([
      expect.stringMatching(/^BAD_CURSOR: .* ordered by BY_YEAR, and this list is ordered by BY_MONTH/),
    ]);
  });
});
