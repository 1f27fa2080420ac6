import { z } from 'zod';
import { ConfrereError } from '../errors.js';
import { isKey, lineOfText } from '../ontology/index.js';
import type {
  ChangesetRecord,
  Citation,
  EntityRecord,
  FactRecord,
  JudgementRecord,
  Ontology,
  SourceRecord,
} from '../ontology/index.js';
import type { ChangesetDraft, Operation, SettledChangeset, Standing } from './changeset.js';
import { problemsOfJudgements } from './judgements.js';
import { problemsOfEntity, problemsOfFact, problemsOfJudgement, problemsOfSource } from './recordProblems.js';

/**
 * Turns a draft into the records as they stand afterwards. Pure, so that both stores write the same.
 *
 * Refuses with CHANGESET_REFUSED, listing every problem in `details.problems`, when the draft contradicts the
 * ontology, the store or itself.
 */
export function settle(draft: ChangesetDraft, standing: Standing, ontology: Ontology): SettledChangeset {
  const version = standing.latest?.number ?? 0;
  if (draft.expectedVersion !== undefined && draft.expectedVersion !== version) {
    refuse([
      `it was made for version ${draft.expectedVersion}, but the store is at ${version}; make it anew`,
    ]);
  }
  const changeset = nextChangeset(draft, standing.latest);
  const settling = new Settling(standing, changeset, ontology);
  for (const operation of draft.operations) settling.take(operation);
  settling.checkReferences(draft.operations);
  settling.checkJudgements();
  return settling.finish();
}

const author = lineOfText(200);
const note = lineOfText(1000);
const noteOrNone = z.union([z.literal(''), note]);
const instantInUtc = z.iso.datetime();

function nextChangeset(draft: ChangesetDraft, latest: ChangesetRecord | null): ChangesetRecord {
  const problems = [
    author.safeParse(draft.author).success ? [] : ['its author is not a line of 1 to 200 characters'],
    noteOrNone.safeParse(draft.note).success ? [] : ['its note is not a line of at most 1000 characters'],
    instantInUtc.safeParse(draft.at).success
      ? []
      : [`its instant is "${draft.at}"; expected ISO 8601 in UTC, for instance 2020-07-01T15:00:00Z`],
  ].flat();
  if (problems.length > 0) refuse(problems);
  const instant = new Date(draft.at).toISOString();
  return {
    number: (latest?.number ?? 0) + 1,
    author: draft.author,
    note: draft.note,
    // A clock that was set back must not make a later changeset look older than an earlier one.
    at: latest !== null && latest.at > instant ? latest.at : instant,
    records: draft.operations.filter(({ op }) => op !== 'setStatus' && op !== 'dropJudgement').length,
  };
}

/** The error for a draft that cannot land. */
export function refuse(problems: readonly string[]): never {
  const more = problems.length > 5 ? ` (and ${problems.length - 5} more)` : '';
  throw new ConfrereError(
    'CHANGESET_REFUSED',
    `The changeset was refused and nothing was written: ${problems.slice(0, 5).join('; ')}${more}.`,
    { details: { problems } },
  );
}

class Settling {
  private readonly sources = new Map<string, SourceRecord>();
  private readonly entities = new Map<string, EntityRecord>();
  private readonly facts = new Map<string, FactRecord>();
  private readonly judgements = new Map<string, JudgementRecord>();
  private readonly problems: string[] = [];

  constructor(
    private readonly standing: Standing,
    private readonly changeset: ChangesetRecord,
    private readonly ontology: Ontology,
  ) {}

  take(operation: Operation): void {
    switch (operation.op) {
      case 'putSource':
        return this.putSource(operation);
      case 'putEntity':
        return this.putEntity(operation);
      case 'recordFact':
        return this.recordFact(operation);
      case 'setStatus':
        return this.setStatus(operation);
      case 'judge':
        return this.judge(operation);
      case 'dropJudgement':
        return this.dropJudgement(operation);
    }
  }

  finish(): SettledChangeset {
    if (this.problems.length > 0) refuse(this.problems);
    return {
      changeset: this.changeset,
      sources: [...this.sources.values()],
      entities: [...this.entities.values()],
      facts: [...this.facts.values()],
      judgements: [...this.judgements.values()],
    };
  }

  private get recorded() {
    return { recordedIn: this.changeset.number, recordedAt: this.changeset.at };
  }

  private once(written: ReadonlyMap<string, unknown>, key: string): void {
    if (!isKey(key)) this.problems.push(`"${key}" is no key`);
    if (written.has(key)) this.problems.push(`${key} is written twice`);
  }

  private putSource({ source }: Extract<Operation, { op: 'putSource' }>): void {
    this.once(this.sources, source.key);
    this.problems.push(...problemsOfSource(source));
    const revision = (this.standing.sources.get(source.key)?.revision ?? 0) + 1;
    this.sources.set(source.key, { ...source, ...this.recorded, revision });
  }

  private putEntity({ entity }: Extract<Operation, { op: 'putEntity' }>): void {
    this.once(this.entities, entity.key);
    this.problems.push(...problemsOfEntity(entity, this.ontology));
    const revision = (this.standing.entities.get(entity.key)?.revision ?? 0) + 1;
    this.entities.set(entity.key, { ...entity, ...this.recorded, revision });
  }

  private recordFact({ fact, status, supersedes }: Extract<Operation, { op: 'recordFact' }>): void {
    this.once(this.facts, fact.key);
    this.problems.push(...problemsOfFact(fact, this.ontology));
    if (this.standing.facts.has(fact.key))
      this.problems.push(`${fact.key} is recorded already and cannot change`);
    const { number, at } = this.changeset;
    this.facts.set(fact.key, {
      ...fact,
      ...this.recorded,
      status,
      history: [{ status, changeset: number, at }],
      ...(supersedes === undefined ? {} : { supersedes }),
      ...(status === 'RETRACTED' ? { retractedIn: number, retractedAt: at } : {}),
    });
    if (supersedes !== undefined) this.supersede(supersedes, fact.key);
  }

  private supersede(old: string, by: string): void {
    const fact = this.standing.facts.get(old);
    if (fact === undefined) this.problems.push(`${by} supersedes ${old}, which is not there`);
    else if (fact.supersededBy !== undefined) {
      this.problems.push(`${by} supersedes ${old}, which ${fact.supersededBy} has superseded already`);
    } else {
      this.once(this.facts, old);
      this.facts.set(old, { ...this.withStatus(fact, 'RETRACTED', `superseded by ${by}`), supersededBy: by });
    }
  }

  private setStatus({ fact: key, status, note: setNote }: Extract<Operation, { op: 'setStatus' }>): void {
    const fact = this.standing.facts.get(key);
    this.once(this.facts, key);
    if (setNote !== undefined && !note.safeParse(setNote).success) {
      this.problems.push(`the note on the status of ${key} is not a line of 1 to 1000 characters`);
    }
    if (fact === undefined) this.problems.push(`the status of ${key} cannot be set: it is not there`);
    else if (fact.supersededBy !== undefined) {
      this.problems.push(`the status of ${key} cannot be set: ${fact.supersededBy} has superseded it`);
    } else this.facts.set(key, this.withStatus(fact, status, setNote));
  }

  private withStatus(fact: FactRecord, status: FactRecord['status'], note?: string): FactRecord {
    const { number, at } = this.changeset;
    const { retractedIn: _in, retractedAt: _at, ...rest } = fact;
    const change = { status, changeset: number, at, ...(note === undefined ? {} : { note }) };
    return {
      ...rest,
      status,
      history: [...fact.history, change],
      ...(status === 'RETRACTED'
        ? { retractedIn: fact.retractedIn ?? number, retractedAt: fact.retractedAt ?? at }
        : {}),
    };
  }

  private judge({ judgement }: Extract<Operation, { op: 'judge' }>): void {
    this.once(this.judgements, judgement.key);
    this.problems.push(...problemsOfJudgement(judgement, this.ontology));
    if (this.standing.judgements.has(judgement.key)) {
      this.problems.push(`${judgement.key} is recorded already and cannot change`);
    }
    this.judgements.set(judgement.key, { ...judgement, ...this.recorded });
  }

  private dropJudgement({ judgement: key }: Extract<Operation, { op: 'dropJudgement' }>): void {
    this.once(this.judgements, key);
    const judgement = this.standing.judgements.get(key);
    if (judgement === undefined || judgement.droppedIn !== undefined) {
      this.problems.push(`${key} cannot be dropped: no such judgement stands`);
    } else {
      this.judgements.set(key, {
        ...judgement,
        droppedIn: this.changeset.number,
        droppedAt: this.changeset.at,
      });
    }
  }

  /** Of what is written now alone: what stands was checked when it was written, and its references may not be at hand. */
  checkReferences(operations: readonly Operation[]): void {
    for (const operation of operations) {
      switch (operation.op) {
        case 'putSource': {
          const { key, derivedFrom = [] } = operation.source;
          this.knownSources(derivedFrom, `${key} derives from`);
          break;
        }
        case 'putEntity': {
          const { key, citations, relations } = operation.entity;
          this.cited(citations, key);
          for (const link of relations) {
            this.referred([link.to], key);
            this.cited(link.citations, key);
          }
          break;
        }
        case 'recordFact': {
          const { key, citations, participants } = operation.fact;
          this.cited(citations, key);
          this.referred(
            participants.flatMap(({ entity }) => (entity === undefined ? [] : [entity])),
            key,
          );
          break;
        }
        case 'judge':
          this.referred(operation.judgement.entities, operation.judgement.key);
          break;
        case 'setStatus':
        case 'dropJudgement':
          break;
      }
    }
  }

  /** That those which stand afterwards can all be right. */
  checkJudgements(): void {
    if (this.judgements.size === 0) return;
    const before = this.standing.judgements;
    const after = new Map([...before, ...this.judgements]);
    this.problems.push(...problemsOfJudgements([...before.values()], [...after.values()]));
  }

  private cited(citations: readonly Citation[], by: string): void {
    this.knownSources(
      citations.map(({ source }) => source),
      `${by} cites`,
    );
  }

  private knownSources(sources: readonly string[], says: string): void {
    for (const source of sources) {
      if (!this.sources.has(source) && !this.standing.sources.has(source)) {
        this.problems.push(`${says} ${source}, which is not there`);
      }
    }
  }

  private referred(entities: readonly string[], by: string): void {
    for (const key of entities) {
      if (!this.entities.has(key) && !this.standing.entities.has(key)) {
        this.problems.push(`${by} refers to ${key}, which is not there`);
      }
    }
  }
}
