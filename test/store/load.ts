import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { ConfrereError } from '../../src/errors.js';
import type { Store } from '../../src/store/port.js';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import type { Ask } from '../helpers/graphql.js';
import { post } from '../helpers/serving.js';
import type { Answer } from '../helpers/serving.js';
import { changesetOf, factKey, sizeOf } from './durabilityChangesets.js';

const READERS = 3;
/** So many changesets land before anything is asked, so that all that is asked about is there. */
const BEFORE = 5;
/** So that the graph does not outgrow what is to be found out. */
const BETWEEN_WRITES_MS = 100;
const BETWEEN_REFUSALS_MS = 50;

/** What may be said of a store that is away. */
const ALLOWED = ['STORE_UNAVAILABLE', 'DEADLINE_EXCEEDED'];
const STACK = /\n\s+at |node_modules|\.ts:\d|\.js:\d|bolt:\/\//;

const FACT = `nodes {
  key statement status time { edtf }
  participants { role participant { ... on Entity { key name } ... on Group { label } } }
  citations { source { key title } locator { text } }
}`;

/** Each as the graph stood after a changeset, so that its answer is known for good. */
const QUESTIONS = [
  `query ($known: String!) { entity(key: "doctor/d1", asKnownOn: $known) {
     key name names { text kind } facts(first: 20) { totalCount ${FACT} } } }`,
  `query ($known: String!) { trainings(trainers: ["doctor/d2"], first: 20, asKnownOn: $known) { totalCount ${FACT} } }`,
  `query ($known: String!) { facts(order: KEY, last: 10, asKnownOn: $known) { totalCount ${FACT} } }`,
  `query ($known: String!) { timeline(keys: ["doctor/d0", "doctor/d3"], asKnownOn: $known, first: 40) {
     totalCount nodes { beginning certain byOpenEnd byUnknownEnd } } }`,
];

/**
 * People who read over HTTP, and somebody who writes to the store, while it goes wrong. A model takes in what has
 * landed; whatever is answered must be what it answers.
 */
export class Load {
  private readonly ends: Promise<void>[] = [];
  private readonly askModel: Ask;
  private readonly expected = new Map<string, Promise<unknown>>();
  /** Of each reader and of the writer, when it last got what it asked for, and when it was last refused. */
  private readonly served = new Map<string, number>();
  private readonly refusedAt = new Map<string, number>();
  private going = true;
  private version = 0;
  private answers = 0;
  private refused = 0;
  private failure: unknown;

  /** `model` is a store that nothing befalls. */
  constructor(
    private readonly url: string,
    private readonly store: Store,
    private readonly model: Store,
  ) {
    this.askModel = graphqlOver(model).ask;
  }

  async begin(): Promise<void> {
    for (let number = 1; number <= BEFORE; number++) {
      await this.store.apply(changesetOf(number));
      await this.landed(number);
    }
    const people = Array.from({ length: READERS }, (_, reader) => this.read(`reader ${reader}`, reader));
    for (const person of [...people, this.write()]) {
      this.ends.push(
        person.catch((error: unknown) => {
          this.failure ??= error;
          this.going = false;
        }),
      );
    }
  }

  /** Waits until everybody has been refused something. */
  untilRefused(): Promise<number> {
    return this.since(this.refusedAt, this.everybody, 60_000);
  }

  /** When, from now on, every reader had been answered. */
  untilRead(patience: number): Promise<number> {
    return this.since(this.served, this.everybody.slice(1), patience);
  }

  untilWritten(patience: number): Promise<number> {
    return this.since(this.served, ['writer'], patience);
  }

  /** Ends all of it, and fails for whatever was wrong. */
  async end(): Promise<{ version: number; answers: number; refused: number }> {
    this.going = false;
    await Promise.all(this.ends);
    if (this.failure !== undefined) throw this.failure;
    return { version: this.version, answers: this.answers, refused: this.refused };
  }

  private get everybody(): string[] {
    return ['writer', ...Array.from({ length: READERS }, (_, reader) => `reader ${reader}`)];
  }

  private async since(times: Map<string, number>, who: readonly string[], patience: number): Promise<number> {
    const start = performance.now();
    const moments = () => who.map((each) => times.get(each) ?? 0);
    while (moments().some((moment) => moment < start)) {
      if (!this.going) return (await this.end(), performance.now());
      expect(performance.now() - start, `somebody of ${who.join(', ')} waits`).toBeLessThan(patience);
      await sleep(5);
    }
    return Math.max(...moments());
  }

  private async read(reader: string, first: number): Promise<void> {
    for (let count = first; this.going; count++) {
      const query = QUESTIONS[count % QUESTIONS.length] ?? '';
      const known = String(this.version);
      const response = await post(this.url, { query, variables: { known } });
      const text = await response.text();
      const { data, errors = [] } = JSON.parse(text) as Answer;
      if (errors.length > 0) {
        expect(text).not.toMatch(STACK);
        for (const { extensions } of errors) expect(ALLOWED).toContain(extensions.code);
        await this.wasRefused(reader);
        continue;
      }
      if (!isDeepStrictEqual(data, await this.expectedOf(query, known))) {
        expect(data).toEqual(await this.expectedOf(query, known));
      }
      this.answers++;
      this.served.set(reader, performance.now());
    }
  }

  private async write(): Promise<void> {
    while (this.going) {
      const number = this.version + 1;
      try {
        expect(await this.store.apply(changesetOf(number))).toMatchObject({ number });
        await this.landed(number);
        this.served.set('writer', performance.now());
        await sleep(BETWEEN_WRITES_MS);
      } catch (error) {
        expectCoded(error);
        await this.wasRefused('writer');
        await this.settle(number);
      }
    }
  }

  /** Finds out whether what was refused has landed: whole, or not at all. */
  private async settle(number: number): Promise<void> {
    while (this.going) {
      try {
        const version = await this.store.version();
        expect([number - 1, number]).toContain(version);
        const keys = Array.from({ length: sizeOf(number) }, (_, index) => factKey(number, index));
        const facts = await this.store.facts(keys);
        expect(facts.filter((fact) => fact !== null)).toHaveLength(version === number ? keys.length : 0);
        if (version === number) await this.landed(number);
        return;
      } catch (error) {
        expectCoded(error);
        await this.wasRefused('writer');
      }
    }
  }

  private async landed(number: number): Promise<void> {
    await this.model.apply(changesetOf(number));
    this.version = number;
  }

  private async wasRefused(who: string): Promise<void> {
    this.refused++;
    this.refusedAt.set(who, performance.now());
    await sleep(BETWEEN_REFUSALS_MS);
  }

  private expectedOf(query: string, known: string): Promise<unknown> {
    const name = `${known} ${query}`;
    const expected = this.expected.get(name) ?? dataOf(this.askModel(query, { known }));
    this.expected.set(name, expected);
    return expected;
  }
}

function expectCoded(error: unknown): void {
  if (!(error instanceof ConfrereError)) throw error;
  expect(ALLOWED).toContain(error.code);
}
