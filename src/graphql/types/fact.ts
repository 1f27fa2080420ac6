import { LRUCache } from 'lru-cache';
import { Int, InterfaceType, ObjectType, createUnionType } from 'type-graphql';
import { isoDay, parseTime } from '../../ontology/index.js';
import type { FactRecord, Group, Participant } from '../../ontology/index.js';
import { held, plain, resolved } from '../field.js';
import { CitationNode } from './citation.js';
import { CorroborationNode } from './corroboration.js';
import { FactKindEnum, ModalityEnum, RoleEnum, StatusEnum } from './enums.js';
import { NodeBase } from './node.js';
import { entityClasses, loadEntity, loadFact } from './present.js';
import { QuantityValue, StatusChangeValue, TimeValue } from './values.js';
import type { Awaitable } from '../awaitable.js';
import type { Loaders } from '../loaders.js';

/** A fact of any kind. The classes of the kinds extend it. */
@InterfaceType('Fact', {
  implements: NodeBase,
  description:
    'Something that a source states: who did what with whom, where and when. It never changes once recorded; a ' +
    'correction is a new fact that supersedes it.',
})
export abstract class FactNode extends NodeBase {
  constructor(
    readonly record: FactRecord,
    readonly loaders: Loaders,
  ) {
    super();
  }

  get typeName(): string {
    return this.record.kind;
  }

  get key(): string {
    return this.record.key;
  }
}

/** Unnamed people. */
@ObjectType('Group', {
  description:
    'Unnamed people, under the label that the source gives them. Never persons, and never a number unless the source gives one.',
})
export class GroupNode {
  constructor(private readonly group: Group) {}

  get label(): string {
    return this.group.label;
  }

  get quantity(): Group['quantity'] {
    return this.group.quantity;
  }
}

held(GroupNode, 'label', () => String, { description: 'The label: "hundreds of doctors".' });
held(GroupNode, 'quantity', () => QuantityValue, {
  description: 'How many, as far as the source says.',
  nullable: true,
});

/** Whoever can play a role. */
export const ParticipantUnion = createUnionType({
  name: 'Participant',
  description: 'Whoever or whatever plays a role in a fact: an entity, or a group of unnamed people.',
  types: () => [...entityClasses.values(), GroupNode] as const,
});

/** A role with the one who plays it. */
@ObjectType('RolePlayer', { description: 'A role in a fact, with whoever plays it.' })
export class RolePlayer {}

held(RolePlayer, 'role', () => RoleEnum, { description: 'The role.' });
held(RolePlayer, 'participant', () => ParticipantUnion, { description: 'Whoever plays it.' });

held(RolePlayer, 'recordedAs', () => String, {
  description:
    'The key of which the source speaks, where it is another than that of `participant`, which stands for several that are judged one; null ' +
    'otherwise. Of several members in one role the first is shown.',
  nullable: true,
});

/** The value that stands for a participant. */
export function participantNode(participant: Participant, loaders: Loaders): Awaitable<unknown> {
  return participant.entity === undefined
    ? new GroupNode(participant.group)
    : loadEntity(participant.entity, loaders);
}

const text = () => String;

plain(
  FactNode,
  'key',
  text,
  { description: 'The permanent key: "training/…". It never changes its meaning.' },
  ({ record }) => record.key,
);
plain(
  FactNode,
  'kind',
  () => FactKindEnum,
  { description: 'The kind of fact.' },
  ({ record }) => record.kind,
);
plain(
  FactNode,
  'statement',
  text,
  { description: 'What it states, in one sentence of ours.' },
  ({ record }) => record.statement,
);
plain(
  FactNode,
  'time',
  () => TimeValue,
  { description: 'When; null when no source says so.', nullable: true },
  ({ record }) => timeValue(record.time),
);
plain(
  FactNode,
  'quantity',
  () => QuantityValue,
  { description: 'How many or how much, where the source gives a figure.', nullable: true },
  ({ record }) => record.quantity,
);
plain(
  FactNode,
  'modality',
  () => ModalityEnum,
  { description: 'Whether the source says that it is so, that it is planned, or that someone proposes it.' },
  ({ record }) => record.modality,
);
plain(
  FactNode,
  'negated',
  () => Boolean,
  { description: 'True when the source says that it is not so.' },
  ({ record }) => record.negated,
);
plain(
  FactNode,
  'status',
  () => StatusEnum,
  { description: 'How far it is accepted by those who keep the graph.' },
  ({ record }) => record.status,
);
plain(
  FactNode,
  'history',
  () => [StatusChangeValue],
  { description: 'Every status it has had, oldest first.' },
  ({ record }) => record.history,
);
plain(
  FactNode,
  'note',
  text,
  { description: 'What a reader should know.', nullable: true },
  ({ record }) => record.note,
);
plain(
  FactNode,
  'citations',
  () => [CitationNode],
  { description: 'Who says so, and where. At least one.' },
  ({ record, loaders }) => record.citations.map((citation) => new CitationNode(citation, loaders)),
);
resolved(
  FactNode,
  'corroboration',
  () => CorroborationNode,
  { description: 'How many independent sources say so, and which count as one.' },
  async ({ record, loaders }) =>
    new CorroborationNode(await loaders.sourceGroups.load(sourcesOf(record)), loaders),
);
resolved(
  FactNode,
  'singleSource',
  () => Boolean,
  { description: 'True when it rests on one source alone, or on several that are not independent.' },
  async ({ record, loaders }) => (await loaders.sourceGroups.load(sourcesOf(record))).length === 1,
);
plain(
  FactNode,
  'recordedAt',
  text,
  { description: 'When it was recorded, ISO 8601 in UTC.' },
  ({ record }) => record.recordedAt,
);
plain(
  FactNode,
  'recordedIn',
  () => Int,
  { description: 'The number of the changeset that recorded it.' },
  ({ record }) => record.recordedIn,
);
plain(
  FactNode,
  'retractedAt',
  text,
  { description: 'When it was withdrawn, ISO 8601 in UTC; null while it stands.', nullable: true },
  ({ record }) => record.retractedAt,
);
resolved(
  FactNode,
  'supersedes',
  () => FactNode,
  { description: 'The fact that this one corrects.', nullable: true },
  ({ record, loaders }) => linkedFact(record.supersedes, loaders),
);
resolved(
  FactNode,
  'supersededBy',
  () => FactNode,
  { description: 'The fact that corrects this one.', nullable: true },
  ({ record, loaders }) => linkedFact(record.supersededBy, loaders),
);
resolved(
  FactNode,
  'participants',
  () => [RolePlayer],
  { description: 'All who play a role, in the order of the kind’s roles.' },
  ({ record, loaders }) =>
    Promise.all(
      record.participants.map(async (participant) => ({
        role: participant.role,
        participant: await participantNode(participant, loaders),
        recordedAs: participant.entity === undefined ? undefined : participant.recordedAs,
      })),
    ),
);

function sourcesOf({ citations }: FactRecord): string[] {
  return [...new Set(citations.map(({ source }) => source))].sort();
}

async function linkedFact(key: string | undefined, loaders: Loaders): Promise<FactNode | null> {
  return key === undefined ? null : await loadFact(key, loaders);
}

/** Many facts share a time, and what follows from it takes a while. */
const TIMES = new LRUCache<string, TimeValue>({ max: 5_000 });

function timeValue(edtf: string | undefined): TimeValue | null {
  if (edtf === undefined) return null;
  const value = TIMES.get(edtf) ?? newTimeValue(edtf);
  TIMES.set(edtf, value);
  return value;
}

function newTimeValue(edtf: string): TimeValue {
  const { bounds, openEnd, unknownEnd, approximate, uncertain } = parseTime(edtf);
  return {
    edtf,
    earliestStart: isoDay(bounds.earliestStart),
    latestStart: isoDay(bounds.latestStart),
    earliestEnd: isoDay(bounds.earliestEnd),
    latestEnd: isoDay(bounds.latestEnd),
    openEnd,
    unknownEnd,
    approximate,
    uncertain,
    yearless: bounds.yearless,
  };
}
