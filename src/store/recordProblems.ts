import { z } from 'zod';
import {
  EXTERNAL_ID_SCHEMES,
  LIST_MAXIMUM,
  MODALITIES,
  citationSchema,
  edtfSchema,
  isKey,
  judgementContentSchema,
  lineOfText,
  nameSchema,
  quantitySchema,
  sourceContentSchema,
} from '../ontology/index.js';
import type {
  EntityContent,
  FactContent,
  JudgementContent,
  Modality,
  Ontology,
  PropertyDefinition,
  SourceContent,
} from '../ontology/index.js';

/*
 * What is wrong with a record, in words, against the ontology. A bundle's own checks speak of the bundle's lines; these
 * hold for every write, wherever it comes from, and are what `check` asks of a record that is already stored.
 */

const key = z.string().refine(isKey, 'expected a key "prefix/slug"');
const properties = z.record(z.string(), lineOfText(500));
const citations = z.array(citationSchema).max(LIST_MAXIMUM);
const editor = lineOfText(300).optional();
const note = lineOfText(1000).optional();

const entityShape = z.strictObject({
  key,
  kind: z.string(),
  names: z.array(nameSchema).min(1).max(LIST_MAXIMUM),
  properties,
  relations: z.array(z.strictObject({ relation: z.string(), to: key, citations, editor })).max(LIST_MAXIMUM),
  externalIds: z.array(z.strictObject({ scheme: z.string(), value: lineOfText(200) })).max(LIST_MAXIMUM),
  citations,
  editor,
  note,
});

const participant = z.union([
  z.strictObject({ role: z.string(), entity: key }),
  z.strictObject({
    role: z.string(),
    group: z.strictObject({ label: lineOfText(200), quantity: quantitySchema.optional() }),
  }),
]);

const factShape = z.strictObject({
  key,
  kind: z.string(),
  statement: lineOfText(600),
  participants: z.array(participant).max(10 * LIST_MAXIMUM),
  properties,
  time: edtfSchema.optional(),
  quantity: quantitySchema.optional(),
  modality: z.enum(Object.keys(MODALITIES) as [Modality, ...Modality[]]),
  negated: z.boolean(),
  citations: citations.min(1, 'a fact without a citation is refused'),
  note,
});

/** What is wrong with a source; nothing when it is well-formed. */
export function problemsOfSource(source: SourceContent): string[] {
  return shapeProblems(sourceContentSchema, source);
}

/** What is wrong with a judgement. */
export function problemsOfJudgement(judgement: JudgementContent, ontology: Ontology): string[] {
  return shapeProblems(judgementContentSchema(ontology), judgement);
}

/** What is wrong with an entity. */
export function problemsOfEntity(entity: EntityContent, ontology: Ontology): string[] {
  const problems = shapeProblems(entityShape, entity);
  const kind = ontology.entityKinds.find(({ name }) => name === entity.kind);
  const say = (problem: string) => problems.push(`${entity.key}: ${problem}`);
  if (kind === undefined) {
    say(`there is no entity kind "${entity.kind}"`);
    return problems;
  }
  if (ontology.entityKindOfKey(entity.key) !== kind)
    say(`a key of the kind ${kind.name} begins with "${kind.prefix}/"`);
  if (entity.citations.length === 0 && entity.editor === undefined)
    say('it has neither a citation nor an editor’s reason');
  propertyProblems(kind.properties, entity.properties).forEach(say);

  for (const { scheme, value } of entity.externalIds) {
    const known = (
      EXTERNAL_ID_SCHEMES as Record<string, { pattern: RegExp; description: string } | undefined>
    )[scheme];
    if (known === undefined) say(`there is no scheme "${scheme}" of external ids`);
    else if (!known.pattern.test(value)) say(`"${value}" is no ${scheme} id; expected: ${known.description}`);
  }
  const counts = new Map<string, number>();
  for (const link of entity.relations) {
    const relation = ontology.relationsFrom(kind.name).find(({ name }) => name === link.relation);
    const target = ontology.entityKindOfKey(link.to)?.name;
    if (relation === undefined) say(`a ${kind.name} has no relation ${link.relation}`);
    else if (target === undefined || !relation.to.includes(target)) {
      say(`${link.relation} leads to ${relation.to.join(' or ')}, not to ${link.to}`);
    }
    if (link.to === entity.key) say(`${link.relation} leads to itself`);
    if (link.citations.length === 0 && link.editor === undefined) {
      say(`${link.relation} to ${link.to} has neither a citation nor an editor’s reason`);
    }
    const count = (counts.get(link.relation) ?? 0) + 1;
    counts.set(link.relation, count);
    if (count > 1 && relation?.many === false) say(`it has more than one ${link.relation}`);
  }
  return problems;
}

/** What is wrong with a fact. */
export function problemsOfFact(fact: FactContent, ontology: Ontology): string[] {
  const problems = shapeProblems(factShape, fact);
  const kind = ontology.factKinds.find(({ name }) => name === fact.kind);
  const say = (problem: string) => problems.push(`${fact.key}: ${problem}`);
  if (kind === undefined) {
    say(`there is no fact kind "${fact.kind}"`);
    return problems;
  }
  if (ontology.factKindOfKey(fact.key) !== kind)
    say(`a key of the kind ${kind.name} begins with "${kind.prefix}/"`);
  if (kind.quantityRequired && fact.quantity === undefined) say(`a ${kind.name} states a quantity`);
  propertyProblems(kind.properties, fact.properties).forEach(say);

  const roles = new Map(kind.roles.map((role) => [role.name, role]));
  const played = new Map<string, number>();
  const seen = new Set<string>();
  for (const { role: name, entity } of fact.participants) {
    const role = roles.get(name);
    played.set(name, (played.get(name) ?? 0) + 1);
    if (role === undefined) say(`a ${kind.name} has no role ${name}`);
    else if (entity === undefined) {
      if (!role.groups) say(`${name} cannot be played by a group`);
    } else if (!role.players.includes(ontology.entityKindOfKey(entity)?.name ?? '')) {
      say(`${name} is played by ${role.players.join(', ') || 'groups only'}, not by ${entity}`);
    }
    if (entity === undefined) continue;
    if (seen.has(`${name} ${entity}`)) say(`${entity} plays ${name} twice`);
    seen.add(`${name} ${entity}`);
  }
  for (const role of kind.roles) {
    const count = played.get(role.name) ?? 0;
    if (role.required && count === 0) say(`nobody plays ${role.name}`);
    if (!role.many && count > 1) say(`${role.name} is played by one, not by ${count}`);
  }
  if (kind.atLeastOneOf.length > 0 && !kind.atLeastOneOf.some((name) => played.has(name))) {
    say(`expected at least one of ${kind.atLeastOneOf.join(', ')}`);
  }
  return problems;
}

function propertyProblems(
  definitions: Readonly<Record<string, PropertyDefinition>>,
  values: Readonly<Record<string, string>>,
): string[] {
  const problems: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    if (definition === undefined) problems.push(`there is no property "${name}"`);
    else if (definition.type === 'enum' && !Object.hasOwn(definition.values, value)) {
      problems.push(`${name} is "${value}"; expected one of ${Object.keys(definition.values).join(', ')}`);
    }
  }
  return problems;
}

function shapeProblems<Value extends { key: string }>(schema: z.ZodType, value: Value): string[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map((issue) => `${value.key}: ${issue.path.join('.')}: ${issue.message}`);
}
