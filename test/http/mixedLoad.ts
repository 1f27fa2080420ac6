import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { documentId } from '../../src/http/documents.js';
import { importBundles } from '../../src/ingest/index.js';
import type { Store } from '../../src/store/port.js';
import { temporaryDirectory } from '../helpers/fakePrograms.js';
import { demandLoopback } from '../helpers/loopback.js';
import { operations } from '../helpers/operations.js';
import { despiteIdleConnections } from '../helpers/serving.js';
import { ATTACKS } from './attackQueries.js';

/*
 * What a small public service gets in its days: the example questions, most of them well put, some by their hash, some
 * wrong, some that mean harm, and beside them somebody who imports.
 */

/** So many requests begin in a second. */
const REQUESTS_A_SECOND = 20;

/** A service that falls behind is not pushed further. */
const AT_ONCE_MOST = 16;

const SAMPLE_MILLISECONDS = 10_000;

/** Between two imports. */
const IMPORT_MILLISECONDS = 15_000;

const WRONG: readonly string[] = [
  '{ facts(first: -1) { totalCount } }',
  '{ facts(after: "x") { nodes { key } } }',
  '{ entity(key: "Nguyen Phu Huu") { key } }',
  '{ trainings(trainers: ["doctor/nobody"]) { totalCount } }',
  '{ facts(time: { trueOn: "yesterday" }) { totalCount } }',
  '{ nothing }',
  '{ facts { ',
];

/** What a good question may be told where the machine is busy with something else. */
export const TOO_BUSY: ReadonlySet<string> = new Set(['DEADLINE_EXCEEDED', 'OVERLOADED']);

/** What the service says of itself at one moment. */
export interface Sample {
  /** Bytes. */
  rss: number;
  heap: number;
  /** Of the delay of the event loop since the sample before, in milliseconds. */
  p99: number;
  longest: number;
}

export interface LoadReport {
  samples: readonly Sample[];
  /** How many requests of each sort got each code; `answered` where there was no error. */
  outcomes: ReadonlyMap<string, number>;
  /** Answers that nothing may get: what was asked, and what came. */
  faults: readonly string[];
  imports: number;
  /** Of answers to example questions, in milliseconds. */
  slowest: readonly { name: string; took: number }[];
}

/** One request of the load. */
interface Request {
  sort: 'example' | 'document' | 'wrong' | 'attack';
  name: string;
  send: (url: string) => Promise<Response>;
}

/** Loads the service at `url` for so long, and writes into the store behind it through another connection. */
export async function underMixedLoad(url: string, milliseconds: number, store: Store): Promise<LoadReport> {
  demandLoopback(url);
  const end = performance.now() + milliseconds;
  const [samples, asked, imports] = await Promise.all([
    sampled(url, end),
    askedUntil(end, url),
    importedUntil(end, store),
  ]);
  return { samples, imports, ...asked };
}

async function askedUntil(end: number, url: string) {
  const outcomes = new Map<string, number>();
  const faults: string[] = [];
  const slowest = new Map<string, number>();
  const underWay = new Set<Promise<void>>();
  const requests = mixture();
  const start = performance.now();
  const ask = async ({ sort, name, send }: Request) => {
    const begun = performance.now();
    const code = await codeOf(
      despiteIdleConnections(() => send(url)),
      (fault) => faults.push(`${sort} ${name}: ${fault}`),
    );
    if (sort === 'example')
      slowest.set(name, Math.max(slowest.get(name) ?? 0, Math.round(performance.now() - begun)));
    if ((sort === 'example' || sort === 'document') && code !== 'answered' && !TOO_BUSY.has(code))
      faults.push(`${sort} ${name}: ${code}`);
    const outcome = `${sort} ${code}`;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  };
  for (let count = 0; performance.now() < end; count++) {
    const { value } = requests.next();
    const one = ask(value).finally(() => underWay.delete(one));
    underWay.add(one);
    if (underWay.size >= AT_ONCE_MOST) await Promise.race(underWay);
    await sleep(Math.max(0, start + (count * 1_000) / REQUESTS_A_SECOND - performance.now()));
  }
  await Promise.all(underWay);
  const bySlowness = [...slowest].map(([name, took]) => ({ name, took })).sort((a, b) => b.took - a.took);
  return { outcomes, faults, slowest: bySlowness.slice(0, 5) };
}

/** Of 20 requests 12 are examples, 5 come by hash, 2 are wrong, and one means harm. */
function* mixture(): Generator<Request, never> {
  const [attacks, wrong, examples, documents] = [
    inTurn(
      Object.entries(ATTACKS).map(([name, { body, headers = {} }]) =>
        posted('attack', name, isText(body) ? body : JSON.stringify(body), headers),
      ),
    ),
    inTurn(WRONG.map((query) => posted('wrong', query, JSON.stringify({ query })))),
    inTurn(operations.map(({ name, query }) => posted('example', name, JSON.stringify({ query })))),
    inTurn(operations.map(documentRequest)),
  ];
  for (;;) {
    for (let place = 0; place < 20; place++) {
      if (place === 0) yield attacks.next().value;
      else if (place % 9 === 1) yield wrong.next().value;
      else if (place % 4 === 2) yield documents.next().value;
      else yield examples.next().value;
    }
  }
}

function* inTurn<Item>(items: readonly Item[]): Generator<Item, never> {
  for (;;) yield* items;
}

function isText(body: object | string): body is string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' || body instanceof Uint8Array;
}

function posted(
  sort: Request['sort'],
  name: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Request {
  const sent = { 'content-type': 'application/json', ...headers };
  return {
    sort,
    name,
    send: (url) => fetch(`${url}/graphql`, { method: 'POST', body, headers: sent }),
  };
}

/** Every second time with the tag of the answer before, which may have become stale. */
function documentRequest({ name, query }: { name: string; query: string }): Request {
  const path = `/graphql?documentId=${encodeURIComponent(documentId(query))}`;
  let [tag, turn] = ['', 0];
  return {
    sort: 'document',
    name,
    send: async (url) => {
      const headers = { 'apollo-require-preflight': 'true' };
      const known = turn++ % 2 === 1 && tag !== '';
      const response = await fetch(url + path, {
        headers: known ? { ...headers, 'if-none-match': tag } : headers,
      });
      tag = response.headers.get('etag') ?? '';
      return response;
    },
  };
}

/** The code of an answer. Tells of answers that nobody may get: none at all, no JSON, or a fault of the service. */
async function codeOf(sent: Promise<Response>, tell: (fault: string) => void): Promise<string> {
  try {
    const response = await sent;
    const text = await response.text();
    if (response.status === 304) return 'answered';
    if (response.status >= 500 && response.status !== 503) tell(`${response.status} ${text.slice(0, 300)}`);
    const { data, errors } = JSON.parse(text) as {
      data?: unknown;
      errors?: { extensions: { code: string } }[];
    };
    const code = errors?.[0]?.extensions.code ?? (data === undefined ? 'nothing' : 'answered');
    if (code === 'INTERNAL_SERVER_ERROR' || code === 'nothing') tell(text.slice(0, 300));
    return code;
  } catch (error) {
    tell(String(error));
    return 'no answer';
  }
}

async function sampled(url: string, end: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  while (performance.now() < end) {
    await sleep(Math.min(SAMPLE_MILLISECONDS, Math.max(0, end - performance.now())));
    samples.push(await sampleOf(url));
  }
  return samples;
}

async function sampleOf(url: string): Promise<Sample> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  return {
    rss: value('process_resident_memory_bytes'),
    heap: value('nodejs_heap_size_used_bytes'),
    p99: value('nodejs_eventloop_lag_p99_seconds') * 1_000,
    longest: value('nodejs_eventloop_lag_max_seconds') * 1_000,
  };
}

async function importedUntil(end: number, store: Store): Promise<number> {
  const file = join(temporaryDirectory(), 'bundle.json');
  let imports = 0;
  for (; performance.now() < end; imports++) {
    await writeFile(file, JSON.stringify(bundle(imports)));
    await importBundles(store, [file], { author: 'A. Tester', note: 'Beside the load' });
    await sleep(Math.min(IMPORT_MILLISECONDS, Math.max(0, end - performance.now())));
  }
  return imports;
}

/** A few facts that none of the examples asks about by name. */
function bundle(number: number): object {
  const doctor = (index: number) => `doctor/load-${number}-${index}`;
  return {
    source: { key: `source/load-${number}`, title: `Written under load, ${number}` },
    entities: [0, 1].map((index) => ({
      kind: 'Doctor',
      key: doctor(index),
      names: [`Written ${number} Under Load ${index}`],
      cites: [{ paragraph: 1 }],
    })),
    facts: Array.from({ length: 5 }, (_, index) => ({
      kind: 'Training',
      key: `training/load-${number}-${index}`,
      statement: `The first doctor teaches the second for time ${index}.`,
      trainers: [doctor(0)],
      trainees: [doctor(1)],
      time: `2019-0${index + 1}`,
      cites: [{ paragraph: index + 1 }],
    })),
  };
}
