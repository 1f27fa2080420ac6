import { ENTRY, bytesOf, bytesUpTo } from './bytes.js';
import { IdleCache } from './idleCache.js';
import { untilAborted } from './newest.js';

/**
 * What questions have worked out of what was known in a changeset. The same question is worked out once at a time, however many
 * ask it; where whoever does so gives up, another one takes it on.
 */
export class WorkedAnswers {
  private readonly answers: IdleCache;
  private readonly underWay = new Map<string, Promise<object | undefined>>();
  private readonly largest: number;
  hits = 0;
  misses = 0;

  constructor(bytes: number) {
    this.largest = Math.floor(bytes / 2);
    this.answers = new IdleCache({ maxSize: bytes });
  }

  get entries(): number {
    return this.answers.size;
  }

  /** The answer of this name; failures are of whoever works, and never kept. The signal is of whoever waits. */
  async get<Answer extends object>(
    name: string,
    work: () => Promise<Answer>,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    for (;;) {
      const known = this.answers.get(name) ?? (await this.fromOthers(name, signal));
      if (known !== undefined) {
        this.hits++;
        return known as Answer;
      }
      if (!this.underWay.has(name)) break;
    }
    this.misses++;
    const working = work();
    const shared = working.catch(() => undefined).finally(() => this.underWay.delete(name));
    this.underWay.set(name, shared);
    const answer = await working;
    this.keep(name, answer);
    return answer;
  }

  /** Undefined where nobody works it out, or whoever did has failed. */
  private async fromOthers(name: string, signal: AbortSignal | undefined): Promise<object | undefined> {
    const working = this.underWay.get(name);
    return working === undefined ? undefined : await untilAborted(working, signal);
  }

  private keep(name: string, answer: object): void {
    const size = ENTRY + bytesOf(name) + bytesUpTo(answer, this.largest);
    if (size < this.largest) this.answers.set(name, answer, { size });
  }
}
