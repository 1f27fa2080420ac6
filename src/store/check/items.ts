import type { Ontology } from '../../ontology/index.js';
import type { RecordItem } from '../audit.js';
import type { Finding } from './finding.js';
import { deriveEntity, deriveFact, deriveSource, digestOf, recordText } from '../derive.js';
import { problemsOfRecord } from './records.js';
import type { StoredRecord } from './records.js';

/** The longest text that a finding shows. */
const SHOWN = 300;

/** Compares an item with what its own text says. The record is null when its text cannot be taken for one. */
export function checkItem(
  item: RecordItem,
  ontology: Ontology,
): { record: StoredRecord | null; findings: Finding[] } {
  const { record, problems } = readRecord(item, ontology);
  const findings: Finding[] = [...digestFindings(item)];
  const name = nameOf(item);
  findings.push(...problems.map((problem) => ({ key: name, problem })));
  if (record === null) return { record, findings };
  findings.push(...keyFindings(item, record), ...rowFindings(item, record));
  return { record, findings };
}

/** How findings call a record. */
export function nameOf(item: RecordItem): string {
  if (item.record === 'changeset') return `changeset ${item.key}`;
  return 'revision' in item ? `${item.key} (revision ${item.revision})` : item.key;
}

function digestFindings(item: RecordItem): Finding[] {
  const digest = digestOf(item.text);
  if (digest === item.digest) return [];
  const problem = 'its text was changed: the digest is another';
  return [{ key: nameOf(item), problem, expected: digest, found: shown(item.digest) }];
}

function readRecord(
  item: RecordItem,
  ontology: Ontology,
): { record: StoredRecord | null; problems: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(item.text);
  } catch {
    return { record: null, problems: ['its text is no JSON'] };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { record: null, problems: ['its text is no record'] };
  }
  const problems = recordText(value) === item.text ? [] : ['its text is not in the order of fields'];
  const stored = { is: KINDS[item.record], record: value } as StoredRecord;
  const ofRecord = problemsOfRecord(stored, ontology);
  return { record: ofRecord.length === 0 ? stored : null, problems: [...problems, ...ofRecord] };
}

const KINDS = {
  changeset: 'changeset',
  source: 'source',
  sourceRevision: 'source',
  entity: 'entity',
  entityRevision: 'entity',
  fact: 'fact',
  judgement: 'judgement',
} as const;

function keyFindings(item: RecordItem, { is, record }: StoredRecord): Finding[] {
  const found = is === 'changeset' ? String(record.number) : record.key;
  const findings: Finding[] = [];
  if (found !== item.key) {
    findings.push({
      key: nameOf(item),
      problem: 'the record has another key than its row',
      expected: item.key,
      found,
    });
  }
  if ('revision' in item && 'revision' in record && record.revision !== item.revision) {
    findings.push({
      key: nameOf(item),
      problem: 'the record has another revision than its row',
      expected: String(item.revision),
      found: String(record.revision),
    });
  }
  return findings;
}

function rowFindings(item: RecordItem, { is, record }: StoredRecord): Finding[] {
  if (item.record === 'entity' && is === 'entity') {
    return differences(item.key, deriveEntity(record), item.row);
  }
  if (item.record === 'fact' && is === 'fact') return differences(item.key, deriveFact(record), item.row);
  if (item.record === 'source' && is === 'source') {
    return differences(item.key, deriveSource(record), item.row);
  }
  return [];
}

function differences(key: string, expected: object, found: object | null): Finding[] {
  if (found === null) return [{ key, problem: 'it has no index rows' }];
  const wanted = new Map<string, unknown>(Object.entries(expected));
  const there = new Map<string, unknown>(Object.entries(found));
  const fields = [...new Set([...wanted.keys(), ...there.keys()])].sort();
  return fields
    .filter((field) => textOf(wanted.get(field)) !== textOf(there.get(field)))
    .map((field) => ({
      key,
      problem: `the index has another ${field} than the record`,
      expected: shown(textOf(wanted.get(field))),
      found: shown(textOf(there.get(field))),
    }));
}

function textOf(value: unknown): string {
  return value === undefined ? 'nothing' : recordText({ value }).slice('{"value":'.length, -1);
}

function shown(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length} characters)` : text;
}
