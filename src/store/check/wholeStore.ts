import type { ChangesetRecord, FactRecord, JudgementRecord } from '../../ontology/index.js';
import type { Finding } from './finding.js';
import { nameOf } from './items.js';
import { contradictionFindings } from './judgements.js';
import type { RecordItem } from '../audit.js';
import type { StoredRecord } from './records.js';
import { References } from './references.js';
import { Revisions } from './revisions.js';

/** What a finding can show of a field. */
type Told = string | number | readonly number[] | undefined;

/** Gathers, item by item, what the records say of one another; what does not fit is found at the end, or at once. */
export class WholeStore {
  private readonly changesets = new Map<number, ChangesetRecord>();
  /** How many records name each changeset as theirs. */
  private readonly recorded = new Map<number, number>();
  private readable = true;
  private readonly references = new References();
  private readonly revisions = new Revisions();
  /** Those that stand. */
  private readonly judgements: JudgementRecord[] = [];
  private readonly supersedes = new Map<string, string>();
  private readonly supersededBy = new Map<string, string>();
  private previous = '';

  /** The store's version is the number of the newest changeset that must be there. */
  constructor(private readonly version: number) {}

  /** Whether the item has the key of the one before it, among records of its sort. */
  isSecond(item: RecordItem): boolean {
    const name = `${item.record} ${nameOf(item)}`;
    const second = name === this.previous;
    this.previous = name;
    return second;
  }

  /** Notes an item, with its record where that could be read. */
  *take(item: RecordItem, stored: StoredRecord | null): Iterable<Finding> {
    const name = nameOf(item);
    // Even a record that cannot be read is there for those who refer to it.
    if (item.record === 'entity' || item.record === 'source') this.references.provide(item.key);
    if (stored === null) {
      this.readable = false;
      this.revisions.skip(item.key);
      return;
    }
    switch (stored.is) {
      case 'changeset':
        this.changesets.set(stored.record.number, stored.record);
        return;
      case 'source':
        this.revisions.take(item.record === 'source', stored.record);
        this.references.want(name, stored.record.derivedFrom ?? []);
        break;
      case 'entity': {
        const { citations, relations } = stored.record;
        this.revisions.take(item.record === 'entity', stored.record);
        this.references.want(name, [
          ...sourcesOf([citations, ...relations.map((link) => link.citations)].flat()),
          ...relations.map(({ to }) => to),
        ]);
        break;
      }
      case 'fact': {
        const { key, citations, participants, supersedes, supersededBy } = stored.record;
        const players = participants.flatMap(({ entity }) => (entity === undefined ? [] : [entity]));
        this.references.want(name, [...sourcesOf(citations), ...players]);
        if (supersedes !== undefined) this.supersedes.set(key, supersedes);
        if (supersededBy !== undefined) this.supersededBy.set(key, supersededBy);
        yield* this.historyFindings(name, stored.record);
        break;
      }
      case 'judgement': {
        const { entities, droppedIn, droppedAt } = stored.record;
        this.references.want(name, entities);
        if (droppedIn === undefined) this.judgements.push(stored.record);
        yield* this.instantFindings(name, 'droppedIn', droppedIn, droppedAt);
        break;
      }
    }
    const { recordedIn, recordedAt } = stored.record;
    this.recorded.set(recordedIn, (this.recorded.get(recordedIn) ?? 0) + 1);
    yield* this.instantFindings(name, 'recordedIn', recordedIn, recordedAt);
  }

  *finish(): Iterable<Finding> {
    yield* this.changesetFindings();
    yield* this.references.finish();
    yield* this.revisions.finish();
    yield* pairFindings(this.supersedes, this.supersededBy, 'supersedes', 'supersededBy');
    yield* pairFindings(this.supersededBy, this.supersedes, 'supersededBy', 'supersedes');
    yield* contradictionFindings(this.judgements);
  }

  private *changesetFindings(): Iterable<Finding> {
    const changesets = [...this.changesets.values()].sort((a, b) => a.number - b.number);
    let previous = 0;
    let before = '';
    for (const { number, at, records } of changesets) {
      yield* missingFindings(previous + 1, number - 1);
      if (at < before) {
        const expected = `${before} or later`;
        yield {
          key: `changeset ${number}`,
          problem: 'it is older than the one before it',
          expected,
          found: at,
        };
      }
      const recorded = this.recorded.get(number) ?? 0;
      // What cannot be read has a finding of its own, and cannot be counted.
      if (recorded !== records && this.readable) {
        yield {
          key: `changeset ${number}`,
          problem: 'not all that it recorded is there, or more',
          expected: `${records} records`,
          found: `${recorded}`,
        };
      }
      previous = number;
      before = at;
    }
    yield* missingFindings(previous + 1, this.version);
  }

  private *historyFindings(name: string, fact: FactRecord): Iterable<Finding> {
    const { history, status, recordedIn, supersededBy } = fact;
    const wrong = (problem: string, expected: Told, found: Told): Finding => ({
      key: name,
      problem,
      expected: String(expected ?? 'nothing'),
      found: String(found ?? 'nothing'),
    });
    for (const { changeset, at } of history) yield* this.instantFindings(name, 'history', changeset, at);
    if (history.some(({ changeset }, index) => changeset <= (history[index - 1]?.changeset ?? 0))) {
      yield wrong(
        'its history goes back in time',
        'growing numbers',
        history.map((one) => one.changeset),
      );
    }
    const first = history[0]?.changeset;
    if (first !== recordedIn) yield wrong('its history begins with another changeset', recordedIn, first);
    const last = history.at(-1)?.status;
    if (last !== status) yield wrong('its status is not the last of its history', last, status);
    if (supersededBy !== undefined && status !== 'RETRACTED') {
      yield wrong('it is superseded but not retracted', 'RETRACTED', status);
    }
    const retracted = history.slice(history.findLastIndex((change) => change.status !== 'RETRACTED') + 1)[0];
    if (fact.retractedIn !== retracted?.changeset) {
      yield wrong('its retractedIn is not what its history says', retracted?.changeset, fact.retractedIn);
    }
    if (fact.retractedAt !== retracted?.at) {
      yield wrong('its retractedAt is not what its history says', retracted?.at, fact.retractedAt);
    }
  }

  /** Changesets come first in an audit, so that their instants are known here. */
  private *instantFindings(key: string, field: string, number?: number, at?: string): Iterable<Finding> {
    if (number === undefined && at === undefined) return;
    const instant = number === undefined ? undefined : this.changesets.get(number)?.at;
    const expected = instant === undefined ? 'an existing changeset' : `changeset ${number} at ${instant}`;
    if (instant === undefined || instant !== at) {
      const found = `changeset ${number ?? 'unknown'} at ${at ?? 'no instant'}`;
      yield { key, problem: `its ${field} is not what the changesets say`, expected, found };
    }
  }
}

function* missingFindings(first: number, last: number): Iterable<Finding> {
  if (first > last) return;
  const found = last > first ? `nothing, nor any up to changeset ${last}` : 'nothing';
  yield { key: `changeset ${first}`, problem: 'it is missing', expected: 'numbers without a gap', found };
}

function sourcesOf(citations: readonly { source: string }[]): string[] {
  return citations.map(({ source }) => source);
}

/** Each must be named by the one that it names. */
function* pairFindings(
  names: ReadonlyMap<string, string>,
  back: ReadonlyMap<string, string>,
  field: string,
  backField: string,
): Iterable<Finding> {
  for (const [key, other] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const named = back.get(other);
    if (named === key) continue;
    yield {
      key,
      problem: `its ${field} is ${other}, which does not name it as ${backField}`,
      expected: key,
      found: named ?? 'nothing',
    };
  }
}
