import fc from 'fast-check';
import {
  EXTERNAL_ID_SCHEMES,
  MODALITIES,
  NAME_KINDS,
  PERIODS,
  VERDICTS,
} from '../../../src/ontology/index.js';
import type {
  Citation,
  EntityContent,
  EntityKind,
  ExternalId,
  FactContent,
  FactKind,
  JudgementContent,
  Name,
  Ontology,
  Participant,
  PropertyDefinition,
  Quantity,
  RelationLink,
  RoleDefinition,
  SourceContent,
} from '../../../src/ontology/index.js';
import { line } from './text.js';
import { time } from './times.js';
import { entityKey, factKey, judgementKey, sourceKey } from './universe.js';

/*
 * Contents that the ontology allows, made from its kinds, so that a new kind is tried as soon as it is declared.
 */

const language = fc.constantFrom('vi', 'en', 'zh-Hans', 'km', 'lo');
const paragraph = fc.integer({ min: 1, max: 90 });

const citation: fc.Arbitrary<Citation> = fc.oneof(
  fc.record({ source: sourceKey, paragraph, quote: line(2000) }, { requiredKeys: ['source', 'paragraph'] }),
  fc.record({ source: sourceKey, page: line(40), time: line(40) }, { requiredKeys: ['source', 'page'] }),
  fc.record({ source: sourceKey, section: line(200), paragraph }, { requiredKeys: ['source', 'section'] }),
);

/** Says on what it rests: citations, an editor's reason, or both. */
const basis = fc.oneof(
  fc.record({ citations: fc.array(citation, { minLength: 1, maxLength: 3 }) }),
  fc.record({ citations: fc.constant([]), editor: line(300) }),
  fc.record({ citations: fc.array(citation, { minLength: 1, maxLength: 2 }), editor: line(300) }),
);

/** What a source says of itself. */
export const sourceContent: fc.Arbitrary<SourceContent> = fc
  .record(
    {
      key: sourceKey,
      title: line(500),
      publisher: line(300),
      authors: fc.array(line(200), { maxLength: 2 }),
      published: time,
      url: fc.webUrl(),
      language,
      document: line(300),
      derivedFrom: fc.uniqueArray(sourceKey, { minLength: 1, maxLength: 2 }),
      note: line(1000),
    },
    { requiredKeys: ['key', 'title', 'authors'] },
  )
  .map(({ derivedFrom = [], ...rest }) => {
    const others = derivedFrom.filter((key) => key !== rest.key);
    return others.length === 0 ? rest : { ...rest, derivedFrom: others };
  });

const name: fc.Arbitrary<Name> = fc.record(
  { text: line(200), kind: fc.constantFrom(...keysOf(NAME_KINDS)), language, valid: time, editor: line(300) },
  { requiredKeys: ['text', 'kind'] },
);

/** Few values of each scheme, so that two entities may claim the same one. */
const externalId: fc.Arbitrary<ExternalId> = fc.oneof(
  ...Object.entries(EXTERNAL_ID_SCHEMES).map(([scheme, { pattern }]) =>
    fc
      .constantFrom(...fc.sample(fc.stringMatching(pattern), { numRuns: 2, seed: 1 }))
      .map((value) => ({ scheme, value })),
  ),
);

export const quantity: fc.Arbitrary<Quantity> = fc
  .record(
    {
      text: line(200),
      min: fc.nat(500),
      more: fc.nat(500),
      per: fc.constantFrom(...keysOf(PERIODS)),
      unit: line(100),
    },
    { requiredKeys: ['text'] },
  )
  .map(({ more, ...rest }) => (more === undefined ? rest : { ...rest, max: (rest.min ?? 0) + more }));

/** What is said of an entity of this kind. */
export function entityContent(kind: EntityKind, ontology: Ontology): fc.Arbitrary<EntityContent> {
  return entityKey(ontology, [kind.name]).chain((key) =>
    fc
      .tuple(
        basis,
        fc.record(
          {
            names: fc.array(name, { minLength: 1, maxLength: 3 }),
            properties: properties(kind.properties),
            relations: relations(key, kind, ontology),
            externalIds: fc.array(externalId, { maxLength: 2 }),
            note: line(1000),
          },
          { requiredKeys: ['names', 'properties', 'relations', 'externalIds'] },
        ),
      )
      .map(([itsBasis, rest]) => ({ key, kind: kind.name, ...rest, ...itsBasis })),
  );
}

/** What is said of any entity. */
export function anyEntityContent(ontology: Ontology): fc.Arbitrary<EntityContent> {
  return fc.oneof(...ontology.entityKinds.map((kind) => entityContent(kind, ontology)));
}

function relations(key: string, kind: EntityKind, ontology: Ontology): fc.Arbitrary<RelationLink[]> {
  const lists = ontology.relationsFrom(kind.name).map((relation) =>
    fc.array(
      fc
        .tuple(basis, entityKey(ontology, relation.to))
        .filter(([, to]) => to !== key)
        .map(([itsBasis, to]) => ({ relation: relation.name, to, ...itsBasis })),
      { maxLength: relation.many ? 3 : 1, size: 'max' },
    ),
  );
  return fc.tuple(...lists).map((links) => links.flat());
}

function properties(
  definitions: Readonly<Record<string, PropertyDefinition>>,
): fc.Arbitrary<Record<string, string>> {
  const names = Object.keys(definitions);
  const values = Object.entries(definitions).map(([property, definition]) =>
    fc.tuple(
      fc.constant(property),
      definition.type === 'text' ? line(500) : fc.constantFrom(...Object.keys(definition.values)),
    ),
  );
  return fc
    .tuple(fc.subarray(names), fc.tuple(...values))
    .map(([stated, all]) => Object.fromEntries(all.filter(([property]) => stated.includes(property))));
}

/** What a fact of this kind states. */
export function factContent(kind: FactKind, ontology: Ontology): fc.Arbitrary<FactContent> {
  return fc.record(
    {
      key: factKey(kind.prefix),
      kind: fc.constant(kind.name),
      statement: line(600),
      participants: participants(kind, ontology),
      properties: properties(kind.properties),
      time,
      quantity,
      modality: fc.constantFrom(...keysOf(MODALITIES)),
      negated: fc.boolean(),
      citations: fc.array(citation, { minLength: 1, maxLength: 3 }),
      note: line(1000),
    },
    {
      requiredKeys: [
        ...(['key', 'kind', 'statement', 'participants', 'properties'] as const),
        ...(['modality', 'negated', 'citations'] as const),
        ...(kind.quantityRequired ? (['quantity'] as const) : []),
      ],
    },
  );
}

/** What any fact states. */
export function anyFactContent(ontology: Ontology): fc.Arbitrary<FactContent> {
  return fc.oneof(...ontology.factKinds.map((kind) => factContent(kind, ontology)));
}

function participants(kind: FactKind, ontology: Ontology): fc.Arbitrary<Participant[]> {
  const demanded = kind.atLeastOneOf.length === 0 ? fc.constant('') : fc.constantFrom(...kind.atLeastOneOf);
  return demanded.chain((one) =>
    fc
      .tuple(...kind.roles.map((role) => players(role, role.required || role.name === one, ontology)))
      .map((lists) => lists.flat()),
  );
}

function players(role: RoleDefinition, required: boolean, ontology: Ontology): fc.Arbitrary<Participant[]> {
  const group = fc
    .record({ label: line(200), quantity }, { requiredKeys: ['label'] })
    .map((group): Participant => ({ role: role.name, group }));
  const named =
    role.players.length === 0
      ? []
      : [entityKey(ontology, role.players).map((entity): Participant => ({ role: role.name, entity }))];
  return fc.uniqueArray(fc.oneof(...named, ...(role.groups ? [group] : [])), {
    minLength: required ? 1 : 0,
    maxLength: role.many ? 3 : 1,
    // Entities play a role once; groups may be alike.
    comparator: (one, other) => one.entity !== undefined && one.entity === other.entity,
  });
}

/** A judgement on two entities of one kind. */
export function judgementContent(ontology: Ontology): fc.Arbitrary<JudgementContent> {
  const pair = fc.constantFrom(...ontology.entityKinds).chain((kind) => {
    const key = entityKey(ontology, [kind.name]);
    return fc.tuple(key, key).filter(([one, other]) => one !== other);
  });
  return fc.record({
    key: judgementKey,
    entities: pair,
    verdict: fc.constantFrom(...keysOf(VERDICTS)),
    reason: line(1000),
    judge: line(200),
  });
}

function keysOf<Name extends string>(record: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(record) as Name[];
}
