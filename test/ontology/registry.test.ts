import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ConfrereError } from '../../src/errors.js';
import {
  buildOntology,
  defineEntityKind,
  defineFactKind,
  oneOf,
  ontology,
  role,
  side,
  text,
} from '../../src/ontology/index.js';
import type { EntityKind, FactKind, RelationDefinition, RoleDefinition } from '../../src/ontology/index.js';
import * as entityKinds from '../../src/ontology/entities/index.js';
import { example } from '../../src/ontology/facts/_example.js';
import * as factKinds from '../../src/ontology/facts/index.js';
import { relations } from '../../src/ontology/relations.js';
import { schemaRules } from '../../src/store/neo4j/schema.js';
import { vocabularyOf } from '../../src/store/neo4j/vocabulary.js';
import { RESERVED_ENDING, RESERVED_NAMES } from '../../src/ontology/reserved.js';

const bird: EntityKind = defineEntityKind({ name: 'Bird', prefix: 'bird', description: 'It flies.' });
const tree: EntityKind = defineEntityKind({ name: 'Tree', prefix: 'tree', description: 'It stands.' });
const sitter: RoleDefinition = role({
  name: 'SITTER',
  field: 'sitters',
  reverse: 'sittings',
  description: 'Who sits.',
  players: ['Bird'],
});
const sitting: FactKind = defineFactKind({
  name: 'Sitting',
  prefix: 'sitting',
  description: 'A bird sits.',
  roles: [
    sitter,
    role({ name: 'ON', field: 'trees', reverse: 'sitters', description: 'On what.', players: ['Tree'] }),
  ],
});
const nests: RelationDefinition = {
  name: 'NESTS_IN',
  from: 'Bird',
  to: ['Tree'],
  field: 'nestTree',
  reverse: 'nests',
  description: 'Where it nests.',
  reverseDescription: 'What nests there.',
  many: false,
};

/** Builds from these kinds, each of them spoilt as the arguments say. */
const build = (spoilt: {
  bird?: Partial<EntityKind>;
  sitting?: Partial<FactKind>;
  sitter?: Partial<RoleDefinition>;
  nests?: Partial<RelationDefinition>;
  more?: { entities?: EntityKind[]; facts?: FactKind[]; relations?: RelationDefinition[] };
}) => {
  const roles = [{ ...sitter, ...spoilt.sitter }, ...sitting.roles.slice(1)];
  return buildOntology(
    [{ ...bird, ...spoilt.bird }, tree, ...(spoilt.more?.entities ?? [])],
    [{ ...sitting, roles, ...spoilt.sitting }, ...(spoilt.more?.facts ?? [])],
    [{ ...nests, ...spoilt.nests }, ...(spoilt.more?.relations ?? [])],
  );
};

describe('an ontology', () => {
  it('knows its kinds, the kinds of keys, and the ways between them', () => {
    const built = build({});
    expect(built.entityKinds.map(({ name }) => name)).toEqual(['Bird', 'Tree']);
    expect(built.roleNames).toEqual(['ON', 'SITTER']);
    expect(built.relationNames).toEqual(['NESTS_IN']);
    expect(built.entityKindOfKey('bird/a')).toEqual(bird);
    expect(built.factKindOfKey('sitting/a~2')?.name).toBe('Sitting');
    for (const key of ['birds/a', 'bird', '', '/bird', 'constructor/a', 'sitting/a']) {
      expect(built.entityKindOfKey(key)).toBeUndefined();
    }
    expect(built.reverseRoles('Bird').map(({ field }) => field)).toEqual(['sittings']);
    expect(built.relationsFrom('Bird').map(({ name }) => name)).toEqual(['NESTS_IN']);
    expect(built.relationsTo('Tree').map(({ reverse }) => reverse)).toEqual(['nests']);
    expect(built.relationsTo('Bird')).toEqual([]);
  });

  it('says which kinds there are when it is asked for another', () => {
    const built = build({});
    const error = errorOf(() => built.entityKind('Fish'));
    expect(error.code).toBe('BAD_KIND');
    expect(error.message).toMatch(/"Fish".*Bird, Tree/);
    expect(() => built.factKind('Bird')).toThrow(expect.objectContaining({ code: 'BAD_KIND' }));
  });

  it.each<[string, Parameters<typeof build>[0], RegExp]>([
    ['a name that is no type’s', { bird: { name: 'bird' } }, /kind’s name is "bird"/],
    ['a prefix that is no key’s', { bird: { prefix: 'Bird/' } }, /prefix of Bird/],
    ['a prefix of sources', { bird: { prefix: 'source' } }, /"source" is used twice/],
    ['two kinds of one name', { sitting: { name: 'Tree' } }, /"Tree" is used twice/],
    ['two kinds of one prefix', { sitting: { prefix: 'tree' } }, /"tree" is used twice/],
    ['a name that is taken', { bird: { name: 'Judgement' } }, /"Judgement" is used twice/],
    ['a name that ends like a list’s', { sitting: { name: 'SittingEdge' } }, /ends like/],
    [
      'a property that is no field',
      { bird: { properties: { Colour: text('Its colour.') } } },
      /property of Bird/,
    ],
    [
      'a property that every entity has',
      { bird: { properties: { note: text('A note.') } } },
      /"note" is used twice/,
    ],
    [
      'a property of a fact that every fact has',
      { sitting: { properties: { time: text('When.') } } },
      /"time" is used twice/,
    ],
    [
      'an enum whose name is no type’s',
      { bird: { properties: { size: oneOf('size', 'How big.', { BIG: 'Big.' }) } } },
      /enum of Bird.size/,
    ],
    [
      'an enum that is called like a kind',
      { bird: { properties: { size: oneOf('Tree', 'How big.', { BIG: 'Big.' }) } } },
      /"Tree" is used twice/,
    ],
    [
      'an enum twice',
      {
        bird: { properties: { size: oneOf('Size', 'How big.', { BIG: 'Big.' }) } },
        sitting: { properties: { size: oneOf('Size', 'How big.', { SMALL: 'Small.' }) } },
      },
      /"Size" is used twice/,
    ],
    [
      'an enum with no values',
      { bird: { properties: { size: oneOf('Size', 'How big.', {}) } } },
      /has no values/,
    ],
    [
      'a value that is none of an enum',
      { bird: { properties: { size: oneOf('Size', 'How big.', { big: 'Big.' }) } } },
      /value of Size/,
    ],
    ['a role that is no relationship type', { sitter: { name: 'Sitter' } }, /role of Sitting/],
    ['a role that is a relationship of others', { sitter: { name: 'CITES' } }, /"CITES"/],
    ['a role whose field is none', { sitter: { field: 'the sitters' } }, /field of Sitting’s SITTER/],
    ['a role whose reverse is none', { sitter: { reverse: 'Sittings' } }, /reverse of Sitting’s SITTER/],
    ['a player that there is not', { sitter: { players: ['Fish'] } }, /no entity kind "Fish"/],
    ['a role for nobody', { sitter: { players: [] } }, /nobody may play/],
    ['a role twice', { sitter: { name: 'ON' } }, /"ON" is used twice as a role/],
    ['a field of two roles', { sitter: { field: 'trees' } }, /"trees" is used twice as a field of Sitting/],
    ['a field of a role and of every fact', { sitter: { field: 'citations' } }, /"citations" is used twice/],
    [
      'a reverse that every entity has',
      { sitter: { reverse: 'facts' } },
      /"facts" is used twice as a field of Bird/,
    ],
    [
      'a reverse that is a relation’s field',
      { sitter: { reverse: 'nestTree' } },
      /"nestTree" is used twice as a field of Bird/,
    ],
    [
      'a demand for a role that there is not',
      { sitting: { atLeastOneOf: ['FLYER'] } },
      /FLYER, which is no role/,
    ],
    [
      'a side of a flow that names no role',
      { sitting: { flow: { direction: 'DIRECTED', from: side('SITTER'), to: side('FLYER') } } },
      /side of Sitting names FLYER/,
    ],
    [
      'a side that is told by another',
      { sitting: { arrival: { at: side('ON'), from: { ...side('SITTER'), toldBy: ['ON'] } } } },
      /side of Sitting is told by ON/,
    ],
    [
      'a role on both sides of a flow',
      { sitting: { flow: { direction: 'DIRECTED', from: side('SITTER'), to: side('ON', 'SITTER') } } },
      /"SITTER" is used twice on the sides of Sitting/,
    ],
    [
      'a side of an arrival without roles',
      { sitting: { arrival: { at: side(), from: side('SITTER') } } },
      /side of Sitting has no roles/,
    ],
    ['a relation that is no relationship type', { nests: { name: 'nests in' } }, /relation’s name/],
    ['a relation that is a relationship of others', { nests: { name: 'NAMED' } }, /"NAMED"/],
    ['a relation whose field is none', { nests: { field: 'nest tree' } }, /field of NESTS_IN/],
    ['a relation whose reverse is none', { nests: { reverse: '' } }, /reverse of NESTS_IN/],
    ['a relation from nowhere', { nests: { from: 'Fish' } }, /no entity kind "Fish"/],
    ['a relation to nothing', { nests: { to: [] } }, /leads to nothing/],
    ['a relation to what there is not', { nests: { to: ['Tree', 'Cave'] } }, /no entity kind "Cave"/],
    [
      'a relation twice',
      { more: { relations: [{ ...nests, field: 'secondNest', reverse: 'secondNests' }] } },
      /"NESTS_IN of Bird" is used twice/,
    ],
  ])('refuses %s', (_what, spoilt, said) => {
    const error = errorOf(() => build(spoilt));
    expect(error.code).toBe('BAD_KIND');
    expect(error.message).toMatch(said);
  });

  it('takes the example among its kinds', () => {
    const built = buildOntology(
      Object.values(entityKinds),
      [...Object.values(factKinds), example],
      relations,
    );
    expect(built.factKind('Award')).toBe(example);
    expect(built.factKindOfKey('award/heroes-of-labour-2020')).toBe(example);
    expect(built.reverseRoles('Doctor').map(({ field }) => field)).toContain('awards');
    const rules = schemaRules(vocabularyOf(built)).map(({ command }) => command);
    expect(rules.filter((command) => /:(Award|HONOURED)\b/.test(command))).toHaveLength(2);
  });

  it('refuses as a kind whatever else the GraphQL schema has a type for', async () => {
    const schema = await readFile(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
    const kinds = [...ontology.entityKinds, ...ontology.factKinds];
    const enums = kinds.flatMap(({ properties }) =>
      Object.values(properties).flatMap((property) => (property.type === 'enum' ? [property.name] : [])),
    );
    const ofKinds = [...kinds.map(({ name }) => name), ...enums];
    const others = [...schema.matchAll(/^(?:type|interface|enum|union|input|scalar) (\w+)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => !ofKinds.includes(name) && !RESERVED_ENDING.test(name));
    expect(others.length).toBeGreaterThan(10);
    expect(others.filter((name) => !RESERVED_NAMES.includes(name))).toEqual([]);
  });
});

function errorOf(call: () => unknown): ConfrereError {
  try {
    call();
  } catch (error) {
    if (error instanceof ConfrereError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
