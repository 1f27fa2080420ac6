/*
 * How fast the embedded store is on this machine: `npx tsx bench/embedded.ts [facts]`. The graph has one hub, a country
 * in which everything takes place, so that its pages and counts are the worst that a front-end asks for.
 */
import { stat } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ChangesetDraft, Operation } from '../src/store/changeset.js';
import type { FactFilter, FactOrder, Page, Store } from '../src/store/port.js';
import { onStore } from './stores.js';

const FACTS = Number(process.argv[2] ?? 100_000);
const [DOCTORS, HOSPITALS, TECHNIQUES, SOURCES] = [2_000, 200, 500, 50];
const HUB = 'country/hub';
const PAGE: Page<FactOrder> = { limit: 20, order: 'TIME', descending: false };
const cites = (source: number) => [{ source: `source/s${source}`, paragraph: 1 }];

await onStore('embedded', async (store) => {
  await load(store);
  await questions(store);
  await underLoad(store);
});

async function load(store: Store): Promise<void> {
  await store.apply(draft(entities()));
  const operations = Array.from({ length: FACTS }, (_, index) => training(index));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const took = await time(() => store.apply(draft(operations)));
  delay.disable();
  const size = (await stat(store.location)).size / 2 ** 20;
  console.log(`load ${FACTS} facts in one changeset: ${Math.round(took)} ms, ${rate(FACTS, took)} facts/s`);
  console.log(`  file ${size.toFixed(0)} MiB; event loop held up by at most ${ms(delay.max / 1e6)}`);
}

async function questions(store: Store): Promise<void> {
  const doctors = Array.from({ length: 50 }, (_, index) => [`doctor/d${index * 7}`]);
  const hub = [{ entities: [HUB] }];
  const middle = (await store.factsOf([[HUB]], ['IN'], {}, { ...PAGE, limit: 1_000 }))[0]?.items.at(
    -1,
  )?.orderKey;
  const period = { from: 15_000, to: 15_100 };
  const asked: [string, () => Promise<unknown>][] = [
    ['page of the hub, one role', () => store.factsOf([[HUB]], ['IN'], {}, PAGE)],
    ['page of the hub, any role', () => store.factsOf([[HUB]], undefined, {}, PAGE)],
    [
      'page of the hub, after the 1000th',
      () => store.factsOf([[HUB]], ['IN'], {}, { ...PAGE, after: middle }),
    ],
    [
      'page of the hub, from the end',
      () => store.factsOf([[HUB]], ['IN'], {}, { ...PAGE, descending: true }),
    ],
    ['page of the hub, by key', () => store.factsOf([[HUB]], ['IN'], {}, { ...PAGE, order: 'KEY' })],
    ['page of the hub, one kind', () => store.factsOf([[HUB]], ['IN'], { kinds: ['Training'] }, PAGE)],
    ['page of the hub, a rare technique', () => store.factsOf([[HUB]], ['IN'], uses(3), PAGE)],
    ['50 doctors, 20 facts each', () => store.factsOf(doctors, ['TRAINER'], {}, PAGE)],
    [
      '50 doctors, any role, one kind',
      () => store.factsOf(doctors, undefined, { kinds: ['Training'] }, PAGE),
    ],
    ['50 doctors, counts', () => store.countFactsOf(doctors, ['TRAINER'], {})],
    ['a cluster of 10 doctors', () => store.factsOf([doctors.slice(0, 10).flat()], undefined, {}, PAGE)],
    ['500 techniques as one condition', () => store.findFacts(techniques(), PAGE)],
    ['facts of a kind', () => store.findFacts({ kinds: ['Training'] }, PAGE)],
    ['facts certain in 100 days', () => store.findFacts({ time: { period, certainty: 'CERTAIN' } }, PAGE)],
    ['count of everything', () => store.countFacts({})],
    ['count of the hub', () => store.countFactsOf([[HUB]], undefined, {})],
    ['count of the hub, one status', () => store.countFacts({ participants: hub, statuses: ['ACCEPTED'] })],
    [
      '1000 facts by key',
      () => store.facts(Array.from({ length: 1_000 }, (_, index) => `training/t${index * 3}`)),
    ],
  ];
  for (const [what, ask] of asked) console.log(`${what}: ${ms(await median(ask))}`);
}

/** Six counts that read every fact, two at a time, while this thread should stay free. */
async function underLoad(store: Store): Promise<void> {
  const heavy: FactFilter = {
    statuses: ['ACCEPTED'],
    time: { period: { from: 0, to: 20_000 }, certainty: 'POSSIBLE' },
  };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const took = await time(() => Promise.all(Array.from({ length: 6 }, () => store.countFacts(heavy))));
  delay.disable();
  console.log(`six heavy counts: ${ms(took)}; event loop held up by at most ${ms(delay.max / 1e6)}`);
}

function entities(): Operation[] {
  const names = (text: string) => [{ text, kind: 'OFFICIAL' as const }];
  const entity = (kind: string, key: string): Operation => ({
    op: 'putEntity',
    entity: {
      key,
      kind,
      names: names(key),
      properties: {},
      relations: [],
      externalIds: [],
      citations: cites(0),
    },
  });
  return [
    ...Array.from({ length: SOURCES }, (_, index): Operation => {
      return {
        op: 'putSource',
        source: { key: `source/s${index}`, title: `Report no. ${index}`, authors: [] },
      };
    }),
    entity('Country', HUB),
    ...Array.from({ length: DOCTORS }, (_, index) => entity('Doctor', `doctor/d${index}`)),
    ...Array.from({ length: HOSPITALS }, (_, index) => entity('Hospital', `hospital/h${index}`)),
    ...Array.from({ length: TECHNIQUES }, (_, index) => entity('Technique', `technique/q${index}`)),
  ];
}

function training(index: number): Operation {
  const [year, month] = [1950 + ((index * 7919) % 75), 1 + ((index * 31) % 12)];
  return {
    op: 'recordFact',
    status: 'ACCEPTED',
    fact: {
      key: `training/t${index}`,
      kind: 'Training',
      statement: `Doctor ${index % DOCTORS} teaches a technique to a colleague at a hospital, in a course of some days.`,
      participants: [
        { role: 'TRAINER', entity: `doctor/d${index % DOCTORS}` },
        { role: 'TRAINEE', entity: `doctor/d${(index * 17 + 1) % DOCTORS}` },
        { role: 'TECHNIQUE', entity: `technique/q${(index * 13) % TECHNIQUES}` },
        { role: 'AT', entity: `hospital/h${(index * 11) % HOSPITALS}` },
        { role: 'IN', entity: HUB },
      ],
      properties: {},
      time: `${year}-${String(month).padStart(2, '0')}`,
      modality: 'FACTUAL',
      negated: false,
      citations: cites(index % SOURCES),
    },
  };
}

function uses(technique: number): FactFilter {
  return { participants: [{ entities: [`technique/q${technique}`], roles: ['TECHNIQUE'] }] };
}

function techniques(): FactFilter {
  const entities = Array.from({ length: TECHNIQUES }, (_, index) => `technique/q${index}`);
  return { participants: [{ entities, roles: ['TECHNIQUE'] }] };
}

function draft(operations: Operation[]): ChangesetDraft {
  return { author: 'bench', note: 'a graph of the bench', at: new Date().toISOString(), operations };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 15; run++) times.push(await time(work));
  return times.sort((a, b) => a - b)[7] ?? 0;
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

function rate(count: number, took: number): number {
  return Math.round((count / took) * 1000);
}
