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

/** So many changesets land before anything is asked, so that all that is asked about is there. */
const BEFORE = 5;
const BETWEEN_REFUSALS_MS = 50;

/** What may be said of a store that is away. */
const ALLOWED = ['STORE_UNAVAILABLE', 'DEADLINE_EXCEEDED'];
const STACK = /\n\s+at |node_modules|\.ts:\d|\.js:\d|bolt:\/\//;

const WRITER = 'the writer';

const FACT = `nodes {
  key statement status time { edtf }
  participants { role participant { ... on Entity { key name } ... on Group { label } } }
  citations { source { key title } locator { text } }
}`;

/** Each has a reader of its own, and is asked as the graph stood after a changeset, so that its answer is known for good. */
const QUESTIONS = [
  `query ($known: String!) { entity(key: "doctor/d4", asKnownOn: $known) { key name names { text kind } } }`,
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
  /** Of the reader of each question and of the writer, when it last got what it asked for, and when it was last refused. */
  private readonly served = new Map<string, number>();
  private readonly refusedAt = new Map<string, number>();
  private going = true;
  private version = 0;
  private answers = 0;
  private refused = 0;
  private failure: unknown;

  /** `model` is a store that nothing befalls; `pause` keeps the graph from outgrowing what is to be found out. */
  constructor(
    private readonly url: string,
    private readonly store: Store,
    private readonly model: Store,
    private readonly pause: number,
  ) {
    this.askModel = graphqlOver(model).ask;
  }

  async begin(): Promise<void> {
    for (let number = 1; number <= BEFORE; number++) {
      await this.store.apply(changesetOf(number));
      await this.landed(number);
    }
    for (const person of [...QUESTIONS.map((question) => this.read(question)), this.write()]) {
      this.ends.push(
        person.catch((error: unknown) => {
          this.failure ??= error;
          this.going = false;
        }),
      );
    }
  }

  /** Waits until everybody has been refused something. */
  async untilRefused(patience: number): Promise<void> {
    await this.momentsSince(this.refusedAt, [...QUESTIONS, WRITER], patience);
  }

  /** How long it takes, from now on, until somebody has a right answer, until everybody has, and until a write has landed. */
  async recovery(patience: number): Promise<{ first: number; all: number; write: number }> {
    const start = performance.now();
    const [reads, [write = 0]] = await Promise.all([
      this.momentsSince(this.served, QUESTIONS, patience),
      this.momentsSince(this.served, [WRITER], patience),
    ]);
    return { first: Math.min(...reads) - start, all: Math.max(...reads) - start, write: write - start };
  }

  async stop(): Promise<void> {
    this.going = false;
    await Promise.all(this.ends);
  }

  /** Ends all of it, and fails for whatever was wrong. */
  async end(): Promise<{ version: number; answers: number; refused: number }> {
    await this.stop();
    this.expectRight();
    return { version: this.version, answers: this.answers, refused: this.refused };
  }

  /** When each of them, from now on, was served or refused for the first time. */
  private async momentsSince(
    times: Map<string, number>,
    who: readonly string[],
    patience: number,
  ): Promise<number[]> {
    const start = performance.now();
    const firsts = new Map<string, number>();
    while (firsts.size < who.length) {
      this.expectRight();
      const waiting = who.filter((each) => !firsts.has(each));
      expect(performance.now() - start, `waiting: ${waiting.join('; ')}`).toBeLessThan(patience);
      await sleep(5);
      for (const each of waiting) {
        const moment = times.get(each) ?? 0;
        if (moment > start) firsts.set(each, moment);
      }
    }
    return [...firsts.values()];
  }

  private expectRight(): void {
    if (this.failure !== undefined)
      throw new Error('Something was wrong under load.', { cause: this.failure });
  }

  private async read(query: string): Promise<void> {
    while (this.going) {
      const known = String(this.version);
      const response = await post(this.url, { query, variables: { known } });
      const text = await response.text();
      const { data, errors = [] } = JSON.parse(text) as Answer;
      if (errors.length > 0) {
        expect(text).not.toMatch(STACK);
        for (const { extensions } of errors) expect(ALLOWED).toContain(extensions.code);
        await this.wasRefused(query);
        continue;
      }
      const expected = await this.expectedOf(query, known);
      if (!isDeepStrictEqual(data, expected)) {
        const again = await (await post(this.url, { query, variables: { known } })).text();
        console.error(`Wrong as known on ${known}, with ${this.version} changesets. Asked again: ${again}`);
        expect(data).toEqual(expected);
      }
      this.answers++;
      this.served.set(query, performance.now());
    }
  }

  private async write(): Promise<void> {
    while (this.going) {
      const number = this.version + 1;
      try {
        expect(await this.store.apply(changesetOf(number))).toMatchObject({ number });
        await this.landed(number);
        this.served.set(WRITER, performance.now());
        await sleep(this.pause);
      } catch (error) {
        expectCoded(error);
        await this.wasRefused(WRITER);
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
        await this.wasRefused(WRITER);
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
