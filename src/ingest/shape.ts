import type { z } from 'zod';
import { bundleSchema } from '../ontology/index.js';
import type { Ontology } from '../ontology/index.js';
import { didYouMean } from '../nearest.js';
import { show } from './problems.js';
import type { Path, Place } from './problems.js';

/** A bundle that its schema has taken, with defaults filled in and text normalised. */
export type ShapedBundle = z.output<ReturnType<typeof bundleSchema>>;

/** Something wrong with the shape of a bundle. */
export interface ShapeFinding extends Pick<Place, 'path' | 'of'> {
  message: string;
}

export type Shaping = { bundle: ShapedBundle } | { findings: readonly ShapeFinding[] };

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/** Makes the function that holds the value of a file against the schema of bundles. */
export function bundleShaper(ontology: Ontology): (value: unknown) => Shaping {
  const schema = bundleSchema(ontology);
  return (value) => {
    const { patched, findings } = withKinds(value, ontology);
    const result = schema.safeParse(patched, { error: wordsOfIssue });
    if (result.success && findings.length === 0) return { bundle: result.data };
    return {
      findings: [...findings, ...(result.error?.issues ?? []).flatMap((issue) => findingsOf(issue, patched))],
    };
  };
}

/**
 * Of a record with an unknown kind the schema could say no more than that. Its key tells what is meant in most cases,
 * and then the rest of the record can be looked at in the same run.
 */
function withKinds(value: unknown, ontology: Ontology): { patched: unknown; findings: ShapeFinding[] } {
  const findings: ShapeFinding[] = [];
  const patch = (
    field: 'entities' | 'facts',
    names: readonly string[],
    meant: (key: string) => string | undefined,
  ) => {
    const records = (value as Record<string, unknown>)[field];
    if (!Array.isArray(records)) return {};
    const patchedRecords = records.map((record: unknown, index) => {
      if (!isMap(record) || names.includes(record['kind'] as string)) return record;
      const kind = typeof record['key'] === 'string' ? meant(record['key']) : undefined;
      if (kind === undefined) return record;
      const hint =
        record['kind'] === undefined ? `; of this key it is "${kind}"` : `; did you mean "${kind}"?`;
      const message = `expected one of ${names.join(', ')}, got ${show(record['kind'])}${hint}`;
      findings.push({ path: [field, index, 'kind'], message });
      return { ...record, kind };
    });
    return { [field]: patchedRecords };
  };
  if (!isMap(value)) return { patched: value, findings };
  const names = (kinds: readonly { name: string }[]) => kinds.map(({ name }) => name);
  const patched = {
    ...value,
    ...patch('entities', names(ontology.entityKinds), (key) => ontology.entityKindOfKey(key)?.name),
    ...patch('facts', names(ontology.factKinds), (key) => ontology.factKindOfKey(key)?.name),
  };
  return { patched, findings };
}

/** What was expected, for the issues to which the schema gives no words of its own. */
function wordsOfIssue(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return wordsOfType(issue);
    case 'invalid_value':
      return `expected ${issue.values.length === 1 ? '' : 'one of '}${issue.values.join(', ')}`;
    case 'invalid_format':
      return issue.format === 'url' ? 'expected a web address with http:// or https://' : undefined;
    case 'too_small':
      return `expected at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `expected at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'unrecognized_keys':
      // One line for each: the list of fields that exist is at hand here alone.
      return issue.keys.map((key) => wordsOfUnknown(key, fieldsOf(issue))).join('\n');
    default:
      return undefined;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a map of fields',
};

function wordsOfType(issue: RawIssue & { code?: string; expected?: string }): string {
  const isMissing = issue.input === undefined;
  if (isMissing && issue.path?.at(-1) === 'cites') {
    return 'expected at least one citation: a fact without a source is refused';
  }
  const wantsQuotes = issue.expected === 'string' && ['number', 'boolean'].includes(typeof issue.input);
  return `expected ${TYPES[issue.expected ?? ''] ?? issue.expected}${wantsQuotes ? ' (put it in quotes)' : ''}`;
}

function unitOf(origin: string): string {
  if (origin === 'array') return ' in the list';
  return origin === 'string' ? ' characters' : '';
}

function fieldsOf(issue: RawIssue): string[] {
  const schema = issue.inst as { _zod: { def: { shape?: object } } } | undefined;
  return Object.keys(schema?._zod.def.shape ?? {});
}

function wordsOfUnknown(field: string, fields: readonly string[]): string {
  const hint = didYouMean(field, fields) || `; expected one of ${fields.join(', ')}`;
  return `there is no field "${field}" here${hint}`;
}

function findingsOf(issue: Issue, value: unknown, around: Path = []): ShapeFinding[] {
  const path = [...around, ...(issue.path as Path)];
  if (issue.code === 'unrecognized_keys') {
    const messages = issue.message.split('\n');
    return issue.keys.map((key, index) => ({
      path: [...path, key],
      of: 'name',
      message: messages[index] ?? '',
    }));
  }
  const came = valueAt(value, path);
  if (issue.code === 'invalid_union') return findingsOfUnion(issue, value, path, came);
  return [{ path, message: withWhatCame(issue, came) }];
}

function findingsOfUnion(
  issue: Issue & { code: 'invalid_union' },
  value: unknown,
  path: Path,
  came: unknown,
): ShapeFinding[] {
  const options = (issue as { options?: readonly string[] }).options;
  if (issue.errors.length === 0 && options !== undefined) {
    const hint = typeof came === 'string' ? didYouMean(came, options) : '';
    return [{ path, message: `expected one of ${options.join(', ')}, got ${show(came)}${hint}` }];
  }
  // The form that was meant is the one whose type is right; its issues are the ones to tell.
  const meant = issue.errors.find(
    (issues) => !issues.some((each) => each.code === 'invalid_type' && each.path.length === 0),
  );
  if (meant !== undefined) return meant.flatMap((each) => findingsOf(each, value, path));
  const forms = issue.errors.map((issues) => issues[0]?.message.replace(/^expected /, '') ?? '');
  return [{ path, message: `expected ${[...new Set(forms)].join(', or ')}, got ${show(came)}` }];
}

function withWhatCame(issue: Issue, came: unknown): string {
  if (/\bgot\b/.test(issue.message)) return issue.message;
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    return `${issue.message}, got ${typeof came === 'number' ? came : sizeOf(came)}`;
  }
  const isAboutWhole = issue.code === 'custom' && typeof came === 'object';
  if (isAboutWhole) return issue.message;
  const hint =
    issue.code === 'invalid_value' && typeof came === 'string'
      ? didYouMean(came, issue.values.map(String))
      : '';
  return `${issue.message}, got ${show(came)}${hint}`;
}

function sizeOf(came: unknown): string {
  return (Array.isArray(came) && came.length > 0) || typeof came === 'string'
    ? String(came.length)
    : show(came);
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<string | number, unknown>)[part];
  }
  return at;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
