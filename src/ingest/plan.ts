import { nextVersionOfKey } from '../ontology/index.js';
import type {
  EntityContent,
  EntityRecord,
  FactRecord,
  JudgementContent,
  JudgementRecord,
  SourceContent,
  SourceRecord,
} from '../ontology/index.js';
import type { Operation } from '../store/changeset.js';
import { recordText } from '../store/derive.js';
import type { Store } from '../store/port.js';
import type { BundleContents, StatedFact } from './contents.js';
import { contradictionFindings } from './contradictions.js';
import { readByKey } from './keyedReads.js';
import type { Finding, Place } from './problems.js';

export interface Tally {
  added: number;
  changed: number;
  unchanged: number;
}

export type RecordKind = keyof BundleContents;

/** What has to be written so that the store says what the bundles say. */
export interface Plan {
  operations: readonly Operation[];
  tallies: Readonly<Record<RecordKind, Tally>>;
  findings: readonly Finding[];
  /** The keys of judgements that were dropped in the store and stay so. */
  dropped: readonly string[];
}

/**
 * Compares bundles with what stands in the store. What is the same is left alone. A changed entity or source becomes a
 * new revision; a changed fact supersedes the newest wording of its key; a changed judgement is refused, and one that
 * was dropped stays dropped. Where a fact differs in its status alone, the bundle's status is set, also over one that
 * was set by hand. What bundles no longer speak of stays as it is.
 */
export async function planOf(
  contents: BundleContents,
  definitions: ReadonlyMap<string, Place>,
  store: Store,
): Promise<Plan> {
  const planner = new Planner(definitions);
  const keys = (records: readonly { key: string }[]) => records.map(({ key }) => key);
  const sources = await readByKey(keys(contents.sources), (some) => store.sources(some));
  for (const source of contents.sources) planner.source(source, sources.get(source.key));
  const entities = await readByKey(keys(contents.entities), (some) => store.entities(some));
  for (const entity of contents.entities) planner.entity(entity, entities.get(entity.key));
  const facts = await newestVersions(
    contents.facts.map(({ content }) => content.key),
    (some) => store.facts(some),
  );
  for (const fact of contents.facts) planner.fact(fact, facts.get(fact.content.key));
  const judgements = await readByKey(keys(contents.judgements), (some) => store.judgements(some));
  for (const judgement of contents.judgements) planner.judgement(judgement, judgements.get(judgement.key));
  const judged = contents.judgements.filter(({ key }) => !judgements.has(key));
  planner.findings.push(...(await contradictionFindings(judged, definitions, store)));
  return planner;
}

class Planner implements Plan {
  readonly operations: Operation[] = [];
  readonly findings: Finding[] = [];
  readonly dropped: string[] = [];
  readonly tallies: Record<RecordKind, Tally> = {
    sources: { added: 0, changed: 0, unchanged: 0 },
    entities: { added: 0, changed: 0, unchanged: 0 },
    facts: { added: 0, changed: 0, unchanged: 0 },
    judgements: { added: 0, changed: 0, unchanged: 0 },
  };

  constructor(private readonly definitions: ReadonlyMap<string, Place>) {}

  source(source: SourceContent, standing: SourceRecord | undefined): void {
    if (standing === undefined) this.add('sources', { op: 'putSource', source });
    else if (isSame(standing, source)) this.tallies.sources.unchanged++;
    else this.change('sources', { op: 'putSource', source });
  }

  entity(entity: EntityContent, standing: EntityRecord | undefined): void {
    if (standing === undefined) this.add('entities', { op: 'putEntity', entity });
    else if (isSame(standing, entity)) this.tallies.entities.unchanged++;
    else this.change('entities', { op: 'putEntity', entity });
  }

  fact({ content, status }: StatedFact, newest: FactRecord | undefined): void {
    if (newest === undefined) return this.add('facts', { op: 'recordFact', fact: content, status });
    const { supersededBy } = newest;
    if (supersededBy !== undefined) {
      const message = `expected a fact that still stands, got "${content.key}", which "${supersededBy}" has superseded in the store; take it out, or state it under that key`;
      return this.refuse(content.key, message);
    }
    if (!isSame(newest, content)) {
      const fact = { ...content, key: nextVersionOfKey(newest.key) };
      this.change('facts', { op: 'recordFact', fact, status, supersedes: newest.key });
    } else if (newest.status !== status) {
      this.change('facts', { op: 'setStatus', fact: newest.key, status });
    } else this.tallies.facts.unchanged++;
  }

  judgement(judgement: JudgementContent, standing: JudgementRecord | undefined): void {
    if (standing === undefined) this.add('judgements', { op: 'judge', judgement });
    else if (isSame(standing, judgement)) {
      this.tallies.judgements.unchanged++;
      if (standing.droppedIn !== undefined) this.dropped.push(judgement.key);
    } else {
      const message = `expected what the store has under this key, since a judgement never changes, got another one; give it a key of its own`;
      this.refuse(judgement.key, message);
    }
  }

  private add(kind: RecordKind, operation: Operation): void {
    this.tallies[kind].added++;
    this.operations.push(operation);
  }

  private change(kind: RecordKind, operation: Operation): void {
    this.tallies[kind].changed++;
    this.operations.push(operation);
  }

  private refuse(key: string, message: string): void {
    const { file, path } = this.definitions.get(key) ?? { file: '', path: [] };
    this.findings.push({ file, place: { path }, message });
  }
}

/** What a store adds to contents. The key is left out too: versions of one statement differ in it. */
const STORE_FIELDS: ReadonlySet<string> = new Set([
  'key',
  ...['recordedIn', 'recordedAt', 'revision'],
  ...['status', 'history', 'supersedes', 'supersededBy', 'retractedIn', 'retractedAt'],
  ...['droppedIn', 'droppedAt'],
]);

function isSame(standing: object, content: object): boolean {
  return contentText(standing) === contentText(content);
}

function contentText(record: object): string {
  return recordText(Object.fromEntries(Object.entries(record).filter(([name]) => !STORE_FIELDS.has(name))));
}

/**
 * The newest wording under each key of a bundle. One that is superseded all the same was superseded by a fact of
 * another key.
 */
async function newestVersions<Row extends { key: string }>(
  keys: readonly string[],
  read: (keys: readonly string[]) => Promise<readonly (Row | null)[]>,
): Promise<Map<string, Row>> {
  const newest = await readByKey(keys, read);
  let following = [...newest];
  while (following.length > 0) {
    const next = await readByKey(
      following.map(([, { key }]) => nextVersionOfKey(key)),
      read,
    );
    following = following.flatMap(([key, version]) => {
      const later = next.get(nextVersionOfKey(version.key));
      return later === undefined ? [] : [[key, later] as [string, Row]];
    });
    for (const [key, later] of following) newest.set(key, later);
  }
  return newest;
}
