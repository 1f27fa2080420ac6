import { z } from 'zod';
import { STATUSES, lineOfText } from '../../ontology/index.js';
import type {
  ChangesetRecord,
  EntityRecord,
  FactRecord,
  FactStatus,
  JudgementRecord,
  Ontology,
  SourceRecord,
} from '../../ontology/index.js';
import {
  problemsOfEntity,
  problemsOfFact,
  problemsOfJudgement,
  problemsOfSource,
} from '../recordProblems.js';

/** A record as it was read from its text, with the name of what it is. */
export type StoredRecord =
  | { is: 'changeset'; record: ChangesetRecord }
  | { is: 'source'; record: SourceRecord }
  | { is: 'entity'; record: EntityRecord }
  | { is: 'fact'; record: FactRecord }
  | { is: 'judgement'; record: JudgementRecord };

const number = z.int().min(1);
const instant = z.iso.datetime({ precision: 3 });
const key = z.string();
const status = z.enum(Object.keys(STATUSES) as [FactStatus, ...FactStatus[]]);
const recorded = { recordedIn: number, recordedAt: instant };
const revision = { ...recorded, revision: number };

/** What a store adds to the content of a record; for a changeset, all of it. */
const BOOKKEEPING = {
  changeset: z.strictObject({
    number,
    author: lineOfText(200),
    note: z.string().max(1000),
    at: instant,
    records: z.int().min(0),
  }),
  source: z.strictObject(revision),
  entity: z.strictObject(revision),
  fact: z.strictObject({
    ...recorded,
    status,
    history: z
      .array(z.strictObject({ status, changeset: number, at: instant, note: lineOfText(1000).optional() }))
      .min(1),
    supersedes: key.optional(),
    supersededBy: key.optional(),
    retractedIn: number.optional(),
    retractedAt: instant.optional(),
  }),
  judgement: z.strictObject({ ...recorded, droppedIn: number.optional(), droppedAt: instant.optional() }),
};

/** What is wrong with a record by itself: its fields, against the ontology. */
export function problemsOfRecord({ is, record }: StoredRecord, ontology: Ontology): string[] {
  const schema = BOOKKEEPING[is];
  const isBookkeeping = (name: string) => Object.hasOwn(schema.shape, name);
  const bookkeeping = pick(record, isBookkeeping);
  const content = pick(record, (name) => !isBookkeeping(name));
  const problems = (schema.safeParse(bookkeeping).error?.issues ?? []).map(
    (issue) => `${issue.path.join('.')}: ${issue.message}`,
  );
  try {
    problems.push(...problemsOfContent({ is, record: content } as StoredRecord, ontology));
  } catch (error) {
    // What was changed by hand may have any form, where the checks of a draft rely on its types.
    problems.push(`it has not the form of a ${is} (${String(error)})`);
  }
  return problems;
}

function problemsOfContent({ is, record }: StoredRecord, ontology: Ontology): string[] {
  switch (is) {
    case 'changeset':
      return Object.keys(record).map((name) => `there is no field "${name}"`);
    case 'source':
      return problemsOfSource(record);
    case 'entity':
      return problemsOfEntity(record, ontology);
    case 'fact':
      return problemsOfFact(record, ontology);
    case 'judgement':
      return problemsOfJudgement(record, ontology);
  }
}

function pick(record: object, isMeant: (name: string) => boolean): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => isMeant(name)));
}
