import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { bundleSchema, ontology } from '../../src/ontology/index.js';
import type { Citation, Name, Quantity, SourceContent } from '../../src/ontology/index.js';

const SEEDS = new URL('../../seeds/', import.meta.url);

export interface SeedLink {
  relation: string;
  to: string;
  cites: Citation[];
}

export interface SeedEntity {
  key: string;
  names: Pick<Name, 'text' | 'editor'>[];
  links: SeedLink[];
  cites: Citation[];
}

export interface SeedGroup {
  group: string;
  quantity?: Quantity;
}

export interface SeedFact {
  key: string;
  statement: string;
  players: (string | SeedGroup)[];
  /** Its properties in free text. */
  texts: string[];
  time?: string;
  quantity?: Quantity;
  note?: string;
  cites: Citation[];
}

export interface Seeds {
  sources: SourceContent[];
  entities: Map<string, SeedEntity>;
  facts: SeedFact[];
}

/** One fact or entity of a bundle: the schema has checked it, and its fields depend on the kind. */
type Item = Readonly<Record<string, unknown>> & { kind: string; key: string };

/** The bundles of seeds/, valid and with every citation’s source filled in. */
export function readSeeds(): Seeds {
  const files = readdirSync(SEEDS).filter((name) => /^[^_.].*\.yaml$/.test(name));
  const bundles = files.map((name) => readBundle(new URL(name, SEEDS)));
  return {
    sources: bundles.flatMap(({ source }) => source ?? []),
    entities: new Map(bundles.flatMap(({ entities }) => entities.map((entity) => [entity.key, entity]))),
    facts: bundles.flatMap(({ facts }) => facts),
  };
}

/** By document, the paragraphs from which nothing was taken, each with the reason. */
export function readNothingTaken(): Record<string, Record<string, string>> {
  const reasons = z.record(z.string(), z.record(z.string(), z.string().min(1)));
  return reasons.parse(parse(readFileSync(new URL('_nothing-taken.yaml', SEEDS), 'utf8')));
}

function readBundle(file: URL) {
  const bundle = bundleSchema(ontology).parse(parse(readFileSync(file, 'utf8')));
  const key = bundle.source?.key;
  return {
    source: bundle.source,
    entities: ((bundle.entities ?? []) as Item[]).map((item) => entityOf(item, key)),
    facts: ((bundle.facts ?? []) as Item[]).map((item) => factOf(item, key)),
  };
}

function entityOf(item: Item, source: string | undefined): SeedEntity {
  const names = item['names'] as (string | Name)[];
  const links = ontology.relationsFrom(item.kind).flatMap(({ field, name: relation }) =>
    listOf(item[field] as Linked | Linked[] | undefined).map(({ to, cites }) => {
      return { relation, to, cites: citations(cites, source) };
    }),
  );
  return {
    key: item.key,
    names: names.map((name) => (typeof name === 'string' ? { text: name } : name)),
    links,
    cites: citations(item['cites'], source),
  };
}

interface Linked {
  to: string;
  cites?: unknown;
}

function factOf(item: Item, source: string | undefined): SeedFact {
  const kind = ontology.factKind(item.kind);
  const texts = Object.entries(kind.properties).flatMap(([name, { type }]) => {
    const value = item[name];
    return type === 'text' && typeof value === 'string' ? [value] : [];
  });
  return {
    ...(item as unknown as Pick<SeedFact, 'key' | 'statement' | 'time' | 'quantity' | 'note'>),
    players: kind.roles.flatMap((role) => listOf(item[role.field] as string | SeedGroup | undefined)),
    texts,
    cites: citations(item['cites'], source),
  };
}

function listOf<T>(value: T | T[] | undefined): T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function citations(value: unknown, source = ''): Citation[] {
  return ((value ?? []) as Citation[]).map((citation) => ({
    ...citation,
    source: citation.source ?? source,
  }));
}
