import { registerEnumType } from 'type-graphql';
import {
  IDENTITIES,
  MODALITIES,
  NAME_KINDS,
  PERIODS,
  STATUSES,
  VERDICTS,
  ontology,
  sideWords,
} from '../../ontology/index.js';
import type { EnumProperty } from '../../ontology/index.js';

/** An enum as type-graphql knows it: the GraphQL names with the values that they stand for. */
export type EnumObject = Record<string, string>;

/** Registers an enum of values that are called as they are written, each with its description. */
export function enumOf(
  name: string,
  description: string,
  values: Readonly<Record<string, string>>,
): EnumObject {
  const object = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  registerEnumType(object, { name, description, valuesConfig: describe(values) });
  return object;
}

function describe(values: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(values).map(([value, description]) => [value, { description }]));
}

/** `MedicalCentre` as GraphQL writes it in an enum: `MEDICAL_CENTRE`. */
function upperCase(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}

function kindEnum(
  name: string,
  description: string,
  kinds: readonly { name: string; description: string }[],
) {
  const object = Object.fromEntries(kinds.map((kind) => [upperCase(kind.name), kind.name]));
  const config = Object.fromEntries(
    kinds.map((kind) => [upperCase(kind.name), { description: kind.description }]),
  );
  registerEnumType(object, { name, description, valuesConfig: config });
  return object;
}

export const EntityKindEnum = kindEnum('EntityKind', 'The kinds of entities.', ontology.entityKinds);
export const FactKindEnum = kindEnum(
  'FactKind',
  'The kinds of facts, each with the roles that are its sides for questions about flows and the spread of techniques.',
  ontology.factKinds.map((kind) => ({
    name: kind.name,
    description: `${kind.description} ${sideWords(kind)}`,
  })),
);

export const RecordKindEnum = kindEnum(
  'RecordKind',
  'The kinds of records: those of entities and facts, sources and judgements.',
  [
    ...ontology.entityKinds,
    ...ontology.factKinds,
    { name: 'Source', description: 'A document that says something.' },
    { name: 'Judgement', description: 'What somebody judges of two entities: one, two, or unsure.' },
  ],
);

export const RoleEnum = enumOf(
  'Role',
  'The roles that entities and groups play in facts.',
  Object.fromEntries(ontology.roleNames.map((role) => [role, roleDescription(role)])),
);

function roleDescription(role: string): string {
  const kinds = ontology.factKinds.filter((kind) => kind.roles.some(({ name }) => name === role));
  return `Played in: ${kinds.map((kind) => kind.name).join(', ')}.`;
}

export const RelationEnum = enumOf(
  'Relation',
  'How entities stand to one another.',
  Object.fromEntries(
    ontology.relationNames.map((name) => [
      name,
      ontology.relations
        .filter((relation) => relation.name === name)
        .map((relation) => `From ${relation.from}: ${relation.description}`)
        .join(' '),
    ]),
  ),
);

export const StatusEnum = enumOf(
  'FactStatus',
  'How far a fact is accepted by those who keep the graph.',
  STATUSES,
);
export const ModalityEnum = enumOf('Modality', 'What sort of claim the source makes.', MODALITIES);
export const NameKindEnum = enumOf('NameKind', 'What sort of name it is.', NAME_KINDS);
export const PeriodEnum = enumOf('Period', 'A period in which something happens again and again.', PERIODS);
export const IdentityEnum = enumOf('Identity', 'What a question may treat as one.', IDENTITIES);
export const VerdictEnum = enumOf('Verdict', 'What was judged of two entities.', VERDICTS);

export const CertaintyEnum = enumOf(
  'Certainty',
  'How sure something is when dates leave it open, above all that a fact falls into a time.',
  {
    CERTAIN:
      'Whatever the dates leave open, it does. An open end counts as still going on; an undated fact is never certain.',
    POSSIBLE: 'It does, or nothing that the dates say excludes it. Undated facts are included.',
  },
);

export const FactOrderEnum = enumOf('FactOrder', 'The order of a list of facts.', {
  TIME: 'By the earliest day on which it may have begun, undated facts last; then by key.',
  TIME_DESCENDING: 'The other way round: undated facts first, then the latest.',
  KEY: 'By key.',
  KEY_DESCENDING: 'By key, from the end.',
});

export const EntityOrderEnum = enumOf('EntityOrder', 'The order of a list of entities.', {
  NAME: 'By name without marks and case, then by key.',
  NAME_DESCENDING: 'By name, from the end.',
  KEY: 'By key.',
  KEY_DESCENDING: 'By key, from the end.',
});

export const CountryBasisEnum = enumOf('CountryBasis', 'What a country of a fact’s side rests on.', {
  STATED: 'The fact itself names the country.',
  LOCATION: 'Inferred: a hospital or organisation in the fact lies in the country.',
  POST: 'Inferred: someone in the fact held a post in the country, and the dates do not exclude that it was at the time.',
});

const propertyEnums = new Map<string, EnumObject>();

/** The enum of a property; properties with the same enum name share one. */
export function propertyEnum(property: EnumProperty): EnumObject {
  let found = propertyEnums.get(property.name);
  if (found === undefined) {
    found = enumOf(property.name, property.description, property.values);
    propertyEnums.set(property.name, found);
  }
  return found;
}
