import { extname } from 'node:path';
import type { Ontology } from '../ontology/index.js';
import { displayPath } from '../paths.js';
import { contentsOf } from './contents.js';
import type { BundleContents } from './contents.js';
import { TextReader, findBundles } from './files.js';
import { jsonOffsets, readJson } from './jsonText.js';
import { mentionsOf } from './mentions.js';
import type { Mentions } from './mentions.js';
import { linesOf } from './offsets.js';
import { sortProblems, pathText } from './problems.js';
import type { Finding, Place, Problem } from './problems.js';
import { bundleShaper } from './shape.js';
import { readYaml, yamlOffsets } from './yamlText.js';

/** A file of a run. */
export interface BundleFile {
  /** As shown to people. */
  file: string;
  text: string;
  isJson: boolean;
  mentions: Mentions;
}

/** Everything that the files of a run say, and what is wrong with each by itself. */
export interface BundleRun {
  files: readonly BundleFile[];
  contents: BundleContents;
  /** When there are any, `contents` is not all of it. */
  findings: readonly Finding[];
}

/** Reads the bundles under these paths. `progress` is told how many files are read, and of how many. */
export async function readBundles(
  paths: readonly string[],
  ontology: Ontology,
  progress: (done: number, all: number) => void,
): Promise<BundleRun> {
  const findings: Finding[] = [];
  const files: BundleFile[] = [];
  const contents: BundleContents = { sources: [], entities: [], facts: [], judgements: [] };
  const shape = bundleShaper(ontology);

  const reader = new TextReader(findings);
  const found = await findBundles(paths, findings);
  for (const [index, path] of found.entries()) {
    progress(index, found.length);
    const file = displayPath(path);
    const text = await reader.read(path);
    if (text === null) continue;
    const isJson = extname(path) === '.json';
    const reading = isJson ? readJson(text) : readYaml(text);
    if ('faults' in reading) {
      append(
        findings,
        reading.faults.map(({ offset, message }) => ({ file, place: { offset }, message })),
      );
      files.push({ file, text, isJson, mentions: mentionsOf(null, ontology) });
      continue;
    }
    const value = withoutSchema(reading.value);
    const mentions = mentionsOf(value, ontology);
    files.push({ file, text, isJson, mentions });
    if (value === null) {
      findings.push({ file, message: 'expected a bundle, got an empty file' });
      continue;
    }
    const shaping = shape(value);
    const sourceless = mentions.sourceless.map((place) => ({ path: place, message: SOURCELESS }));
    const wrong = 'findings' in shaping ? [...shaping.findings, ...sourceless] : sourceless;
    append(
      findings,
      wrong.map(({ message, ...place }) => ({ file, place, message })),
    );
    if ('bundle' in shaping && wrong.length === 0) add(contents, contentsOf(shaping.bundle, ontology));
  }
  progress(found.length, found.length);
  return { files, contents, findings };
}

const SOURCELESS = 'expected the field "source", since the bundle has no source of its own; got nothing';

/** Gives findings their lines, and sorts them. */
export function problemsOf(findings: readonly Finding[], files: readonly BundleFile[]): Problem[] {
  const lineOf = lineFinder(files, findings.flatMap(placesOf));
  const problems = findings.map(({ file, place, message, elsewhere }): Problem => {
    const line = place === undefined ? { line: null, column: null } : lineOf(file, place);
    const other = elsewhere === undefined ? null : lineOf(elsewhere.file, elsewhere);
    return {
      file,
      ...line,
      path: place !== undefined && 'path' in place ? pathText(place.path) : '',
      message: other === null ? message : `${message} ${elsewhere?.file}:${other.line}:${other.column}`,
    };
  });
  return sortProblems(problems);
}

type InText = Pick<Place, 'path' | 'of'> | { offset: number };

function placesOf({ file, place, elsewhere }: Finding): Place[] {
  const here = place !== undefined && 'path' in place ? [{ file, ...place }] : [];
  return elsewhere === undefined ? here : [...here, elsewhere];
}

/** Looks all places of a file up in one go: the way from a path to a line is a second reading of the text. */
function lineFinder(
  files: readonly BundleFile[],
  places: readonly Place[],
): (file: string, place: InText) => { line: number; column: number } {
  const finders = new Map<string, (place: InText) => { line: number; column: number }>();
  for (const { file, text, isJson } of files) {
    const wanted = places.filter((place) => place.file === file);
    const offsets = wanted.length === 0 ? [] : isJson ? jsonOffsets(text, wanted) : yamlOffsets(text, wanted);
    const byPlace = new Map(wanted.map((place, index) => [placeText(place), offsets[index] ?? 0]));
    const toLine = linesOf(text);
    finders.set(file, (place) =>
      toLine('offset' in place ? place.offset : (byPlace.get(placeText(place)) ?? 0)),
    );
  }
  return (file, place) => finders.get(file)?.(place) ?? { line: 1, column: 1 };
}

function placeText({ path, of = 'value' }: Pick<Place, 'path' | 'of'>): string {
  return JSON.stringify([of, ...path]);
}

/** A JSON bundle names its schema in a field, for editors; it says nothing about the graph. */
function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$schema' in value)) return value ?? null;
  if (typeof value.$schema !== 'string') return value;
  const { $schema: _schema, ...bundle } = value;
  return bundle;
}

function add(all: BundleContents, more: BundleContents): void {
  append(all.sources, more.sources);
  append(all.entities, more.entities);
  append(all.facts, more.facts);
  append(all.judgements, more.judgements);
}

// One by one: as the arguments of one call they overflow the stack, should there be a hundred thousand.
function append<Item>(all: Item[], more: readonly Item[]): void {
  for (const item of more) all.push(item);
}
