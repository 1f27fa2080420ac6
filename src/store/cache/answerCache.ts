import { ENTRY, bytesOf } from './bytes.js';
import { IdleCache } from './idleCache.js';

/**
 * Answers to questions that say as known in which changeset. What was known by then changes no more, so that an answer holds
 * for ever; those to be asked again are the ones about the newest changeset, and the others are pushed out.
 */
export class AnswerCache {
  private readonly answers: IdleCache;
  hits = 0;
  misses = 0;

  constructor(bytes: number) {
    this.answers = new IdleCache({
      maxSize: bytes,
      maxEntrySize: Math.ceil(bytes / 100),
      sizeCalculation: (answer, name) => ENTRY + bytesOf(answer) + bytesOf(name),
    });
  }

  get entries(): number {
    return this.answers.size;
  }

  get<Answer extends object>(name: string): Answer | undefined {
    const answer = this.answers.get(name) as Answer | undefined;
    if (answer === undefined) this.misses++;
    else this.hits++;
    return answer;
  }

  set(name: string, answer: object): void {
    this.answers.set(name, answer);
  }
}
