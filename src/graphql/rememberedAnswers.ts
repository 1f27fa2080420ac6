import { Kind, OperationTypeNode } from 'graphql';
import type { FormattedExecutionResult, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { CacheUse } from '../store/cacheUse.js';
import { questionName } from '../store/questionText.js';
import type { Newest } from '../traversals/index.js';
import type { Executor } from './executor.js';

/** What a place of its own takes beside the texts. */
const ENTRY = 200;

/** One answer takes no more than such a part of the room. */
const LARGEST = 1 / 8;

/**
 * The data of an answer, as the JSON that goes to the client. Whoever writes JSON without knowing of it gets what it says,
 * but slowly; `jsonOf` puts it in as it is.
 */
export class JsonData {
  [field: string]: unknown;

  constructor(readonly text: string) {}

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/**
 * Whole answers, in about so many bytes. Each is kept by the question, the newest changeset that it learnt of when it began, and
 * the store that this is of: what the data say follows from these. So it answers only those who, after they came, have found
 * the same changeset the newest, and whatever is written, through any instance, makes it another question. What was kept before then is of no
 * use to anybody, and forgotten.
 */
export class RememberedAnswers implements CacheUse {
  private readonly texts: LRUCache<string, JsonData>;
  private newest: Newest = { changeset: -1, ofStore: undefined };
  hits = 0;
  misses = 0;

  constructor(bytes: number) {
    this.texts = new LRUCache<string, JsonData>({
      maxSize: bytes,
      maxEntrySize: Math.ceil(bytes * LARGEST),
      sizeCalculation: ({ text }, name) => ENTRY + bytesOf(text) + bytesOf(name),
    });
  }

  get entries(): number {
    return this.texts.size;
  }

  /** Executes only what is not remembered. Answers with errors are never kept: asked again, the question may have an answer. */
  over(execute: Executor): Executor {
    return async (execution) => {
      const { operation, operationName, queryHash, variables, context } = execution;
      if (context.store.horizon === undefined || !asksForData(operation)) return await execute(execution);
      // Where the store is away, the fields say so.
      const newest = await context.newest().catch(() => undefined);
      if (newest === undefined) return await execute(execution);
      this.forgetBefore(newest);
      const name = nameOf(queryHash, operationName, variables, newest.ofStore, newest.changeset);
      if (name === undefined) return await execute(execution);
      const known = this.texts.get(name);
      if (known !== undefined) {
        this.hits++;
        return { data: known };
      }
      this.misses++;
      const { data, ...rest } = await execute(execution);
      if (rest.errors !== undefined || data == null) return { data, ...rest };
      const answer = new JsonData(JSON.stringify(data));
      this.texts.set(name, answer);
      return { data: answer, ...rest };
    };
  }

  private forgetBefore(newest: Newest): void {
    const { changeset, ofStore } = this.newest;
    if (newest.ofStore === ofStore && newest.changeset <= changeset) return;
    this.texts.clear();
    this.newest = newest;
  }
}

/** A text takes a byte for each character, or two where it goes beyond Latin-1. */
function bytesOf(text: string): number {
  return /^[\u0000-\u00ff]*$/.test(text) ? text.length : 2 * text.length;
}

/** Undefined where variables are nested so deeply that nothing can be made of them; executing says what is wrong. */
function nameOf(...question: readonly unknown[]): string | undefined {
  try {
    return questionName(...question);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What is asked of the schema alone needs no store. */
function asksForData(operation: OperationDefinitionNode | undefined): boolean {
  return (
    operation?.operation === OperationTypeNode.QUERY &&
    operation.selectionSet.selections.some(
      (selection) => selection.kind !== Kind.FIELD || !selection.name.value.startsWith('__'),
    )
  );
}

/** An answer as JSON, with a line break at its end. */
export function jsonOf(answer: FormattedExecutionResult): string {
  const { data, ...rest } = answer;
  if (!(data instanceof JsonData)) return `${JSON.stringify(answer)}\n`;
  const others = JSON.stringify(rest);
  return `{"data":${data.text}${others === '{}' ? '' : `,${others.slice(1, -1)}`}}\n`;
}
