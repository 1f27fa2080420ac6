import fc from 'fast-check';
import type { Ontology } from '../../../src/ontology/index.js';

/*
 * Few keys, so that what is said at random connects: the first of each kind is a hub that many facts share.
 */

const SLUGS = ['hub', 'hub', 'hub', 'b', 'c-2'] as const;

/** Keys that nothing ever writes. */
export const ABSENT_KEYS = ['doctor/nobody', 'source/never-written', 'training/none~7', 'nothing/at-all'];

/** The key of some source. */
export const sourceKey = fc.constantFrom(...SLUGS).map((slug) => `source/${slug}`);

/** The key of some entity of these kinds. */
export function entityKey(ontology: Ontology, kinds: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...kinds), fc.constantFrom(...SLUGS))
    .map(([kind, slug]) => `${ontology.entityKind(kind).prefix}/${slug}`);
}

/** The key of some entity. */
export function anyEntityKey(ontology: Ontology): fc.Arbitrary<string> {
  return entityKey(
    ontology,
    ontology.entityKinds.map((kind) => kind.name),
  );
}

/** The keys that facts with this prefix are first recorded under. */
export function factKey(prefix: string): fc.Arbitrary<string> {
  return fc.constantFrom('x', 'y').map((slug) => `${prefix}/${slug}`);
}

/** A key under which some wording of a fact may be recorded. */
export function anyFactKey(ontology: Ontology): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...ontology.factKinds).chain(({ prefix }) => factKey(prefix)),
      fc.constantFrom('', '', '~2', '~3'),
    )
    .map(([key, version]) => key + version);
}

export const judgementKey = fc.constantFrom('one', 'two', 'three').map((slug) => `judgement/${slug}`);
