import { beforeAll, expect, it } from 'vitest';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import type { Ask } from '../helpers/graphql.js';
import { onSeededStore } from '../helpers/seeded.js';

/*
 * The neighbourhood of entities and what they share, over GraphQL: paging, and arguments that are refused.
 */

interface Node {
  entity: { key: string };
  distance: number;
  links: { nodes: { earlier: { key: string }; later: { key: string }; factCount: number; facts: Counted }[] };
}

interface Counted {
  totalCount: number;
  nodes: { key: string }[];
}

interface Page<Item> {
  totalCount: number;
  linkCount: number;
  knownIn: number;
  nodes: Item[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const PAGE_INFO = 'totalCount knownIn pageInfo { hasNextPage endCursor }';

onSeededStore('the surroundings of entities', (store) => {
  let ask: Ask;
  beforeAll(() => {
    ask = graphqlOver(store()).ask;
  });

  async function pages<Item>(field: string, question: string, selection: string): Promise<Page<Item>[]> {
    const found: Page<Item>[] = [];
    for (let after = 'null'; ;) {
      const query = `{ ${field}(${question}, first: 3, after: ${after}) { ${PAGE_INFO} ${selection} } }`;
      const page = (await dataOf(ask(query)))[field] as Page<Item>;
      found.push(page);
      if (!page.pageInfo.hasNextPage) return found;
      after = JSON.stringify(page.pageInfo.endCursor);
    }
  }

  it('a neighbourhood is drawn page by page, each link once and with both ends known', async () => {
    const walked = await pages<Node>(
      'neighbourhood',
      'keys: ["hospital/cho-ray"], hops: 2',
      `linkCount nodes { entity { key } distance links(first: 30) { nodes { earlier { key } later { key } factCount
       facts(first: 30) { totalCount nodes { key } } } } }`,
    );
    expect(walked.length).toBeGreaterThan(2);
    const nodes = walked.flatMap((page) => page.nodes);
    expect(nodes).toHaveLength(walked[0]?.totalCount ?? 0);
    expect(new Set(nodes.map(({ entity }) => entity.key)).size).toBe(nodes.length);
    const known = new Set<string>();
    let links = 0;
    for (const { entity, links: list } of nodes) {
      for (const { earlier, later, factCount, facts } of list.nodes) {
        links++;
        expect(later.key).toBe(entity.key);
        expect(known).toContain(earlier.key);
        expect(facts.totalCount).toBe(factCount);
        expect(facts.nodes).toHaveLength(factCount);
      }
      known.add(entity.key);
    }
    expect(links).toBe(walked[0]?.linkCount);
    expect(links).toBeGreaterThan(nodes.length);
  });

  it('the lists below a node are walked with their own cursors', async () => {
    const links = async (page: string) => {
      const question = `neighbourhood(keys: ["hospital/cho-ray"], hops: 2, last: 1)`;
      const selection = `nodes { links(${page}) { totalCount nodes { earlier { key } } pageInfo { endCursor } } }`;
      const { neighbourhood } = await dataOf(ask(`{ ${question} { ${selection} } }`));
      const { nodes } = neighbourhood as {
        nodes: { links: Page<{ earlier: { key: string } }> }[];
      };
      return nodes[0]?.links;
    };
    const whole = await links('first: 100');
    const first = await links('first: 1');
    const rest = await links(`first: 100, after: "${first?.pageInfo.endCursor}"`);
    expect(whole?.totalCount).toBeGreaterThan(1);
    expect([...(first?.nodes ?? []), ...(rest?.nodes ?? [])]).toEqual(whole?.nodes);
  });

  it('what is shared is walked page by page, most shared first', async () => {
    const walked = await pages<{ sharedBy: number; sides: { of: { key: string }; facts: Counted }[] }>(
      'common',
      'keys: ["country/vietnam", "country/cambodia", "country/china", "doctor/tran-thanh-tung"], atLeast: 2',
      'nodes { entity { key } sharedBy sides { of { key } facts(first: 1) { totalCount nodes { key } } } }',
    );
    const nodes = walked.flatMap((page) => page.nodes);
    expect(walked.length).toBeGreaterThan(1);
    expect(nodes).toHaveLength(walked[0]?.totalCount ?? 0);
    const counts = nodes.map(({ sharedBy }) => sharedBy);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    for (const { sharedBy, sides } of nodes) expect(sides).toHaveLength(sharedBy);
  });

  it.each([
    ['neighbourhood(keys: ["hospital/none"])', 'BAD_KEY', 'hospital/none'],
    ['neighbourhood(keys: ["training/x"])', 'BAD_KEY', 'training/x'],
    ['neighbourhood(keys: [])', 'BAD_USER_INPUT', '`keys` names no entity'],
    ['neighbourhood(keys: ["hospital/cho-ray"], hops: 4)', 'BAD_USER_INPUT', '`hops` is 4'],
    ['neighbourhood(keys: ["hospital/cho-ray"], hops: 0)', 'BAD_USER_INPUT', '`hops` is 0'],
    ['neighbourhood(keys: ["hospital/cho-ray"], perNode: 51)', 'BAD_USER_INPUT', '`perNode` is 51'],
    ['neighbourhood(keys: ["hospital/cho-ray"], after: "nothing")', 'BAD_CURSOR', 'nothing'],
    ['neighbourhood(keys: ["hospital/cho-ray"], first: 101)', 'BAD_PAGE_SIZE', '101'],
    ['neighbourhood(keys: ["hospital/cho-ray"], filter: { sources: ["source/x"] })', 'BAD_KEY', 'source/x'],
    ['neighbourhood(keys: ["hospital/cho-ray"], withoutSources: ["source/x"])', 'BAD_KEY', 'source/x'],
    ['common(keys: ["hospital/cho-ray"])', 'BAD_USER_INPUT', '`keys` names one entity'],
    ['common(keys: ["hospital/cho-ray", "doctor/none"])', 'BAD_KEY', 'doctor/none'],
    [
      'common(keys: ["hospital/cho-ray", "country/cambodia"], atLeast: 3)',
      'BAD_USER_INPUT',
      '`atLeast` is 3',
    ],
    ['common(keys: ["hospital/cho-ray", "country/cambodia"], last: -1)', 'BAD_PAGE_SIZE', '-1'],
  ])('%s is refused', async (field, code, words) => {
    const { errors } = await ask(`{ ${field} { totalCount } }`);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions?.['code']).toBe(code);
    expect(errors?.[0]?.message).toContain(words);
  });

  it('null stands for what is usual, and an empty list for nothing', async () => {
    const usual = 'totalCount nodes { entity { key } }';
    const nulls =
      'hops: null, perNode: null, kinds: null, withoutEntityKinds: null, time: null, filter: null';
    const { plain, asNull, none } = await dataOf(
      ask(`{ plain: neighbourhood(keys: ["hospital/cho-ray"]) { ${usual} }
        asNull: neighbourhood(keys: ["hospital/cho-ray"], ${nulls}) { ${usual} }
        none: neighbourhood(keys: ["hospital/cho-ray"], kinds: []) { ${usual} } }`),
    );
    expect(asNull).toEqual(plain);
    expect(none).toEqual({ totalCount: 1, nodes: [{ entity: { key: 'hospital/cho-ray' } }] });

    const keys = 'keys: ["hospital/cho-ray", "country/cambodia"]';
    const nothing = 'atLeast: null, entityKinds: null, kinds: null, relations: null, asKnownOn: null';
    const shared = await dataOf(
      ask(`{ plain: common(${keys}) { ${usual} } asNull: common(${keys}, ${nothing}) { ${usual} }
        none: common(${keys}, entityKinds: []) { ${usual} } }`),
    );
    expect(shared['asNull']).toEqual(shared['plain']);
    expect(shared['none']).toEqual({ totalCount: 0, nodes: [] });
  });
});
