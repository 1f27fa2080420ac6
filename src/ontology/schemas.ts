import { z } from 'zod';
import type {
  EntityKind,
  FactKind,
  PropertyDefinition,
  RelationDefinition,
  RoleDefinition,
} from './define.js';
import { externalIdsSchema } from './externalIds.js';
import { judgementContentSchema } from './identity.js';
import { entityKeySchema, keySchema } from './keys.js';
import { nameSchema } from './names.js';
import { MODALITIES, STATUSES, citationInputSchema, sourceContentSchema } from './provenance.js';
import type { FactStatus, Modality } from './provenance.js';
import { quantitySchema } from './quantity.js';
import type { Ontology } from './registry.js';
import { lineOfText } from './text.js';
import { edtfSchema } from './time/index.js';

/** The most names, participants in one role, citations or links that one record may have. */
export const LIST_MAXIMUM = 500;

const citations = z.array(citationInputSchema).max(LIST_MAXIMUM);
const editor = lineOfText(300).optional().describe('Why an editor says so, where no source does.');
const BASIS = 'expected `cites` (who says so) or `editor` (why an editor says so)';

const hasBasis = (value: { cites?: readonly unknown[]; editor?: string }) =>
  (value.cites ?? []).length > 0 || value.editor !== undefined;

/** Unnamed people, as a bundle writes them. */
export const groupInputSchema = z
  .strictObject({
    group: lineOfText(200).describe('The label that the source gives them: "hundreds of doctors".'),
    quantity: quantitySchema.optional(),
  })
  .describe('Unnamed people, never turned into persons or into a number.');

const nameInputSchema = z
  .union([lineOfText(200), nameSchema])
  .describe('A name; the text alone means an official one.');

function propertySchema(property: PropertyDefinition): z.ZodType {
  if (property.type === 'text') return lineOfText(500).optional().describe(property.description);
  const values = Object.keys(property.values) as [string, ...string[]];
  return z.enum(values).optional().describe(property.description);
}

function propertyShape(properties: Readonly<Record<string, PropertyDefinition>>): z.ZodRawShape {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, propertySchema(property)]),
  );
}

function relationSchema(relation: RelationDefinition, ontology: Ontology): z.ZodType {
  const link = z
    .strictObject({ to: entityKeySchema(ontology, relation.to), cites: citations.optional(), editor })
    .refine(hasBasis, BASIS);
  const links = relation.many ? z.array(link).max(LIST_MAXIMUM) : link;
  return links.optional().describe(relation.description);
}

/** An entity of one kind as a bundle writes it: the relations and properties are fields beside `key` and `names`. */
export function entityInputSchema(kind: EntityKind, ontology: Ontology): z.ZodType {
  return z
    .strictObject({
      kind: z.literal(kind.name),
      key: keySchema([kind.prefix]).describe(`The permanent key: \`${kind.prefix}/…\`.`),
      names: z
        .array(nameInputSchema)
        .min(1)
        .max(LIST_MAXIMUM)
        .describe('Its names; it is shown by the first.'),
      ...propertyShape(kind.properties),
      ...Object.fromEntries(
        ontology
          .relationsFrom(kind.name)
          .map((relation) => [relation.field, relationSchema(relation, ontology)]),
      ),
      ids: externalIdsSchema.optional(),
      cites: citations.optional().describe('Where sources speak of it.'),
      editor,
      note: lineOfText(1000).optional().describe('What a reader should know.'),
    })
    .refine(hasBasis, BASIS)
    .describe(kind.description);
}

function roleSchema(role: RoleDefinition, ontology: Ontology): z.ZodType {
  const players: z.ZodType[] = [];
  if (role.players.length > 0) players.push(entityKeySchema(ontology, role.players));
  if (role.groups) players.push(groupInputSchema);
  const player = players.length === 1 ? players[0] : z.union(players);
  if (player === undefined) throw new Error(`nobody may play ${role.name}`);
  if (!role.many) return (role.required ? player : player.optional()).describe(role.description);
  const list = z.array(player).max(LIST_MAXIMUM);
  return (role.required ? list.min(1) : list.optional()).describe(role.description);
}

/** A fact of one kind as a bundle writes it: each role and each property is a field beside `key` and `statement`. */
export function factInputSchema(kind: FactKind, ontology: Ontology): z.ZodType {
  const oneOf = kind.roles.filter((role) => kind.atLeastOneOf.includes(role.name)).map((role) => role.field);
  return z
    .strictObject({
      kind: z.literal(kind.name),
      key: keySchema([kind.prefix]).describe(`The permanent key: \`${kind.prefix}/…\`.`),
      statement: lineOfText(600).describe('What the fact states: one sentence in your own words.'),
      ...Object.fromEntries(kind.roles.map((role) => [role.field, roleSchema(role, ontology)])),
      ...propertyShape(kind.properties),
      time: edtfSchema.optional().describe('When, as EDTF; left out when no source says so.'),
      quantity: kind.quantityRequired ? quantitySchema : quantitySchema.optional(),
      modality: z
        .enum(Object.keys(MODALITIES) as [Modality, ...Modality[]])
        .default('FACTUAL')
        .describe('Whether the source says that it is so, that it is planned, or that someone proposes it.'),
      status: z
        .enum(Object.keys(STATUSES) as [FactStatus, ...FactStatus[]])
        .default('ACCEPTED')
        .describe('How far it is accepted.'),
      negated: z.boolean().default(false).describe('True when the source says that it is not so.'),
      note: lineOfText(1000).optional().describe('What a reader should know.'),
      cites: citations.min(1, 'expected at least one citation: a fact without a source is refused'),
    })
    .refine(
      (value) =>
        oneOf.length === 0 || oneOf.some((field) => isPlayed((value as Record<string, unknown>)[field])),
      `expected at least one of ${oneOf.join(', ')}`,
    )
    .describe(kind.description);
}

function isPlayed(players: unknown): boolean {
  return players !== undefined && !(Array.isArray(players) && players.length === 0);
}

/** A whole bundle: at most one source, and the entities, facts and judgements that are taken from it. */
export function bundleSchema(ontology: Ontology) {
  return z
    .strictObject({
      source: sourceContentSchema.optional(),
      entities: z
        .array(kindUnion(ontology.entityKinds, (kind) => entityInputSchema(kind, ontology)))
        .optional(),
      facts: z.array(kindUnion(ontology.factKinds, (kind) => factInputSchema(kind, ontology))).optional(),
      judgements: z.array(judgementContentSchema(ontology)).optional(),
    })
    .describe('A bundle of Confrere: one source and what is taken from it.');
}

function kindUnion<K>(kinds: readonly K[], schema: (kind: K) => z.ZodType): z.ZodType {
  // Discriminated, so that a mistake in a Training is reported as that and not as a mistake in every other kind.
  const options = kinds.map(schema) as unknown as [
    z.core.$ZodTypeDiscriminable,
    ...z.core.$ZodTypeDiscriminable[],
  ];
  return z.discriminatedUnion('kind', options);
}
