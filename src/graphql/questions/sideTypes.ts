import { ObjectType } from 'type-graphql';
import type { FactRecord, Side } from '../../ontology/index.js';
import { KEYS_MAXIMUM } from '../../store/port.js';
import { POST_PLACES_MAXIMUM } from '../../traversals/index.js';
import type { Attribution, Grain } from '../../traversals/index.js';
import { resolved } from '../field.js';
import type { NodeClass } from '../field.js';
import type { Loaders } from '../loaders.js';
import { attributionBasis } from '../types/attribution.js';
import { enumOf } from '../types/enums.js';
import { EntityNode } from '../types/entity.js';
import { loadEntity } from '../types/present.js';

export const SideKindEnum = enumOf('SideKind', 'By what the sides of facts are told apart.', {
  COUNTRY: 'By countries.',
  HOSPITAL: 'By hospitals.',
  ORGANISATION: 'By organisations.',
});

const SideBasisEnum = enumOf(
  'SideBasis',
  'Why a country, hospital or organisation stands on a side of a fact.',
  {
    STATED: 'The fact itself names it.',
    LOCATION: 'Inferred: a hospital or organisation in the fact lies in the country.',
    POST: 'Inferred: someone in the fact held a post there, and the dates do not exclude that it was at the time.',
  },
);

/** What arguments say of sides that are inferred. */
export const INFERRED = {
  nullable: true,
  defaultValue: true,
  description:
    'Whether sides count that no fact states: inferred from where an institution lies, or from posts that the dates do not exclude. ' +
    'Posts are not asked where senders tell where people come from, nor of somebody who may have held them in more than ' +
    `${POST_PLACES_MAXIMUM} places at the time.`,
};

/** What arguments say of how many countries, hospitals or the like they take. */
export const KEYS_AT_MOST = `At most ${KEYS_MAXIMUM}, counted with all that lies in these countries or is narrower than these techniques.`;

/** Someone on a side of a fact. */
@ObjectType('SideAttribution', {
  description:
    'A country, hospital or organisation on a side of a fact, with what that rests on. Inferred ones are marked as such.',
})
export class SideAttributionNode {
  constructor(
    readonly attribution: Attribution,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  SideAttributionNode,
  'entity',
  () => EntityNode,
  { description: 'Who stands on the side.' },
  ({ attribution, loaders }) => loadEntity(attribution.key, loaders),
);
attributionBasis(SideAttributionNode, { bases: SideBasisEnum, named: 'it', itself: 'the entity' });

/** What a list of attributions asks: of which sides, and who counts. */
export interface SidesAsked {
  grain: Grain;
  sides: readonly Side[];
  counts: (attribution: Attribution) => boolean;
}

/** Adds a field with who stands on a side of the fact of a node. */
export function attributionField<Node extends { fact: string; loaders: Loaders }>(
  target: NodeClass<Node>,
  name: string,
  description: string,
  asked: (node: Node, record: FactRecord) => SidesAsked,
): void {
  resolved<Node>(
    target,
    name,
    () => [SideAttributionNode],
    { description },
    async (node) => {
      const { loaders } = node;
      const record = await loaders.fact.load(node.fact);
      if (record === null) return [];
      const { grain, sides, counts } = asked(node, record);
      const found = await Promise.all(sides.map((side) => loaders.sides(grain, side).load(record)));
      return found
        .flat()
        .filter(counts)
        .map((each) => new SideAttributionNode(each, loaders));
    },
  );
}
