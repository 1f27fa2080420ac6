import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from '../helpers/graphql.js';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import { draftOf, entity, fact, source } from '../helpers/graph.js';
import { newFile } from '../helpers/stores.js';
import type { Place } from '../helpers/stores.js';

interface Page {
  totalCount: number;
  nodes: { entities: { key: string }[]; score: number; reasons: Reason[] }[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
}

interface Reason {
  rule: string;
  weight: number;
  excludes: boolean;
  text: string;
  facts: { key: string }[];
}

describe('identityCandidates', () => {
  let place: Place;
  let ask: Ask;

  beforeAll(async () => {
    place = await newFile();
    const store = await place.open();
    const doctors = Array.from({ length: 5 }, (_, index) =>
      entity(`doctor/${index}`, ['Yves Lambertin-Korsak']),
    );
    const posts = ['doctor/0', 'doctor/1'].map((key, index) =>
      fact(`affiliation/${index}`, [`MEMBER=${key}`, 'AT=hospital/h'], { time: '2015' }),
    );
    await store.apply(draftOf([source(), entity('hospital/h', ['Harbour Hospital']), ...doctors, ...posts]));
    ask = graphqlOver(store).ask;
  });
  afterAll(() => place.remove());

  const page = async (arguments_: string): Promise<Page> => {
    const fields = `totalCount pageInfo { endCursor hasNextPage }
      nodes { score entities { key } reasons { rule weight excludes text facts { key } } }`;
    const data = await dataOf(ask(`{ identityCandidates(kind: DOCTOR, ${arguments_}) { ${fields} } }`));
    return data['identityCandidates'] as Page;
  };

  it('gives every pair once, the best first, page by page', async () => {
    const seen: string[] = [];
    const scores: number[] = [];
    let after = '';
    for (;;) {
      const { nodes, pageInfo, totalCount } = await page(`first: 3 ${after}`);
      expect(totalCount).toBe(10);
      seen.push(...nodes.map(({ entities }) => entities.map(({ key }) => key).join(' ')));
      scores.push(...nodes.map(({ score }) => score));
      if (!pageInfo.hasNextPage) break;
      after = `after: "${pageInfo.endCursor}"`;
    }
    expect(new Set(seen).size).toBe(10);
    expect(seen[0]).toBe('doctor/0 doctor/1');
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('says what a score is made of, with the facts', async () => {
    const { nodes } = await page('first: 1');
    expect(nodes[0]?.reasons).toContainEqual({
      rule: 'PLACE',
      weight: 7,
      excludes: false,
      text: 'Both held posts at Harbour Hospital (2015; 2015).',
      facts: [{ key: 'affiliation/0' }, { key: 'affiliation/1' }],
    });
  });

  it('refuses the cursor of a list that was asked otherwise', async () => {
    const { pageInfo } = await page('first: 3');
    const { errors } = await ask(
      `{ identityCandidates(kind: DOCTOR, atLeast: LIKELY, after: "${pageInfo.endCursor}") { totalCount } }`,
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_CURSOR');
  });
});
