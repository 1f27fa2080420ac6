import { readFile, readdir } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Citation, EntityContent, Name, Participant, Verdict } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';

const PAIRS = new URL('./pairs/', import.meta.url);
const CITED: readonly Citation[] = [{ source: 'source/pairs', paragraph: 1 }];

/** What a case says of one of the two. */
interface SideCase {
  kind: string;
  names: readonly (Omit<Name, 'kind'> & Partial<Pick<Name, 'kind'>>)[];
  country?: string;
  posts?: readonly { at: string; time?: string }[];
  techniques?: readonly string[];
  born?: string;
  died?: string;
  externalIds?: EntityContent['externalIds'];
}

/** Two entities, and what a careful reader says of them. */
export interface PairCase {
  /** The file that it stands in, and its place there, from 1. */
  file: string;
  place: number;
  verdict: Verdict;
  why: string;
  a: SideCase;
  b: SideCase;
  /** The keys under which the two are written. */
  keys: readonly [string, string];
}

/** All cases, file by file. */
export async function pairCases(): Promise<PairCase[]> {
  const files = (await readdir(PAIRS)).filter((file) => file.endsWith('.yaml')).sort();
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, PAIRS), 'utf8')));
  return texts.flatMap((text, index) => {
    const file = (files[index] ?? '').replace('.yaml', '');
    return (parse(text) as Omit<PairCase, 'file' | 'place' | 'keys'>[]).map((each, at) => {
      const slug = `${file.toLowerCase()}-${at + 1}`;
      const prefix = each.a.kind.toLowerCase();
      return { ...each, file, place: at + 1, keys: [`${prefix}/${slug}-a`, `${prefix}/${slug}-b`] as const };
    });
  });
}

/** Everything that the cases say, as records: one graph for all. */
export function recordsOf(cases: readonly PairCase[]): Operation[] {
  const sides = cases.flatMap(({ a, b, keys: [keyA, keyB] }) => [
    { key: keyA, side: a },
    { key: keyB, side: b },
  ]);
  const mentioned = new Set(sides.flatMap(({ side }) => mentionedBy(side)));
  return [
    { op: 'putSource', source: { key: 'source/pairs', title: 'Pairs of names', authors: [] } },
    ...[...mentioned].map((key): Operation => ({
      op: 'putEntity',
      entity: { ...blank(key, kindOf(key)), names: [{ text: nameOf(key), kind: 'OFFICIAL' }] },
    })),
    ...sides.map(({ key, side }) => entityOf(key, side)),
    ...sides.flatMap(({ key, side }) => factsOf(key, side)),
  ];
}

function mentionedBy({ country, posts = [], techniques = [] }: SideCase): string[] {
  return [...(country === undefined ? [] : [country]), ...posts.map(({ at }) => at), ...techniques];
}

function entityOf(key: string, { kind, names, country, externalIds = [] }: SideCase): Operation {
  const standsThere = ['Hospital', 'Organisation'].includes(kind) && country !== undefined;
  return {
    op: 'putEntity',
    entity: {
      ...blank(key, kind),
      externalIds,
      names: names.map((name) => ({ ...name, kind: name.kind ?? 'OFFICIAL' })),
      relations: standsThere ? [{ relation: 'LOCATED_IN', to: country, citations: CITED }] : [],
    },
  };
}

function factsOf(key: string, side: SideCase): Operation[] {
  const { kind, country, posts = [], techniques = [], born, died } = side;
  const slug = key.replace('/', '-');
  const isPerson = ['Doctor', 'Person'].includes(kind);
  const inCountry: Participant[] = country === undefined ? [] : [{ role: 'IN', entity: country }];
  const self = (role: string): Participant => ({ role, entity: key });
  return [
    ...posts.map(({ at, time }, index) =>
      fact('Affiliation', `${slug}-${index}`, [self('MEMBER'), { role: 'AT', entity: at }], time),
    ),
    ...(isPerson && country !== undefined
      ? [fact('Affiliation', `${slug}-country`, [self('MEMBER'), ...inCountry])]
      : []),
    ...(kind === 'Programme' && country !== undefined
      ? [fact('Training', `${slug}-country`, [unnamed('TRAINEE'), self('UNDER'), ...inCountry])]
      : []),
    ...techniques.map((technique, index) =>
      fact('Training', `${slug}-${index}`, [self('TRAINER'), { role: 'TECHNIQUE', entity: technique }]),
    ),
    ...(born === undefined ? [] : [fact('Birth', slug, [self('BORN')], born)]),
    ...(died === undefined ? [] : [fact('Death', slug, [self('DECEASED')], died)]),
  ];
}

function unnamed(role: string): Participant {
  return { role, group: { label: 'doctors' } };
}

function fact(kind: string, slug: string, participants: Participant[], time?: string): Operation {
  return {
    op: 'recordFact',
    status: 'ACCEPTED',
    fact: {
      key: `${kind.toLowerCase()}/${slug}`,
      kind,
      statement: `What a pair says of ${slug}.`,
      participants,
      properties: {},
      modality: 'FACTUAL',
      negated: false,
      citations: CITED,
      ...(time === undefined ? {} : { time }),
    },
  };
}

function blank(key: string, kind: string): Omit<EntityContent, 'names'> {
  return {
    key,
    kind,
    properties: {},
    relations: [],
    externalIds: [],
    citations: [],
    editor: 'It is made up to try names on.',
  };
}

const KIND_OF_PREFIX: Readonly<Record<string, string>> = {
  ...{ hospital: 'Hospital', organisation: 'Organisation', country: 'Country', technique: 'Technique' },
  ...{ programme: 'Programme', doctor: 'Doctor', person: 'Person' },
};

function kindOf(key: string): string {
  return KIND_OF_PREFIX[key.split('/')[0] ?? ''] ?? 'Organisation';
}

function nameOf(key: string): string {
  return (key.split('/')[1] ?? key).replaceAll('-', ' ');
}
