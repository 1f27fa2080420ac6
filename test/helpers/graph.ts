import { ontology } from '../../src/ontology/index.js';
import type {
  Citation,
  EntityContent,
  FactContent,
  Participant,
  SourceContent,
  Verdict,
} from '../../src/ontology/index.js';
import type { ChangesetDraft, Operation } from '../../src/store/changeset.js';

/*
 * Short ways to write down small graphs by hand.
 */

export const CITED: readonly Citation[] = [{ source: 'source/paper', paragraph: 1 }];

/** A draft by someone, some time. */
export function draftOf(
  operations: readonly Operation[],
  rest: Partial<ChangesetDraft> = {},
): ChangesetDraft {
  return { author: 'A. Tester', note: 'a test', at: '2024-05-01T12:00:00.000Z', ...rest, operations };
}

/** Puts a source. */
export function source(key = 'source/paper', rest: Partial<SourceContent> = {}): Operation {
  return { op: 'putSource', source: { key, title: `The title of ${key}`, authors: [], ...rest } };
}

/** Puts an entity, under its key's name unless it is given others; an editor says that it is. */
export function entity(
  key: string,
  names: readonly string[] = [key],
  rest: Partial<EntityContent> = {},
): Operation {
  const kind = ontology.entityKindOfKey(key)?.name ?? 'Ghost';
  return {
    op: 'putEntity',
    entity: {
      key,
      kind,
      names: names.map((text) => ({ text, kind: 'OFFICIAL' as const })),
      properties: {},
      relations: [],
      externalIds: [],
      citations: [],
      editor: 'It is needed.',
      ...rest,
    },
  };
}

/** A relation, with an editor's word for it. */
export function judge(
  key: string,
  entities: readonly [string, string],
  verdict: Verdict = 'SAME',
): Extract<Operation, { op: 'judge' }> {
  const judgement = {
    key,
    entities: [...entities] as [string, string],
    verdict,
    reason: 'One face.',
    judge: 'A. Tester',
  };
  return { op: 'judge', judgement };
}

export function link(relation: string, to: string): EntityContent['relations'][number] {
  return { relation, to, citations: [], editor: 'It is well known.' };
}

/** Who plays which role: `TRAINER=doctor/a`; `TRAINEE="hundreds of doctors"` is a group. */
export function player(text: string): Participant {
  const [role = '', who = ''] = text.split('=');
  return who.startsWith('"') ? { role, group: { label: who.slice(1, -1) } } : { role, entity: who };
}

/** What a fact states; its kind follows from the key. */
export function factContent(
  key: string,
  players: readonly string[],
  rest: Partial<FactContent> = {},
): FactContent {
  return {
    key,
    kind: ontology.factKindOfKey(key)?.name ?? 'Rumour',
    statement: `The statement of ${key}.`,
    participants: players.map(player),
    properties: {},
    modality: 'FACTUAL',
    negated: false,
    citations: CITED,
    ...rest,
  };
}

/** Records a fact, accepted unless another status is given. */
export function fact(
  key: string,
  players: readonly string[],
  { status = 'ACCEPTED', supersedes, ...rest }: Partial<FactContent> & FactStanding = {},
): Operation {
  const corrects = supersedes === undefined ? {} : { supersedes };
  return { op: 'recordFact', fact: factContent(key, players, rest), status, ...corrects };
}

type FactStanding = Partial<Pick<Extract<Operation, { op: 'recordFact' }>, 'status' | 'supersedes'>>;
