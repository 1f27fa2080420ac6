import { isKey } from '../ontology/index.js';
import type { EntityKind, FactKind, Ontology } from '../ontology/index.js';
import type { Path } from './problems.js';

/** A record that a bundle defines. */
export interface Definition {
  key: string;
  /** The way to its key. */
  path: Path;
}

/** A place where a bundle speaks of a record by its key. */
export interface Mention {
  record: 'entity' | 'source';
  key: string;
  path: Path;
  /** The way to the list in which it stands and in which it may stand once; otherwise undefined. */
  list?: Path;
  /** The relation that leads from `from` to it, if it is one. */
  link?: { from: string; relation: string };
}

/** What a bundle defines and speaks of. */
export interface Mentions {
  definitions: Definition[];
  mentions: Mention[];
  /** Citations that name no source, in a bundle that has none of its own. */
  sourceless: Path[];
}

type Fields = Record<string, unknown>;

/**
 * Reads the keys out of a bundle, whether or not its schema takes it, so that one run can tell of wrong fields and of
 * absent records alike. Keys that the schema refuses where they stand are left out.
 */
export function mentionsOf(bundle: unknown, ontology: Ontology): Mentions {
  const reader = new Reader(ontology, !isMap(bundle) || bundle['source'] !== undefined);
  if (isMap(bundle)) reader.bundle(bundle);
  return reader;
}

class Reader implements Mentions {
  readonly definitions: Definition[] = [];
  readonly mentions: Mention[] = [];
  readonly sourceless: Path[] = [];

  constructor(
    private readonly ontology: Ontology,
    private readonly hasSource: boolean,
  ) {}

  bundle({ source, entities, facts, judgements }: Fields): void {
    if (isMap(source)) this.source(source, ['source']);
    each(entities, ['entities'], (entity, path) => this.entity(entity, path));
    each(facts, ['facts'], (fact, path) => this.fact(fact, path));
    each(judgements, ['judgements'], (judgement, path) => this.judgement(judgement, path));
  }

  private source(source: Fields, path: Path): void {
    this.define(source, path, (key) => key.startsWith('source/'));
    const origins = source['derivedFrom'];
    if (!Array.isArray(origins)) return;
    origins.forEach((key, index) => this.mentionSource(key, [...path, 'derivedFrom', index]));
  }

  private entity(entity: Fields, path: Path): void {
    const kind = this.define(entity, path, (key) => this.ontology.entityKindOfKey(key));
    this.citations(entity['cites'], [...path, 'cites']);
    if (kind === undefined) return;
    for (const relation of this.ontology.relationsFrom(kind.name)) {
      const list = [...path, relation.field];
      const players = relation.to.map((name) => this.ontology.entityKind(name));
      each(entity[relation.field], list, (link, linkPath) => {
        const from = String(entity['key']);
        this.mention(link['to'], [...linkPath, 'to'], players, {
          list,
          link: { from, relation: relation.name },
        });
        this.citations(link['cites'], [...linkPath, 'cites']);
      });
    }
  }

  private fact(fact: Fields, path: Path): void {
    const kind: FactKind | undefined = this.define(fact, path, (key) => this.ontology.factKindOfKey(key));
    this.citations(fact['cites'], [...path, 'cites']);
    for (const role of kind?.roles ?? []) {
      const list = [...path, role.field];
      const players = role.players.map((name) => this.ontology.entityKind(name));
      const value = fact[role.field];
      const given: readonly unknown[] = Array.isArray(value) ? value : [value];
      given.forEach((player, index) =>
        this.mention(player, Array.isArray(value) ? [...list, index] : list, players, { list }),
      );
    }
  }

  private judgement(judgement: Fields, path: Path): void {
    this.define(judgement, path, (key) => key.startsWith('judgement/'));
    const keys = judgement['entities'];
    if (!Array.isArray(keys)) return;
    keys.forEach((key, index) =>
      this.mention(key, [...path, 'entities', index], this.ontology.entityKinds, {}),
    );
  }

  private define<Kind>(record: Fields, path: Path, kindOf: (key: string) => Kind): Kind | undefined {
    const key = record['key'];
    if (typeof key !== 'string' || !isAuthorsKey(key)) return undefined;
    const kind = kindOf(key);
    if (kind) this.definitions.push({ key, path: [...path, 'key'] });
    return kind;
  }

  private mention(
    key: unknown,
    path: Path,
    kinds: readonly EntityKind[],
    more: Pick<Mention, 'list' | 'link'>,
  ): void {
    if (typeof key !== 'string' || !isAuthorsKey(key)) return;
    const kind = this.ontology.entityKindOfKey(key);
    if (kind !== undefined && kinds.includes(kind))
      this.mentions.push({ record: 'entity', key, path, ...more });
  }

  private citations(cites: unknown, list: Path): void {
    if (!Array.isArray(cites)) return;
    each(cites, list, ({ source }, path) => {
      if (source === undefined && !this.hasSource) this.sourceless.push(path);
      this.mentionSource(source, [...path, 'source']);
    });
  }

  private mentionSource(key: unknown, path: Path): void {
    if (typeof key !== 'string' || !isAuthorsKey(key) || !key.startsWith('source/')) return;
    this.mentions.push({ record: 'source', key, path });
  }
}

/** A key without a version: versions are the store's. */
function isAuthorsKey(key: string): boolean {
  return isKey(key) && !key.includes('~');
}

/** The maps in a list, or a map that stands where a list of one could. */
function each(value: unknown, path: Path, take: (fields: Fields, path: Path) => void): void {
  if (isMap(value)) take(value, path);
  if (!Array.isArray(value)) return;
  value.forEach((item: unknown, index) => {
    if (isMap(item)) take(item, [...path, index]);
  });
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
