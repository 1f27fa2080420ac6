import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, ontology } from '../../src/ontology/index.js';
import type { SourceContent } from '../../src/ontology/index.js';
import { Evidence, openView } from '../../src/traversals/index.js';
import type { View } from '../../src/traversals/index.js';
import { draftOf, source } from '../helpers/graph.js';
import { ReferenceStore } from '../helpers/referenceStore.js';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((slug) => `source/${slug}`);

/** Spellings of one publisher in each line, and of none in another. */
const PUBLISHERS = [['Báo Hà Tĩnh', 'BAO HA TINH', 'ha tinh bao'], ['VNA', 'V’NA'], ['Nhân Dân']];
const ADDRESSES = [
  ['https://a.org/x', 'http://a.org/x/', 'https://A.org/x#top'],
  ['https://a.org/x?page=2'],
  ['https://b.org/x'],
];

interface Graph {
  sources: SourceContent[];
  cited: string[];
}

/** Sources with few ties, so that there are often several groups. */
const graph: fc.Arbitrary<Graph> = fc
  .record({
    sources: fc.tuple(
      ...KEYS.map((key) =>
        fc.record(
          {
            publisher: fc.constantFrom(...PUBLISHERS.flat()),
            url: fc.constantFrom(...ADDRESSES.flat()),
            document: fc.constantFrom('one.txt', 'two.txt'),
            derivedFrom: fc.uniqueArray(fc.constantFrom(...KEYS.filter((other) => other !== key)), {
              minLength: 1,
              maxLength: 2,
            }),
          },
          { requiredKeys: [] },
        ),
      ),
    ),
    chosen: fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()), {
      minLength: 8,
      maxLength: 8,
    }),
    cited: fc.subarray(KEYS),
  })
  .map(({ sources, chosen, cited }) => ({
    cited,
    sources: sources.map((fields, index) => {
      const kept = Object.entries(fields).filter((_, place) => chosen[index]?.[place] === true);
      const key = KEYS[index] ?? '';
      return { key, title: key, authors: [], ...Object.fromEntries(kept) };
    }),
  }));

async function viewOf(sources: readonly SourceContent[], withoutSources: readonly string[] = []) {
  const store = new ReferenceStore(ontology);
  await store.apply(draftOf(sources.map(({ key, ...rest }) => source(key, rest))));
  return await openView(store, { withoutSources });
}

/** Which of the cited ones are one, from a table of who is tied to whom that is made transitive. */
function groupsByTable({ sources, cited }: Graph): string[][] {
  const originsOf = (key: string) => sources.find((each) => each.key === key)?.derivedFrom ?? [];
  let members = [...cited];
  sources.forEach(() => (members = [...new Set([...members, ...members.flatMap(originsOf)])]));
  const there = sources.filter(({ key }) => members.includes(key));

  const table = there.map((one) => there.map((other) => isTied(one, other)));
  for (const middle of there.keys()) {
    for (const row of table) {
      if (row[middle] === true) row.forEach((tied, at) => (row[at] = tied || table[middle]?.[at] === true));
    }
  }
  const sets = there.map((_, at) =>
    there.flatMap(({ key }, other) => (table[at]?.[other] === true && cited.includes(key) ? [key] : [])),
  );
  const texts = sets.filter((keys) => keys.length > 0).map((keys) => keys.sort().join(' '));
  return [...new Set(texts)].sort().map((text) => text.split(' '));
}

function isTied(one: SourceContent, other: SourceContent): boolean {
  if (one.key === other.key) return true;
  const words = ({ publisher }: SourceContent) => new Set(foldName(publisher ?? '').split(' '));
  const line = ({ url }: SourceContent) => ADDRESSES.findIndex((each) => each.includes(url ?? ''));
  return (
    (one.publisher !== undefined && other.publisher !== undefined && isEqual(words(one), words(other))) ||
    (one.url !== undefined && line(one) === line(other)) ||
    (one.document !== undefined && one.document === other.document) ||
    (one.derivedFrom ?? []).includes(other.key) ||
    (other.derivedFrom ?? []).includes(one.key)
  );
}

function isEqual(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}

describe('independent sources', () => {
  it('are as many as a table of all ties says', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (drawn) => {
        const evidence = new Evidence(await viewOf(drawn.sources));
        await evidence.load(drawn.cited);
        const expected = groupsByTable(drawn);
        expect(evidence.groups(drawn.cited).map(({ sources }) => sources)).toEqual(expected);
        expect(evidence.count(drawn.cited)).toBe(expected.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('count as one for the ties that are told, and for no fewer', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (drawn) => {
        const evidence = new Evidence(await viewOf(drawn.sources));
        await evidence.load(drawn.cited);
        for (const { sources, ties } of evidence.groups(drawn.cited)) {
          const reached = new Set(sources.slice(0, 1));
          ties.forEach(() => {
            for (const tie of ties) {
              if (tie.sources.some((key) => reached.has(key))) tie.sources.forEach((key) => reached.add(key));
            }
          });
          expect([...reached]).toEqual(expect.arrayContaining([...sources]));
          if (sources.length === 1) expect(ties).toEqual([]);
          for (const { kind, sources: tied, shared } of ties) {
            const records = tied.map((key) => drawn.sources.find((each) => each.key === key));
            expect(records.length).toBeGreaterThan(1);
            const [first, second] = records;
            if (kind === 'DERIVED') expect(first?.derivedFrom).toContain(second?.key);
            else expect([first?.publisher, first?.url, first?.document]).toContain(shared);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are asked of each list by itself, with every source read once, in as many calls as derivations are deep', async () => {
    const chain = ['a', 'b', 'c', 'd'].map((slug, index, slugs) => ({
      key: `source/${slug}`,
      title: slug,
      authors: [],
      ...(slugs[index + 1] === undefined ? {} : { derivedFrom: [`source/${slugs[index + 1] ?? ''}`] }),
    }));
    const lone = { key: 'source/lone', title: 'lone', authors: [] };
    const view = await viewOf([...chain, lone]);
    const calls: string[][] = [];
    const evidence = new Evidence(view, (keys) => {
      calls.push([...keys]);
      return view.sources(keys);
    });
    const lists = [['source/a', 'source/d', 'source/lone'], ['source/a', 'source/lone'], ['source/b'], []];
    await evidence.load(lists.flat());
    await evidence.load(lists.flat());
    expect(lists.map((cited) => evidence.count(cited))).toEqual([2, 2, 1, 0]);
    expect(calls).toEqual([['source/a', 'source/d', 'source/lone', 'source/b'], ['source/c']]);
    expect(await evidenceOf(view, lists)).toEqual([2, 2, 1, 0]);
  });

  it('end where sources derive from one another in a circle', async () => {
    const view = await viewOf([
      { key: 'source/a', title: 'a', authors: [], derivedFrom: ['source/b'] },
      { key: 'source/b', title: 'b', authors: [], derivedFrom: ['source/c'] },
      { key: 'source/c', title: 'c', authors: [], derivedFrom: ['source/a'] },
    ]);
    expect(await evidenceOf(view, [KEYS.slice(0, 3), ['source/c']])).toEqual([1, 1]);
  });

  it('are none of those taken not to exist, though others derive from them still', async () => {
    const view = await viewOf(
      [
        { key: 'source/a', title: 'a', authors: [], derivedFrom: ['source/agency'] },
        { key: 'source/b', title: 'b', authors: [], derivedFrom: ['source/agency'] },
        { key: 'source/agency', title: 'agency', authors: [] },
      ],
      ['source/agency'],
    );
    expect(await evidenceOf(view, [['source/agency'], ['source/a', 'source/b', 'source/agency']])).toEqual([
      0, 1,
    ]);
  });

  it('are told from the sources as they were known', async () => {
    const store = new ReferenceStore(ontology);
    await store.apply(draftOf([source('source/a'), source('source/b')]));
    await store.apply(draftOf([source('source/a', { derivedFrom: ['source/b'] })]));
    const lists = [['source/a', 'source/b']];
    expect(await evidenceOf(await openView(store, { asKnownOn: '1' }), lists)).toEqual([2]);
    expect(await evidenceOf(await openView(store), lists)).toEqual([1]);
  });
});

/** How many independent sources each list of keys has. */
async function evidenceOf(view: View, lists: readonly (readonly string[])[]): Promise<number[]> {
  const evidence = new Evidence(view);
  await evidence.load(lists.flat());
  return lists.map((cited) => evidence.count(cited));
}
