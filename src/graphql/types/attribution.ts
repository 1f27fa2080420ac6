import type { Attribution } from '../../traversals/index.js';
import { plain, resolved } from '../field.js';
import type { NodeClass } from '../field.js';
import type { Loaders } from '../loaders.js';
import { EntityNode } from './entity.js';
import { CertaintyEnum } from './enums.js';
import type { EnumObject } from './enums.js';
import { FactNode } from './fact.js';
import { factClasses, loadEntity, loadFact } from './present.js';

/** Why somebody stands on a side of a fact. */
export interface AttributionHolder {
  attribution: Attribution;
  loaders: Loaders;
}

/** Adds to a type what an attribution rests on; `named` and `itself` are the one who stands there in sentences. */
export function attributionBasis(
  target: NodeClass<AttributionHolder>,
  { bases, named, itself }: { bases: EnumObject; named: string; itself: string },
): void {
  plain(
    target,
    'basis',
    () => bases,
    { description: 'What it rests on.' },
    ({ attribution }) => attribution.basis,
  );
  plain(
    target,
    'inferred',
    () => Boolean,
    { description: `True unless the fact itself names ${named}.` },
    ({ attribution }) => attribution.basis !== 'STATED',
  );
  plain(
    target,
    'certainty',
    () => CertaintyEnum,
    { description: 'POSSIBLE where the dates leave open whether the post was held at the time.' },
    ({ attribution }) => attribution.certainty,
  );
  resolved(
    target,
    'through',
    () => EntityNode,
    { description: `The institution that lies there, the person who held the post, or ${itself} itself.` },
    ({ attribution, loaders }) => loadEntity(attribution.through, loaders),
  );
  resolved(
    target,
    'affiliation',
    () => factClasses.get('Affiliation') ?? FactNode,
    { description: 'The post that it rests on, for the basis POST.', nullable: true },
    ({ attribution: { affiliation }, loaders }) =>
      affiliation === undefined ? null : loadFact(affiliation, loaders),
  );
}
