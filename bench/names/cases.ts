import { readFile, readdir } from 'node:fs/promises';
import { parse } from 'yaml';
import type { EntityContent, Name } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';

const SPELLINGS = new URL('./spellings/', import.meta.url);

/** An entity, and what somebody types who means it. */
export interface SpellingCase {
  key: string;
  kind: string;
  names: readonly (Omit<Name, 'kind'> & Partial<Pick<Name, 'kind'>>)[];
  externalIds?: EntityContent['externalIds'];
  queries: readonly { text: string; rule: string }[];
}

/** All cases, file by file. */
export async function spellingCases(): Promise<SpellingCase[]> {
  const files = (await readdir(SPELLINGS)).filter((file) => file.endsWith('.yaml')).sort();
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, SPELLINGS), 'utf8')));
  return texts.flatMap((text) => parse(text) as SpellingCase[]);
}

/** The entities of cases, to be written. */
export function entitiesOf(cases: readonly SpellingCase[]): Operation[] {
  return cases.map(({ key, kind, names, externalIds = [] }) => ({
    op: 'putEntity',
    entity: {
      ...{ key, kind, externalIds, relations: [], citations: [], properties: {} },
      names: names.map((name) => ({ ...name, kind: name.kind ?? 'OFFICIAL' })),
      editor: 'It is made up to try names on.',
    },
  }));
}
