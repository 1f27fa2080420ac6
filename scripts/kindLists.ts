import type { EntityKind, FactKind, Ontology, PropertyDefinition } from '../src/ontology/index.js';

/** The kinds of entities as a list in Markdown, each with the fields that a bundle may give it. */
export function entityKindList(ontology: Ontology): string {
  return ontology.entityKinds.map((kind) => entityLine(kind, ontology)).join('\n');
}

/** The kinds of facts as a list in Markdown, each with the fields that a bundle may give it. */
export function factKindList(ontology: Ontology): string {
  return ontology.factKinds.map(factLine).join('\n');
}

function entityLine({ name, prefix, properties }: EntityKind, ontology: Ontology): string {
  const relations = ontology
    .relationsFrom(name)
    .map(({ field, to, many }) => `\`${field}\` (${many ? '' : 'one '}${to.join(' or ')})`);
  return line(name, prefix, [...propertyTexts(properties), ...relations]);
}

function factLine({ name, prefix, roles, properties, atLeastOneOf, quantityRequired }: FactKind): string {
  const alternatives = roles
    .filter((role) => atLeastOneOf.includes(role.name))
    .map(({ field }) => `\`${field}\``);
  return line(name, prefix, [
    ...roles.map(({ field, required, many }) => {
      const marks = [required ? 'needed' : [], many ? [] : 'one'].flat();
      return marks.length === 0 ? `\`${field}\`` : `\`${field}\` (${marks.join(', ')})`;
    }),
    ...propertyTexts(properties),
    ...(quantityRequired ? ['`quantity` (needed)'] : []),
    ...(alternatives.length === 0 ? [] : [`and at least one of ${alternatives.join(', ')}`]),
  ]);
}

function propertyTexts(properties: Readonly<Record<string, PropertyDefinition>>): string[] {
  return Object.entries(properties).map(([name, property]) =>
    property.type === 'text'
      ? `\`${name}\` (text)`
      : `\`${name}\` (${Object.keys(property.values).join(', ')})`,
  );
}

function line(name: string, prefix: string, fields: readonly string[]): string {
  const rest = fields.length === 0 ? '' : `: ${fields.join('; ')}`;
  return `- **${name}** (\`${prefix}/…\`)${rest}`;
}
