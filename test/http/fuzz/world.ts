import fc from 'fast-check';
import { importBundles } from '../../../src/ingest/index.js';
import { ontology } from '../../../src/ontology/index.js';
import type { FactContent } from '../../../src/ontology/index.js';
import { SEEDS_DIRECTORY } from '../../../src/paths.js';
import type { Operation } from '../../../src/store/changeset.js';
import type { Store } from '../../../src/store/port.js';
import { drafts } from '../../helpers/arbitraries/changesets.js';
import { draftOf } from '../../helpers/graph.js';

/** Fills an empty store, always alike: random records with texts of all sorts, the seed graph, and what seldom happens. */
export async function fillWorld(store: Store): Promise<void> {
  for (const draft of largest()) await store.apply(draft);
  await importBundles(store, [SEEDS_DIRECTORY], { author: 'A. Tester', note: 'The seed graph' });
  await store.apply(
    draftOf([...(await corrections(store)), ...JUDGEMENTS, ...BIRTHS], { at: new Date().toISOString() }),
  );
}

/** Of some random graphs the one with most in it. */
function largest() {
  const graphs = fc.sample(drafts(ontology), { numRuns: 50, seed: 1 });
  const size = (graph: (typeof graphs)[number]) =>
    graph.reduce((sum, { operations }) => sum + operations.length, 0);
  return graphs.reduce((best, each) => (size(each) > size(best) ? each : best));
}

/** Of each kind one fact that is corrected, by one that says more. */
async function corrections(store: Store): Promise<Operation[]> {
  const operations: Operation[] = [];
  for (const { name } of ontology.factKinds) {
    const page = { limit: 1, order: 'KEY', descending: true } as const;
    const { items } = await store.findFacts({ kinds: [name], statuses: ['ACCEPTED'] }, page);
    const old = items[0]?.item;
    if (old === undefined) continue;
    const { key, kind, statement, participants, properties, modality, negated, citations, time } = old;
    const fact: FactContent = {
      ...{
        key: `${key.split('~')[0]}-corrected`,
        kind,
        statement,
        participants,
        properties,
        modality,
        negated,
        citations,
      },
      time: time ?? '2019',
      quantity: { text: 'two or three', min: 2, max: 3 },
      note: 'As corrected.',
    };
    operations.push({ op: 'recordFact', fact, status: 'ACCEPTED', supersedes: key });
  }
  return operations;
}

/** Two that cannot both be true. */
const BIRTHS: readonly Operation[] = ['1961-02-03', '1972-04-05'].map((time, index) => ({
  op: 'recordFact',
  status: 'ACCEPTED',
  fact: {
    ...{ key: `birth/made-up-${index}`, kind: 'Birth', statement: `Made up: a birth of ${time}.`, time },
    participants: [
      { role: 'BORN', entity: 'doctor/nguyen-phu-huu' },
      { role: 'IN', entity: 'country/vietnam' },
    ],
    properties: {},
    modality: 'FACTUAL',
    negated: false,
    citations: [{ source: 'source/hub', paragraph: 1 }],
  },
}));

const JUDGEMENTS: readonly Operation[] = (
  [
    ['SAME', 'hospital/cho-ray', 'hospital/binh-dan'],
    ['SAME', 'country/vietnam', 'country/hub'],
    ['UNSURE', 'doctor/nguyen-phu-huu', 'doctor/joel-leroy'],
    ['DIFFERENT', 'country/vietnam', 'country/philippines'],
  ] as const
).map(([verdict, one, other], index) => ({
  op: 'judge',
  judgement: {
    key: `judgement/made-up-${index}`,
    verdict,
    entities: [one, other],
    reason: 'Made up.',
    judge: 'A. Tester',
  },
}));
