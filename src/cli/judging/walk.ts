import { ConfrereError } from '../../errors.js';
import { lineOfText } from '../../ontology/index.js';
import type { Verdict } from '../../ontology/index.js';
import type { Store } from '../../store/port.js';
import { Judged } from '../../traversals/index.js';
import type { Candidate, View } from '../../traversals/index.js';
import { failureWords } from '../failures.js';
import { linesOn, readShown } from './sides.js';
import type { Prompt } from './prompt.js';
import { likelihoodWords, linesOfReasons } from './words.js';
import { writeJudgement } from './write.js';

type Answer = Verdict | 'SKIP' | 'QUIT';

const ANSWERS: Readonly<Record<string, Answer>> = {
  ...{ s: 'SAME', same: 'SAME', d: 'DIFFERENT', different: 'DIFFERENT', u: 'UNSURE', unsure: 'UNSURE' },
  ...{ k: 'SKIP', skip: 'SKIP', '': 'SKIP', q: 'QUIT', quit: 'QUIT' },
};

const QUESTION = 'Are they one? (s)ame, (d)ifferent, (u)nsure, s(k)ip, (q)uit: ';

/** Shows candidates one after the other, asks a person for a verdict, and writes each at once. */
export class Walk {
  written = 0;
  /** Set once the person has quit. */
  isQuit = false;
  private seen = 0;

  constructor(
    private readonly store: Store,
    /** Opens the graph as it is when it is called. */
    private readonly open: () => Promise<View>,
    private readonly prompt: Prompt,
    private readonly judge: string,
  ) {}

  /** Goes through candidates until the person wants no more. */
  async through(candidates: readonly Candidate[]): Promise<void> {
    for (const [index, candidate] of candidates.entries()) {
      if (this.prompt.isOver) return;
      // What was judged on the way may say it of these two already.
      const view = await this.open();
      if (await isDecided(view, candidate)) continue;
      this.seen++;
      await show(view, candidate, `${index + 1} of ${candidates.length}`);
      this.isQuit = !(await this.settle(candidate));
      if (this.isQuit) return;
    }
  }

  /** What came of it, in words. */
  get outcome(): string {
    const judgements = this.written === 1 ? '1 judgement was' : `${this.written} judgements were`;
    return `${judgements} written, ${this.seen - this.written} left open.`;
  }

  /** Asks until something comes of it. False: the person wants no more. */
  private async settle(candidate: Candidate): Promise<boolean> {
    for (;;) {
      const typed = await this.prompt.ask(QUESTION);
      if (typed === null) return false;
      const answer = Object.hasOwn(ANSWERS, typed.toLowerCase()) ? ANSWERS[typed.toLowerCase()] : undefined;
      if (answer === 'QUIT') return false;
      if (answer === 'SKIP') return true;
      if (answer === undefined) {
        console.log(`"${typed}" is none of them.`);
        continue;
      }
      const reason = await this.askReason();
      if (reason === null) return false;
      if (await this.write(candidate, answer, reason)) return true;
    }
  }

  private async askReason(): Promise<string | null> {
    for (;;) {
      const typed = await this.prompt.ask('Why? ');
      if (typed === null) return null;
      const line = lineOfText(1000).safeParse(typed);
      if (line.success) return line.data;
      console.log(`A judgement has a reason: ${line.error.issues[0]?.message ?? 'it cannot be used'}.`);
    }
  }

  private async write({ keys }: Candidate, verdict: Verdict, reason: string): Promise<boolean> {
    try {
      const given = { entities: keys, verdict, reason, judge: this.judge };
      const { key, changeset } = await writeJudgement(this.store, given);
      this.written++;
      console.log(`Written as changeset ${changeset.number}: ${key}, ${verdict}.`);
      return true;
    } catch (error) {
      // It contradicts what stands: the person may think again.
      if (!(error instanceof ConfrereError) || error.code !== 'CHANGESET_REFUSED') throw error;
      console.log(failureWords(error));
      return false;
    }
  }
}

async function isDecided(view: View, { keys: [a, b] }: Candidate): Promise<boolean> {
  return (await Judged.read(view, [a, b])).decides(a, b);
}

async function show(view: View, candidate: Candidate, place: string): Promise<void> {
  const sides = await readShown(view, candidate.keys);
  const lines = [
    '',
    `Candidate ${place}: ${likelihoodWords(candidate)}`,
    ...sides.flatMap((side, index) => ['', ...linesOn(index === 0 ? 'A' : 'B', side)]),
    '',
    ...linesOfReasons(candidate),
    '',
  ];
  console.log(lines.join('\n'));
}
