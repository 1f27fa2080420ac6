import { ObjectType } from 'type-graphql';
import type { JudgementRecord } from '../../ontology/index.js';
import { plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { VerdictEnum } from './enums.js';
import { EntityMemberNode, loadMembers } from './member.js';
import { judgementClass } from './present.js';

/** A judgement on whether two entities are one. */
@ObjectType('Judgement', { description: 'A judgement on whether two entities are one and the same.' })
export class JudgementNode {
  constructor(
    readonly record: JudgementRecord,
    readonly loaders: Loaders,
  ) {}
}

judgementClass.type = JudgementNode;

const text = () => String;

plain(
  JudgementNode,
  'key',
  text,
  { description: 'The permanent key: "judgement/…".' },
  ({ record }) => record.key,
);
plain(
  JudgementNode,
  'verdict',
  () => VerdictEnum,
  { description: 'The verdict.' },
  ({ record }) => record.verdict,
);
plain(JudgementNode, 'reason', text, { description: 'Why.' }, ({ record }) => record.reason);
plain(JudgementNode, 'judge', text, { description: 'Who judged.' }, ({ record }) => record.judge);
plain(
  JudgementNode,
  'recordedAt',
  text,
  { description: 'When, ISO 8601 in UTC.' },
  ({ record }) => record.recordedAt,
);
resolved(
  JudgementNode,
  'entities',
  () => [EntityMemberNode],
  { description: 'The two entities, each for itself.' },
  ({ record, loaders }) => loadMembers(record.entities, loaders),
);
