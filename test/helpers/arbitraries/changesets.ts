import fc from 'fast-check';
import { STATUSES, contradictionsIn, nextVersionOfKey } from '../../../src/ontology/index.js';
import type {
  Citation,
  EntityContent,
  FactContent,
  FactStatus,
  JudgementContent,
  Ontology,
  SourceContent,
} from '../../../src/ontology/index.js';
import { touchedKeys } from '../../../src/store/changeset.js';
import type { ChangesetDraft, Operation } from '../../../src/store/changeset.js';
import { anyEntityContent, anyFactContent, judgementContent, sourceContent } from './contents.js';
import { line } from './text.js';
import { instant } from './times.js';

/** A wish to write something. What it comes to depends on what was written before; it may come to nothing. */
type Step =
  | { step: 'source'; source: SourceContent }
  | { step: 'entity'; entity: EntityContent }
  | { step: 'fact'; fact: FactContent; status: FactStatus; corrects: boolean }
  | { step: 'status'; which: number; status: FactStatus; note?: string }
  | { step: 'judgement'; judgement: JudgementContent }
  | { step: 'drop'; which: number };

interface DraftWish {
  author: string;
  note: string;
  at: string;
  namesVersion: boolean;
  steps: readonly Step[];
}

/** Drafts that land one after the other in an empty store, from nothing to a well-connected graph. */
export function drafts(ontology: Ontology): fc.Arbitrary<ChangesetDraft[]> {
  const wish: fc.Arbitrary<DraftWish> = fc.record({
    author: line(200),
    note: fc.oneof(line(1000), fc.constant('')),
    at: instant,
    namesVersion: fc.boolean(),
    steps: fc.array(step(ontology), { maxLength: 30, size: 'max' }),
  });
  return fc.array(wish, { minLength: 1, maxLength: 5, size: 'max' }).map((wishes) => {
    const unfolding = new Unfolding(ontology);
    return wishes.map((each, index) => unfolding.draft(each, index));
  });
}

function step(ontology: Ontology): fc.Arbitrary<Step> {
  const status = fc.constantFrom(...(Object.keys(STATUSES) as FactStatus[]));
  return fc.oneof(
    { weight: 1, arbitrary: fc.record({ step: fc.constant('source'), source: sourceContent }) },
    { weight: 7, arbitrary: fc.record({ step: fc.constant('entity'), entity: anyEntityContent(ontology) }) },
    {
      weight: 8,
      arbitrary: fc.record({
        step: fc.constant('fact'),
        fact: anyFactContent(ontology),
        status,
        corrects: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record(
        { step: fc.constant('status'), which: fc.nat(), status, note: line(1000) },
        { requiredKeys: ['step', 'which', 'status'] },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({ step: fc.constant('judgement'), judgement: judgementContent(ontology) }),
    },
    { weight: 1, arbitrary: fc.record({ step: fc.constant('drop'), which: fc.nat() }) },
  );
}

/** Follows what is written, and so turns wishes into drafts that no store has a reason to refuse. */
class Unfolding {
  private readonly there = new Set<string>();
  private readonly facts: { key: string; superseded: boolean }[] = [];
  private readonly judgements: (JudgementContent & { dropped: boolean })[] = [];
  private written = new Set<string>();
  private operations: Operation[] = [];

  constructor(private readonly ontology: Ontology) {}

  draft({ author, note, at, namesVersion, steps }: DraftWish, expectedVersion: number): ChangesetDraft {
    this.operations = [];
    this.written = new Set();
    steps.forEach((each) => this.take(each));
    return { author, note, at, ...(namesVersion ? { expectedVersion } : {}), operations: this.operations };
  }

  private take(step: Step): void {
    switch (step.step) {
      case 'source':
        return this.put({ op: 'putSource', source: step.source }, step.source.key);
      case 'entity':
        return this.put({ op: 'putEntity', entity: step.entity }, step.entity.key);
      case 'fact':
        return this.recordFact(step);
      case 'status': {
        const fact = pick(
          this.facts.filter(({ key, superseded }) => !superseded && !this.written.has(key)),
          step.which,
        );
        if (fact === undefined) return;
        const note = step.note === undefined ? {} : { note: step.note };
        return this.put({ op: 'setStatus', fact: fact.key, status: step.status, ...note }, fact.key);
      }
      case 'judgement':
        if (this.there.has(step.judgement.key)) return;
        if (this.contradicts(step.judgement)) return;
        this.put({ op: 'judge', judgement: step.judgement }, step.judgement.key);
        this.judgements.push({ ...step.judgement, dropped: false });
        return;
      case 'drop': {
        const judgement = pick(
          this.judgements.filter(({ key, dropped }) => !dropped && !this.written.has(key)),
          step.which,
        );
        if (judgement === undefined) return;
        judgement.dropped = true;
        return this.put({ op: 'dropJudgement', judgement: judgement.key }, judgement.key);
      }
    }
  }

  private contradicts(judgement: JudgementContent): boolean {
    const standing = this.judgements.filter(({ dropped }) => !dropped);
    return contradictionsIn([...standing, judgement]).length > 0;
  }

  private recordFact({ fact, status, corrects }: Extract<Step, { step: 'fact' }>): void {
    let key = fact.key;
    let before: string | undefined;
    while (this.there.has(key)) [before, key] = [key, nextVersionOfKey(key)];
    const old = this.facts.find((one) => one.key === before);
    const mayCorrect = corrects && old !== undefined && !old.superseded && !this.written.has(old.key);
    const supersedes = mayCorrect ? { supersedes: old.key } : {};
    this.put({ op: 'recordFact', fact: { ...fact, key }, status, ...supersedes }, key);
    this.facts.push({ key, superseded: false });
    if (!mayCorrect) return;
    old.superseded = true;
    this.written.add(old.key);
  }

  private put(operation: Operation, key: string): void {
    if (this.written.has(key)) return;
    this.there.add(key);
    this.written.add(key);
    this.provide(operation);
    this.operations.push(operation);
  }

  /** Writes, plainly, what the operation refers to and nobody has written. */
  private provide(operation: Operation): void {
    const { sources, entities } = touchedKeys({ author: '', note: '', at: '', operations: [operation] });
    for (const key of sources.filter((each) => !this.there.has(each))) {
      this.put({ op: 'putSource', source: { key, title: key, authors: [] } }, key);
    }
    for (const key of entities.filter((each) => !this.there.has(each))) {
      this.put({ op: 'putEntity', entity: plainEntity(key, this.ontology) }, key);
    }
  }
}

/** The least that can be said of an entity. */
export function plainEntity(key: string, ontology: Ontology, citations: Citation[] = []): EntityContent {
  const kind = ontology.entityKindOfKey(key);
  if (kind === undefined) throw new Error(`No kind has keys like ${key}.`);
  return {
    key,
    kind: kind.name,
    names: [{ text: key, kind: 'OFFICIAL' }],
    properties: {},
    relations: [],
    externalIds: [],
    citations,
    ...(citations.length === 0 ? { editor: 'It is needed by others.' } : {}),
  };
}

function pick<Item>(items: readonly Item[], which: number): Item | undefined {
  return items[which % Math.max(1, items.length)];
}
