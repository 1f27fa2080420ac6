import { Int, ObjectType } from 'type-graphql';
import { ontology, sidesOfFlow } from '../../ontology/index.js';
import type { FactRecord, Side } from '../../ontology/index.js';
import type { Flow, FlowSide, Grain, ReportedGroup } from '../../traversals/index.js';
import { held, plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { connectionType } from '../types/connection.js';
import { EntityNode } from '../types/entity.js';
import { enumOf } from '../types/enums.js';
import { FactNode, GroupNode } from '../types/fact.js';
import { entityClasses, loadEntity, loadFact } from '../types/present.js';
import { attributionField } from './sideTypes.js';
import type { SidesAsked } from './sideTypes.js';

/*
 * What a flow is made of: its facts, techniques, people and groups.
 */

const FlowSideEnum = enumOf('FlowSide', 'On which side of a flow somebody stands.', {
  FROM: 'Those from whom it comes: who sends, teaches, hands over, visits.',
  TO: 'Those to whom it goes: who is taught, receives, hosts.',
  PARTY: 'One of those who work together, where there is no direction.',
});

/** By what the sides of a flow were told apart. */
export interface FlowAsked {
  grain: Grain;
  inferred: boolean;
}

/** A fact of a flow. */
@ObjectType('FlowFact', { description: 'A fact of a flow, with what its being there rests on.' })
export class FlowFactNode {
  constructor(
    /** Its key. */
    readonly fact: string,
    readonly flow: Pick<Flow, 'from' | 'to'>,
    readonly asked: FlowAsked,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  FlowFactNode,
  'record',
  () => FactNode,
  { description: 'The fact itself, with its citations.' },
  ({ fact, loaders }) => loadFact(fact, loaders),
);
attributionField(
  FlowFactNode,
  'from',
  'Why it comes from where the flow comes from; empty where nobody knows.',
  ({ flow, asked }, record) => onSide(flow.from, asked, sidesOf(record, flow).from),
);
attributionField(
  FlowFactNode,
  'to',
  'Why it goes where the flow goes; empty where nobody knows.',
  ({ flow, asked }, record) => onSide(flow.to, asked, sidesOf(record, flow).to),
);

function onSide(key: string | null, { grain, inferred }: FlowAsked, sides: readonly Side[]): SidesAsked {
  return {
    grain,
    sides,
    counts: (attribution) => attribution.key === key && (inferred || attribution.basis === 'STATED'),
  };
}

/** The parties of an undirected fact stand on both sides. A place at home is nobody to whom a fact goes. */
function sidesOf(
  { kind }: FactRecord,
  { from, to }: Pick<Flow, 'from' | 'to'>,
): { from: readonly Side[]; to: readonly Side[] } {
  const { flow } = ontology.factKind(kind);
  if (flow === undefined) return { from: [], to: [] };
  if (flow.direction === 'UNDIRECTED') return { from: sidesOfFlow(flow), to: sidesOfFlow(flow) };
  const places = flow.place === undefined || from === to ? [] : [flow.place];
  return { from: [flow.from], to: [flow.to, ...places] };
}

/** A technique of a flow. */
@ObjectType('FlowTechnique', { description: 'A technique that facts of a flow are about.' })
export class FlowTechniqueNode {
  constructor(
    readonly technique: string,
    readonly factCount: number,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  FlowTechniqueNode,
  'entity',
  () => entityClasses.get('Technique') ?? EntityNode,
  { description: 'The technique.' },
  ({ technique, loaders }) => loadEntity(technique, loaders),
);
held(FlowTechniqueNode, 'factCount', () => Int, { description: 'How many facts of the flow are about it.' });

/** Somebody with a name on a side of a flow. */
@ObjectType('FlowPerson', { description: 'Somebody with a name in a flow.' })
export class FlowPersonNode {
  constructor(
    readonly person: string,
    readonly sides: readonly FlowSide[],
    readonly loaders: Loaders,
  ) {}
}

resolved(
  FlowPersonNode,
  'entity',
  () => EntityNode,
  { description: 'The doctor or person.' },
  ({ person, loaders }) => loadEntity(person, loaders),
);
held(FlowPersonNode, 'sides', () => [FlowSideEnum], {
  description: 'On which sides they stand, in one fact or another.',
});

/** Unnamed people in a flow. */
@ObjectType('FlowGroup', {
  description:
    'Unnamed people in a flow, as one fact reports them. Those of two facts may be the same people, so they are never added up.',
})
export class FlowGroupNode {
  constructor(
    readonly reported: ReportedGroup,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  FlowGroupNode,
  'group',
  () => GroupNode,
  { description: 'Their label and their quantity, in the words of the source.' },
  async ({ reported, loaders }) => {
    const record = await loaders.fact.load(reported.fact.key);
    const group = record?.participants[reported.place]?.group;
    return group === undefined ? null : new GroupNode(group);
  },
);
plain(
  FlowGroupNode,
  'side',
  () => FlowSideEnum,
  { description: 'On which side they stand.' },
  ({ reported }) => reported.side,
);
resolved(
  FlowGroupNode,
  'fact',
  () => FactNode,
  { description: 'The fact that reports them.' },
  ({ reported, loaders }) => loadFact(reported.fact.key, loaders),
);

export const FlowFactConnection = connectionType('FlowFact', () => FlowFactNode);
export const FlowTechniqueConnection = connectionType('FlowTechnique', () => FlowTechniqueNode);
export const FlowPersonConnection = connectionType('FlowPerson', () => FlowPersonNode);
export const FlowGroupConnection = connectionType('FlowGroup', () => FlowGroupNode);
