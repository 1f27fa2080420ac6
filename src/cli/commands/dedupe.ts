import { defineCommand } from 'citty';
import { readConfig } from '../../config.js';
import { ontology } from '../../ontology/index.js';
import { didYouMean } from '../../nearest.js';
import type { Store } from '../../store/port.js';
import { Judgements, LIKELY_LEAST, identityCandidates, openView } from '../../traversals/index.js';
import type { Candidates, View } from '../../traversals/index.js';
import { openExisting } from '../existing.js';
import { UsageError } from '../failures.js';
import { namesOf } from '../judging/names.js';
import { Prompt } from '../judging/prompt.js';
import { Walk } from '../judging/walk.js';
import { cutWords, likelihoodWords, linesOfReasons } from '../judging/words.js';
import { lineOrRefuse, userName } from '../person.js';

export const dedupe = defineCommand({
  meta: {
    name: 'dedupe',
    description:
      'Shows pairs that may be the same, the most likely first, and takes your judgement on each; lists them where nobody is at the terminal',
  },
  args: {
    kind: {
      type: 'string',
      description: 'Only entities of this kind (Doctor, Hospital, …); all kinds unless given',
    },
    key: { type: 'string', description: 'Only pairs of which this entity is one' },
    judge: { type: 'string', description: 'Who judges; your user name unless given' },
    minimum: {
      type: 'string',
      description: 'The least score: likely, possible, or a number from 0 to 1',
      default: 'possible',
    },
    list: { type: 'boolean', description: 'Only list them' },
    json: { type: 'boolean', description: 'Only list them, as JSON' },
  },
  run: async ({ args }) => {
    if (args.kind !== undefined && args.key !== undefined) {
      throw new UsageError('--kind, --key: expected one of them, got both');
    }
    const kinds =
      args.kind === undefined ? ontology.entityKinds.map(({ name }) => name) : [kindNamed(args.kind)];
    const minimum = scoreOf(args.minimum);
    const judge = lineOrRefuse('--judge', args.judge ?? userName(), 200);
    const wantsList = args.list === true || args.json === true;
    const isWalk = !wantsList && process.stdin.isTTY && process.stdout.isTTY;
    const store = await openExisting(readConfig(), 'judge');
    try {
      const questions = args.key === undefined ? kinds.map((kind) => ({ kind })) : [{ key: args.key }];
      const asking = new Asking(store, minimum);
      if (isWalk) await walk(asking, store, questions, judge);
      else if (args.json === true) console.log(JSON.stringify(await asking.all(questions), null, 2));
      else await listAll(store, await asking.all(questions));
    } finally {
      await store.close();
    }
  },
});

type Question = { kind: string; key?: undefined } | { key: string; kind?: undefined };

interface Found extends Candidates {
  /** The kind, or the key, that was asked about. */
  of: string;
}

/** Asks for candidates from a score on. */
class Asking {
  private readonly judgements: Judgements;

  constructor(
    private readonly store: Store,
    private readonly minimum: number,
  ) {
    this.judgements = new Judgements(store);
  }

  /** The graph as it is now. */
  view(): Promise<View> {
    return openView(this.store, {}, { judgements: this.judgements });
  }

  async one(question: Question): Promise<Found> {
    const { candidates, cut } = await identityCandidates(await this.view(), {
      ...question,
      atLeast: 'POSSIBLE',
      judged: false,
    });
    const of = question.kind ?? question.key;
    return { of, candidates: candidates.filter(({ score }) => score >= this.minimum), cut };
  }

  async all(questions: readonly Question[]): Promise<Found[]> {
    const found: Found[] = [];
    for (const question of questions) found.push(await this.one(question));
    return found;
  }
}

async function walk(
  asking: Asking,
  store: Store,
  questions: readonly Question[],
  judge: string,
): Promise<void> {
  const prompt = new Prompt();
  const walking = new Walk(store, () => asking.view(), prompt, judge);
  try {
    for (const question of questions) {
      if (prompt.isOver || walking.isQuit) break;
      const { of, candidates, cut } = await asking.one(question);
      const pairs = candidates.length === 1 ? '1 pair' : `${candidates.length} pairs`;
      console.log(`${of}: ${pairs} to judge.`);
      if (cut !== null) console.log(cutWords(cut, of));
      await walking.through(candidates);
    }
  } finally {
    prompt.close();
  }
  console.log(`\n${walking.outcome}`);
}

async function listAll(store: Store, all: readonly Found[]): Promise<void> {
  for (const found of all) await list(store, found);
  if (all.every(({ candidates }) => candidates.length === 0)) console.log('There is no pair to judge.');
}

async function list(store: Store, { of, candidates, cut }: Found): Promise<void> {
  if (cut !== null) console.error(cutWords(cut, of));
  const nameOf = await namesOf(
    store,
    candidates.flatMap(({ keys }) => keys),
  );
  for (const candidate of candidates) {
    const head = `${likelihoodWords(candidate)}  ${candidate.keys.map(nameOf).join('  |  ')}`;
    console.log([head, ...linesOfReasons(candidate), ''].join('\n'));
  }
}

function kindNamed(given: string): string {
  const names = ontology.entityKinds.map(({ name }) => name);
  const known = names.find((name) => name.toLowerCase() === given.toLowerCase());
  if (known !== undefined) return known;
  const hint = didYouMean(given, names) || `; there are ${names.join(', ')}`;
  throw new UsageError(`--kind: there is no kind "${given}"${hint}`);
}

function scoreOf(given: string): number {
  if (given.toLowerCase() === 'likely') return LIKELY_LEAST;
  if (given.toLowerCase() === 'possible') return 0;
  const score = /^(0|1|[01]?\.\d+)$/.test(given) ? Number(given) : NaN;
  if (score >= 0 && score <= 1) return score;
  throw new UsageError(`--minimum: expected likely, possible, or a number from 0 to 1, got "${given}"`);
}
