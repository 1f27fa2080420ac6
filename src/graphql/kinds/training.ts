import { ObjectType } from 'type-graphql';
import type { CountryAttribution } from '../../traversals/index.js';
import { plain, resolved } from '../field.js';
import { CertaintyEnum, CountryBasisEnum } from '../types/enums.js';
import { EntityNode } from '../types/entity.js';
import { FactNode } from '../types/fact.js';
import { entityClasses, entityNode, factClasses, factNode } from '../types/present.js';

/** A country of one side of a fact. */
@ObjectType('CountryAttribution', {
  description: 'A country of one side of a fact, with what that rests on. Inferred ones are marked as such.',
})
class CountryAttributionNode {
  constructor(readonly attribution: CountryAttribution) {}
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
    ({ record }, _args, context) => context.loaders.trainerCountries.load(record).then(present),
  );
  resolved<FactNode>(
    type,
    'placeCountries',
    list,
    { description: 'The country of the place: stated, or inferred from where the place lies.' },
    ({ record }, _args, context) => context.loaders.placeCountries.load(record).then(present),
  );
}

function present(attributions: readonly CountryAttribution[]): CountryAttributionNode[] {
  return attributions.map((attribution) => new CountryAttributionNode(attribution));
}

function addAttribution(): void {
  const node = CountryAttributionNode;
  const country = () => entityClasses.get('Country');
  resolved(
    node,
    'country',
    country,
    { description: 'The country.' },
    async ({ attribution }, _args, context) => nodeOf(await context.loaders.entity.load(attribution.country)),
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
    async ({ attribution }, _args, context) => nodeOf(await context.loaders.entity.load(attribution.through)),
  );
  plain(
    node,
    'affiliation',
    () => factClasses.get('Affiliation') ?? FactNode,
    { description: 'The post that it rests on, for the basis POST.', nullable: true },
    ({ attribution }) => (attribution.affiliation === undefined ? null : factNode(attribution.affiliation)),
  );
}

function nodeOf(record: Parameters<typeof entityNode>[0] | null): EntityNode | null {
  return record === null ? null : entityNode(record);
}
