import { ObjectType } from 'type-graphql';
import { PLACE_SIDE, TRAINER_SIDE } from '../../traversals/index.js';
import type { Attribution } from '../../traversals/index.js';
import type { Loaders } from '../loaders.js';
import { resolved } from '../field.js';
import { attributionBasis } from '../types/attribution.js';
import { CountryBasisEnum } from '../types/enums.js';
import type { FactNode } from '../types/fact.js';
import { entityClasses, factClasses, loadEntity } from '../types/present.js';

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
  attributionBasis(node, { bases: CountryBasisEnum, named: 'the country', itself: 'the country' });
}
