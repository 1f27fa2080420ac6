import { ObjectType } from 'type-graphql';
import { PLACE_SIDE, TRAINER_SIDE } from '../../traversals/index.js';
import type { Attribution } from '../../traversals/index.js';
import type { Loaders } from '../loaders.js';
import { plain, resolved } from '../field.js';
import { CertaintyEnum, CountryBasisEnum } from '../types/enums.js';
import { EntityNode } from '../types/entity.js';
import { FactNode } from '../types/fact.js';
import { entityClasses, factClasses, loadEntity, loadFact } from '../types/present.js';

/** A country of one side of a fact. */
@ObjectType('CountryAttribution', {
  description: 'A country of one side of a fact, with what that rests on. Inferred ones are marked as such.',
})
class CountryAttributionNode {
  constructor(
    readonly attribution: Attribution,
    readonly loaders: Loaders,
  ) {}
}

/** Adds to `Training` what questions say of it beside its record. */
export function extendTraining(): void {
  const type = factClasses.get('Training');
  if (type === undefined) throw new Error('the ontology has no Training');
  addAttribution();
  const list = () => [CountryAttributionNode];
  resolved<FactNode>(
    type,
    'trainerCountries',
    list,
    {
      description:
        'The countries of the trainer’s side: stated, or inferred from where institutions lie or posts were held.',
    },
    async ({ record, loaders }) =>
      present(await loaders.sides('COUNTRY', TRAINER_SIDE).load(record), loaders),
  );
  resolved<FactNode>(
    type,
    'placeCountries',
    list,
    { description: 'The country of the place: stated, or inferred from where the place lies.' },
    async ({ record, loaders }) => present(await loaders.sides('COUNTRY', PLACE_SIDE).load(record), loaders),
  );
}

function present(attributions: readonly Attribution[], loaders: Loaders): CountryAttributionNode[] {
  return attributions.map((attribution) => new CountryAttributionNode(attribution, loaders));
}

function addAttribution(): void {
  const node = CountryAttributionNode;
  const country = () => entityClasses.get('Country');
  resolved(node, 'country', country, { description: 'The country.' }, ({ attribution, loaders }) =>
    loadEntity(attribution.key, loaders),
  );
  plain(
    node,
    'basis',
    () => CountryBasisEnum,
    { description: 'What it rests on.' },
    ({ attribution }) => attribution.basis,
  );
  plain(
    node,
    'inferred',
    () => Boolean,
    { description: 'True unless the fact itself names the country.' },
    ({ attribution }) => attribution.basis !== 'STATED',
  );
  plain(
    node,
    'certainty',
    () => CertaintyEnum,
    { description: 'POSSIBLE where the dates leave open whether the post was held at the time.' },
    ({ attribution }) => attribution.certainty,
  );
  resolved(
    node,
    'through',
    () => EntityNode,
    { description: 'The institution that lies there, the person who held the post, or the country itself.' },
    ({ attribution, loaders }) => loadEntity(attribution.through, loaders),
  );
  resolved(
    node,
    'affiliation',
    () => factClasses.get('Affiliation') ?? FactNode,
    { description: 'The post that it rests on, for the basis POST.', nullable: true },
    ({ attribution: { affiliation }, loaders }) =>
      affiliation === undefined ? null : loadFact(affiliation, loaders),
  );
}
