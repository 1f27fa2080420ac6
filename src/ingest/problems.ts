import { ConfrereError } from '../errors.js';

/** The way to a value in a bundle: `['facts', 3, 'trainers', 0]`. */
export type Path = readonly (string | number)[];

/** A value in a file, or the name of the field that holds it. */
export interface Place {
  file: string;
  path: Path;
  of?: 'value' | 'name';
}

/** Something wrong, before its line is looked up. Without a place in the text it is about the file as a whole. */
export interface Finding {
  file: string;
  place?: Pick<Place, 'path' | 'of'> | { offset: number };
  message: string;
  /** Another place that the message speaks of; its name and line are put behind the message. */
  elsewhere?: Place;
}

/** Something wrong in a run, as people and programs are told of it. */
export interface Problem {
  /** As shown to people: relative to the working directory where that is shorter. */
  file: string;
  /** From 1; null when it is about the file as a whole. */
  line: number | null;
  /** From 1, in UTF-16 code units. */
  column: number | null;
  /** `facts[3].trainers[0]`; empty when it is about the bundle as a whole. */
  path: string;
  /** What was expected and what came. */
  message: string;
}

/** `facts[3].trainers[0]`. */
export function pathText(path: Path): string {
  return path
    .map((part) => {
      if (typeof part === 'number') return `[${part}]`;
      return /^[A-Za-z_$][\w$-]*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`;
    })
    .join('')
    .replace(/^\./, '');
}

/** One line: `seeds/x.yaml:12:9 facts[3].trainers[0]: expected …, got …`. */
export function problemText({ file, line, column, path, message }: Problem): string {
  const place = [file, line, column].filter((part) => part !== null).join(':');
  return path === '' ? `${place}: ${message}` : `${place} ${path}: ${message}`;
}

/** By file, line and column; what is about a whole file comes first. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.path, b.path) ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The error for bundles that cannot be taken; `details.problems` lists every `Problem`. */
export function badBundle(problems: readonly Problem[]): ConfrereError {
  const [first] = problems;
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return new ConfrereError(
    'BAD_BUNDLE',
    `Nothing was written: ${count} in the bundles.${first === undefined ? '' : ` The first: ${problemText(first)}`}`,
    { details: { problems } },
  );
}

/** A value in a message: short, on one line, and without the punctuation of a dump. */
export function show(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (typeof value === 'string') {
    const start = JSON.stringify(value.slice(0, 80));
    return value.length > 80 ? `${start}… (${value.length} characters)` : start;
  }
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a map of fields';
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'boolean' ? String(value) : `a ${typeof value}`;
}
