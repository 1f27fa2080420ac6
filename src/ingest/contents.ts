import { EXTERNAL_ID_SCHEMES } from '../ontology/index.js';
import type {
  Citation,
  EntityContent,
  EntityKind,
  ExternalId,
  FactContent,
  FactStatus,
  JudgementContent,
  Modality,
  Name,
  Ontology,
  Participant,
  PropertyDefinition,
  Quantity,
  RelationLink,
  SourceContent,
} from '../ontology/index.js';
import type { ShapedBundle } from './shape.js';

/** A fact as a bundle states it. */
export interface StatedFact {
  content: FactContent;
  status: FactStatus;
}

/** What bundles say, in the form in which records hold it. */
export interface BundleContents {
  sources: SourceContent[];
  entities: EntityContent[];
  facts: StatedFact[];
  judgements: JudgementContent[];
}

/*
 * The authoring form behind its schema. Roles, relations and properties are fields whose names the kinds give, which
 * TypeScript cannot know; each is read where its definition says what it holds.
 */
type CitationInput = Omit<Citation, 'source'> & { source?: string };
type LinkInput = { to: string; cites?: CitationInput[]; editor?: string };
type PlayerInput = string | { group: string; quantity?: Quantity };
type EntityInput = {
  kind: string;
  key: string;
  names: (string | Name)[];
  ids?: Partial<Record<string, string>>;
  cites?: CitationInput[];
  editor?: string;
  note?: string;
};
type FactInput = {
  kind: string;
  key: string;
  statement: string;
  time?: string;
  quantity?: Quantity;
  modality: Modality;
  status: FactStatus;
  negated: boolean;
  note?: string;
  cites: CitationInput[];
};

/**
 * Turns a bundle into contents in their one canonical form: citations with their source, names with their kind, roles,
 * relations and ids in the order of their definitions. So equal statements give equal contents however they are written.
 *
 * Every citation must have a source, of its own or of the bundle.
 */
export function contentsOf(bundle: ShapedBundle, ontology: Ontology): BundleContents {
  const cite = (citations: readonly CitationInput[] = []) =>
    citations.map(({ source = bundle.source?.key, ...locator }) => {
      if (source === undefined) throw new Error('a citation has no source');
      return { source, ...locator };
    });
  return {
    sources: bundle.source === undefined ? [] : [bundle.source],
    entities: (bundle.entities ?? []).map((entity) => entityContent(entity as EntityInput, ontology, cite)),
    facts: (bundle.facts ?? []).map((fact) => statedFact(fact as FactInput, ontology, cite)),
    judgements: bundle.judgements ?? [],
  };
}

type Cite = (citations?: readonly CitationInput[]) => Citation[];

function entityContent(input: EntityInput, ontology: Ontology, cite: Cite): EntityContent {
  const kind = ontology.entityKind(input.kind);
  return {
    key: input.key,
    kind: kind.name,
    names: input.names.map((name) => (typeof name === 'string' ? { text: name, kind: 'OFFICIAL' } : name)),
    properties: propertiesOf(input, kind.properties),
    relations: relationsOf(input, kind, ontology, cite),
    externalIds: externalIdsOf(input),
    citations: cite(input.cites),
    ...given({ editor: input.editor, note: input.note }),
  };
}

function statedFact(input: FactInput, ontology: Ontology, cite: Cite): StatedFact {
  const kind = ontology.factKind(input.kind);
  const participants = kind.roles.flatMap((role) =>
    listOf(fieldOf<PlayerInput | PlayerInput[]>(input, role.field)).map((player): Participant => {
      if (typeof player === 'string') return { role: role.name, entity: player };
      return { role: role.name, group: { label: player.group, ...given({ quantity: player.quantity }) } };
    }),
  );
  return {
    status: input.status,
    content: {
      key: input.key,
      kind: kind.name,
      statement: input.statement,
      participants,
      properties: propertiesOf(input, kind.properties),
      modality: input.modality,
      negated: input.negated,
      citations: cite(input.cites),
      ...given({ time: input.time, quantity: input.quantity, note: input.note }),
    },
  };
}

function relationsOf(input: EntityInput, kind: EntityKind, ontology: Ontology, cite: Cite): RelationLink[] {
  return ontology.relationsFrom(kind.name).flatMap((relation) =>
    listOf(fieldOf<LinkInput | LinkInput[]>(input, relation.field)).map(({ to, cites, editor }) => ({
      relation: relation.name,
      to,
      citations: cite(cites),
      ...given({ editor }),
    })),
  );
}

function propertiesOf(
  input: object,
  definitions: Readonly<Record<string, PropertyDefinition>>,
): Record<string, string> {
  return given(
    Object.fromEntries(Object.keys(definitions).map((name) => [name, fieldOf<string>(input, name)])),
  );
}

function externalIdsOf({ ids = {} }: EntityInput): ExternalId[] {
  return Object.keys(EXTERNAL_ID_SCHEMES).flatMap((scheme) => {
    const value = ids[scheme];
    return value === undefined ? [] : [{ scheme, value }];
  });
}

function fieldOf<Value>(input: object, name: string): Value | undefined {
  return (input as Record<string, Value | undefined>)[name];
}

function listOf<Item>(value: Item | Item[] | undefined): Item[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The fields that have a value: a record holds nothing for what is not said. */
function given<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]: Exclude<Fields[Name], undefined>;
  };
}
