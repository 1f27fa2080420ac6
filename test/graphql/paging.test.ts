import { expect, it } from 'vitest';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import type { Ask } from '../helpers/graphql.js';
import { onBothStoresSeeded } from '../helpers/seeded.js';

interface Page {
  totalCount: number;
  edges: { cursor: string; node: { key: string } }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

const SELECTION =
  '{ totalCount edges { cursor node { key } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';

/** Lists at every level: the field with its own arguments, and how to find it in the answer. */
const LISTS: [
  name: string,
  query: (args: string) => string,
  find: (data: Record<string, unknown>) => unknown,
][] = [
  ...['TIME', 'TIME_DESCENDING', 'KEY', 'KEY_DESCENDING'].map((order): (typeof LISTS)[number] => [
    `facts by ${order}`,
    (args) => `{ facts(order: ${order}, ${args}) ${SELECTION} }`,
    (data) => data['facts'],
  ]),
  ...['NAME', 'NAME_DESCENDING', 'KEY'].map((order): (typeof LISTS)[number] => [
    `entities by ${order}`,
    (args) => `{ entities(order: ${order}, ${args}) ${SELECTION} }`,
    (data) => data['entities'],
  ]),
  ['sources', (args) => `{ sources(${args}) ${SELECTION} }`, (data) => data['sources']],
  ['trainings', (args) => `{ trainings(${args}) ${SELECTION} }`, (data) => data['trainings']],
  [
    'trainings that are found by posts',
    (args) => `{ trainings(trainerCountries: ["country/vietnam", "country/china"], ${args}) ${SELECTION} }`,
    (data) => data['trainings'],
  ],
  [
    'the hospitals of a country',
    (args) => `{ entity(key: "country/vietnam") { ... on Country { hospitals(${args}) ${SELECTION} } } }`,
    (data) => (data['entity'] as Record<string, unknown>)['hospitals'],
  ],
  [
    'the facts of a hospital',
    (args) => `{ entity(key: "hospital/cho-ray") { facts(${args}) ${SELECTION} } }`,
    (data) => (data['entity'] as Record<string, unknown>)['facts'],
  ],
  [
    'the facts of a source',
    (args) => `{ source(key: "source/ha-tinh-rotation") { facts(${args}) ${SELECTION} } }`,
    (data) => (data['source'] as Record<string, unknown>)['facts'],
  ],
];

onBothStoresSeeded('paging', (store) => {
  it.each(LISTS)('walks %s to both ends, in pages of any size', async (_name, query, find) => {
    const { ask } = graphqlOver(store());
    const page = async (args: string) => find(await dataOf(ask(query(args)))) as Page;
    const whole = await everything(page);
    expect(new Set(whole).size).toBe(whole.length);
    expect((await page('first: 0')).totalCount).toBe(whole.length);

    for (const size of [9, 100]) {
      expect(await walk(page, 'first', size)).toEqual(whole);
      expect(await walk(page, 'last', size)).toEqual(whole);
    }
  });

  it('says where a page lies', async () => {
    const { ask } = graphqlOver(store());
    const page = async (args: string) => pageOfFacts(ask, args);
    const first = await page('first: 2');
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(first.pageInfo.endCursor).toBe(first.edges[1]?.cursor);
    const second = await page(`first: 2, after: "${first.pageInfo.endCursor ?? ''}"`);
    expect(second.pageInfo.hasPreviousPage).toBe(true);
    const between = await page(
      `first: 5, after: "${first.edges[0]?.cursor ?? ''}", before: "${second.edges[0]?.cursor ?? ''}"`,
    );
    expect(between.edges).toEqual([first.edges[1]]);
    expect(between.pageInfo.hasNextPage).toBe(false);
    const none = await page('first: 0');
    expect(none).toMatchObject({
      edges: [],
      pageInfo: { startCursor: null, endCursor: null, hasNextPage: true },
    });
  });

  it('goes on only in the list that gave the cursor, asked as it was', async () => {
    const { ask } = graphqlOver(store());
    const pageOf = (field: string, args: string) =>
      `{ list: ${field}(${args}) { pageInfo { endCursor } nodes { __typename } } }`;
    const cursorOf = async (field: string, args: string) => {
      const { list } = (await dataOf(ask(pageOf(field, args)))) as unknown as { list: Page };
      return JSON.stringify(list.pageInfo.endCursor);
    };
    const codeOf = async (field: string, args: string) => {
      const { errors } = await ask(pageOf(field, args));
      return errors?.[0]?.extensions?.['code'] ?? 'answered';
    };
    const hospital = 'keys: ["hospital/cho-ray"]';
    const begun = await cursorOf('timeline', `${hospital}, first: 1`);
    expect(await codeOf('timeline', `first: 7, ${hospital}, after: ${begun}`)).toBe('answered');
    expect(await codeOf('timeline', `keys: ["hospital/saint-paul"], after: ${begun}`)).toBe('BAD_CURSOR');
    const kinds = 'kinds: [TRAINING, VISIT]';
    const facts = await cursorOf('facts', `${kinds}, first: 1`);
    expect(await codeOf('facts', `${kinds}, last: 1, before: ${facts}`)).toBe('answered');
    expect(await codeOf('facts', `kinds: [TRAINING], after: ${facts}`)).toBe('BAD_CURSOR');
    expect(await codeOf('facts', `${kinds}, filter: { negated: null }, after: ${facts}`)).toBe('BAD_CURSOR');
    expect(await codeOf('trainings', `after: ${facts}`)).toBe('BAD_CURSOR');
  });
});

async function pageOfFacts(ask: Ask, args: string): Promise<Page> {
  return (await dataOf(ask(`{ facts(${args}) ${SELECTION} }`)))['facts'] as Page;
}

async function everything(page: (args: string) => Promise<Page>): Promise<string[]> {
  return walk(page, 'first', 50);
}

async function walk(
  page: (args: string) => Promise<Page>,
  direction: 'first' | 'last',
  size: number,
): Promise<string[]> {
  const keys: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const from: string =
      cursor === null ? '' : `, ${direction === 'first' ? 'after' : 'before'}: "${cursor}"`;
    const { edges, pageInfo } = await page(`${direction}: ${size}${from}`);
    const found = edges.map(({ node }) => node.key);
    if (direction === 'first') keys.push(...found);
    else keys.unshift(...found);
    cursor = direction === 'first' ? pageInfo.endCursor : pageInfo.startCursor;
    if (!(direction === 'first' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return keys;
  }
}
