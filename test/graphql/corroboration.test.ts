import { describe, expect, it } from 'vitest';
import { counting } from '../helpers/counting.js';
import { entity, fact, source } from '../helpers/graph.js';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import { newFile } from '../helpers/stores.js';
import { useStore } from '../contract/subject.js';
import type { Subject } from '../contract/subject.js';

const cites = (...sources: string[]) => sources.map((key) => ({ source: `source/${key}`, paragraph: 1 }));

/** Two newspapers of which one reprints an agency, and the agency's page, which nobody cites. */
async function writeGraph(subject: Subject): Promise<void> {
  await subject.write(
    source('source/agency', { publisher: 'Agency' }),
    source('source/daily', { publisher: 'Báo Hà Tĩnh', derivedFrom: ['source/agency'] }),
    source('source/weekly', { publisher: 'bao ha tinh' }),
    source('source/hospital', { url: 'https://example.org/a' }),
    source('source/mirror', { derivedFrom: ['source/agency'] }),
    entity('doctor/a'),
    fact('training/alone', ['TRAINER=doctor/a'], { citations: cites('daily') }),
    fact('training/one', ['TRAINER=doctor/a'], { citations: cites('daily', 'weekly', 'mirror') }),
    fact('training/two', ['TRAINER=doctor/a'], { citations: cites('daily', 'hospital', 'hospital') }),
  );
}

const QUERY = `query ($withoutSources: [String!]) {
  facts(order: KEY, withoutSources: $withoutSources) {
    nodes {
      key
      singleSource
      corroboration {
        independentSources
        groups { sources { key } ties { kind shared sources { key } } }
      }
    }
  }
}`;

describe('corroboration', () => {
  const subject = useStore(newFile);

  it('counts independent sources and says which count as one, and why', async () => {
    await writeGraph(subject);
    const key = (slug: string) => ({ key: `source/${slug}` });
    const alone = (slug: string) => ({ sources: [key(slug)], ties: [] });
    expect(await dataOf(graphqlOver(subject.store).ask(QUERY))).toEqual({
      facts: {
        nodes: [
          {
            key: 'training/alone',
            singleSource: true,
            corroboration: { independentSources: 1, groups: [alone('daily')] },
          },
          {
            key: 'training/one',
            singleSource: true,
            corroboration: {
              independentSources: 1,
              groups: [
                {
                  sources: [key('daily'), key('mirror'), key('weekly')],
                  ties: [
                    {
                      kind: 'SAME_PUBLISHER',
                      shared: 'Báo Hà Tĩnh',
                      sources: [key('daily'), key('weekly')],
                    },
                    { kind: 'DERIVED', shared: null, sources: [key('daily'), key('agency')] },
                    { kind: 'DERIVED', shared: null, sources: [key('mirror'), key('agency')] },
                  ],
                },
              ],
            },
          },
          {
            key: 'training/two',
            singleSource: false,
            corroboration: { independentSources: 2, groups: [alone('daily'), alone('hospital')] },
          },
        ],
      },
    });
  });

  it('counts without the sources that are taken not to exist', async () => {
    await writeGraph(subject);
    const answer = await dataOf(
      graphqlOver(subject.store).ask(QUERY, { withoutSources: ['source/hospital'] }),
    );
    expect(answer).toMatchObject({
      facts: {
        nodes: [
          { corroboration: { independentSources: 1 } },
          { corroboration: { independentSources: 1 } },
          { key: 'training/two', singleSource: true, corroboration: { independentSources: 1 } },
        ],
      },
    });
  });

  it('reads every source once, however many facts cite it, in as many calls as derivations are deep', async () => {
    await writeGraph(subject);
    const { store, calls } = counting(subject.store);
    const query = QUERY.replace('singleSource', 'singleSource citations { source { derivedFrom { key } } }');
    await dataOf(graphqlOver(store).ask(query));
    expect(calls).toEqual({ version: 1, judgementsSince: 1, findFacts: 1, sources: 2 });
  });
});
