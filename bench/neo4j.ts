import { parseArgs } from 'node:util';
import type { Operation } from '../src/store/changeset.js';
import type { FactFilter, FactOrder, Page, Store } from '../src/store/port.js';
import { onStore } from './stores.js';

/*
 * How fast the Neo4j store loads, and how fast it answers what a request asks most. It starts a Neo4j of its own and
 * takes it away again: `npx tsx bench/neo4j.ts [--facts 100000]`. Every fact takes place in one country, the hub.
 */

const CHANGESET = 5_000;
const ROUNDS = 20;
const DOCTORS = 5_000;
const TECHNIQUES = 100;
const SOURCES = 50;
const HUB = 'country/hub';

const { values } = parseArgs({ options: { facts: { type: 'string', default: '100000' } } });
await onStore('neo4j', async (store) => {
  await load(store, Number(values.facts));
  await ask(store);
});

async function load(store: Store, facts: number): Promise<void> {
  await write(store, [...operationsForSources(), ...operationsForEntities()]);
  const start = performance.now();
  for (let from = 0; from < facts; from += CHANGESET) {
    const count = Math.min(CHANGESET, facts - from);
    await write(
      store,
      Array.from({ length: count }, (_, index) => factOperation(from + index)),
    );
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(`load: ${facts} facts in ${seconds.toFixed(1)} s, ${Math.round(facts / seconds)} a second`);
}

async function ask(store: Store): Promise<void> {
  const usual: FactFilter = { statuses: ['ACCEPTED', 'DISPUTED'], modalities: ['FACTUAL'], negated: false };
  const first: Page<FactOrder> = { limit: 20, order: 'TIME', descending: false };
  const [slice] = await store.factsOf([[HUB]], ['IN'], usual, { ...first, limit: 1000 });
  const after = slice?.items.at(-1)?.orderKey ?? '';
  const doctors = Array.from({ length: 50 }, (_, index) => [doctor(index * 7)]);
  const techniques = Array.from({ length: 50 }, (_, index) => [technique(index)]);
  const trained = { participants: [{ entities: [technique(3)] }, { entities: [doctor(3)] }], ...usual };

  await measure('page of the hub', () => store.factsOf([[HUB]], ['IN'], usual, first));
  await measure('page of the hub, in the middle', () =>
    store.factsOf([[HUB]], ['IN'], usual, { ...first, after }),
  );
  await measure('page of the hub, from the end', () =>
    store.factsOf([[HUB]], ['IN'], usual, { ...first, descending: true }),
  );
  await measure('page of the hub, any role', () => store.factsOf([[HUB]], undefined, usual, first));
  await measure('page of the hub, by key', () =>
    store.factsOf([[HUB]], ['IN'], usual, { ...first, order: 'KEY' }),
  );
  await measure('count of the hub', () => store.countFactsOf([[HUB]], ['IN'], usual));
  await measure('pages of 50 doctors, one role', () => store.factsOf(doctors, ['TRAINER'], usual, first));
  await measure('pages of 50 doctors, any role', () => store.factsOf(doctors, undefined, usual, first));
  await measure('pages of 50 techniques', () => store.factsOf(techniques, ['TECHNIQUE'], usual, first));
  await measure('counts of 50 techniques', () => store.countFactsOf(techniques, ['TECHNIQUE'], usual));
  await measure('page of all facts', () => store.findFacts(usual, first));
  await measure('page of facts of a doctor and a technique', () => store.findFacts(trained, first));
  await measure('count of all facts, filtered', () => store.countFacts(usual));
  await measure('50 facts by key', () =>
    store.facts(Array.from({ length: 50 }, (_, index) => `training/t-${index * 11}`)),
  );
}

/** The first time is that of planning the query. */
async function measure(name: string, question: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    await question();
    times.push(performance.now() - start);
  }
  const [planned = 0, ...rest] = times;
  const median = rest.sort((a, b) => a - b)[ROUNDS / 2] ?? 0;
  console.log(`${name}: ${median.toFixed(1)} ms (at first ${planned.toFixed(0)} ms)`);
}

async function write(store: Store, operations: readonly Operation[]): Promise<void> {
  await store.apply({ author: 'bench', note: '', at: new Date().toISOString(), operations });
}

function operationsForSources(): Operation[] {
  return Array.from({ length: SOURCES }, (_, index) => ({
    op: 'putSource',
    source: { key: `source/s-${index}`, title: `Report ${index}`, authors: [] },
  }));
}

function operationsForEntities(): Operation[] {
  const keys = [
    HUB,
    ...Array.from({ length: DOCTORS }, (_, index) => doctor(index)),
    ...Array.from({ length: TECHNIQUES }, (_, index) => technique(index)),
  ];
  return keys.map((key) => ({
    op: 'putEntity',
    entity: {
      key,
      kind: key.startsWith('doctor/') ? 'Doctor' : key.startsWith('country/') ? 'Country' : 'Technique',
      names: [{ text: `Name of ${key}`, kind: 'OFFICIAL' }],
      properties: {},
      relations: [],
      externalIds: [],
      citations: [{ source: 'source/s-0', paragraph: 1 }],
    },
  }));
}

function factOperation(index: number): Operation {
  const year = 1950 + ((index * 7919) % 75);
  const month = String(1 + (index % 12)).padStart(2, '0');
  return {
    op: 'recordFact',
    status: index % 20 === 0 ? 'RETRACTED' : 'ACCEPTED',
    fact: {
      key: `training/t-${index}`,
      kind: 'Training',
      statement: `A doctor taught another a technique, for the ${index}th time in this bench.`,
      participants: [
        { role: 'TRAINER', entity: doctor(index % DOCTORS) },
        { role: 'TRAINEE', entity: doctor((index * 31 + 7) % DOCTORS) },
        { role: 'TECHNIQUE', entity: technique(index % TECHNIQUES) },
        { role: 'IN', entity: HUB },
      ],
      properties: {},
      time: `${year}-${month}`,
      modality: 'FACTUAL',
      negated: false,
      citations: [{ source: `source/s-${index % SOURCES}`, paragraph: 1 + (index % 200) }],
    },
  };
}

function doctor(index: number): string {
  return `doctor/d-${index}`;
}

function technique(index: number): string {
  return `technique/t-${index}`;
}
