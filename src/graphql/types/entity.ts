import { ArgsType, Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { EntityRecord } from '../../ontology/index.js';
import { displayName } from '../../store/derive.js';
import type { Loaders } from '../loaders.js';
import { held, plain, resolved } from '../field.js';
import { FactListArgs } from './arguments.js';
import { CitationNode } from './citation.js';
import { connectionComplexity } from './connection.js';
import { EntityKindEnum, FactKindEnum, RelationEnum, RoleEnum } from './enums.js';
import { FactConnection, factsOfConnection } from './factConnection.js';
import { JudgementNode } from './judgement.js';
import { EntityMemberNode, loadMembers } from './member.js';
import { NodeBase } from './node.js';
import { loadEntity, loadJudgements } from './present.js';
import { ExternalIdValue, NameValue } from './values.js';

/** An entity of any kind. The classes of the kinds extend it. */
@InterfaceType('Entity', {
  implements: NodeBase,
  description:
    'Someone or something that facts speak of: a doctor, a hospital, a country, a technique, a programme.',
})
export abstract class EntityNode extends NodeBase {
  constructor(
    readonly record: EntityRecord,
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

/** The arguments of an entity’s list of facts of any kind. */
@ArgsType()
export class EntityFactsArgs extends FactListArgs {
  @Field(() => [RoleEnum], {
    nullable: true,
    description: 'Only facts in which it plays one of these roles.',
  })
  roles?: string[];

  @Field(() => [FactKindEnum], { nullable: true, description: 'Only facts of these kinds.' })
  kinds?: string[];
}

/** How an entity stands to another, and who says so. */
@ObjectType('RelationLink', { description: 'How an entity stands to another, and who says so.' })
export class RelationLinkNode {}

held(RelationLinkNode, 'relation', () => RelationEnum, { description: 'The relation.' });
held(RelationLinkNode, 'entity', () => EntityNode, { description: 'The entity that it leads to.' });
held(RelationLinkNode, 'citations', () => [CitationNode], {
  description: 'Who says so, and where. Empty when an editor does.',
});
held(RelationLinkNode, 'editor', () => String, {
  description: 'Why an editor says so, where no source does.',
  nullable: true,
});

const text = () => String;

plain(
  EntityNode,
  'key',
  text,
  { description: 'The permanent, readable key: "doctor/nguyen-phu-huu".' },
  ({ record }) => record.key,
);
plain(
  EntityNode,
  'kind',
  () => EntityKindEnum,
  { description: 'The kind of entity.' },
  ({ record }) => record.kind,
);
plain(EntityNode, 'name', text, { description: 'The name to show.' }, ({ record }) =>
  displayName(record.names),
);
plain(
  EntityNode,
  'names',
  () => [NameValue],
  { description: 'All its names, the one to show first.' },
  ({ record }) => record.names,
);
plain(
  EntityNode,
  'externalIds',
  () => [ExternalIdValue],
  { description: 'Ids that other systems have given it.' },
  ({ record }) => record.externalIds,
);
plain(
  EntityNode,
  'citations',
  () => [CitationNode],
  {
    description:
      'Where sources speak of it. Empty when an editor added it, or when all that do are left out: then only its name is shown.',
  },
  ({ record, loaders }) => record.citations.map((citation) => new CitationNode(citation, loaders)),
);
plain(
  EntityNode,
  'editor',
  text,
  { description: 'Why an editor added it, where no source speaks of it.', nullable: true },
  ({ record }) => record.editor,
);
plain(
  EntityNode,
  'note',
  text,
  { description: 'What a reader should know.', nullable: true },
  ({ record }) => record.note,
);
plain(
  EntityNode,
  'revision',
  () => Int,
  { description: 'How often the record has been written, from 1.' },
  ({ record }) => record.revision,
);
plain(
  EntityNode,
  'recordedAt',
  text,
  { description: 'When this revision was recorded, ISO 8601 in UTC.' },
  ({ record }) => record.recordedAt,
);
resolved(
  EntityNode,
  'relations',
  () => [RelationLinkNode],
  { description: 'How it stands to other entities, each with who says so.' },
  ({ record, loaders }) =>
    Promise.all(
      record.relations.map(async ({ relation, to, citations, editor }) => ({
        relation,
        entity: await loadEntity(to, loaders),
        citations: citations.map((citation) => new CitationNode(citation, loaders)),
        editor,
      })),
    ),
);
resolved(
  EntityNode,
  'facts',
  () => FactConnection,
  {
    description: 'The facts in which it plays a role.',
    args: EntityFactsArgs,
    complexity: connectionComplexity,
  },
  (entity, args: EntityFactsArgs, context) =>
    factsOfConnection(
      FactConnection,
      context,
      args,
      entity,
      args.roles,
      args.kinds == null ? {} : { kinds: args.kinds },
    ),
);
resolved(
  EntityNode,
  'members',
  () => [EntityMemberNode],
  {
    description:
      'Those that are one here by judgement, by key, each for itself: the first has the key of the entity. It alone where nothing was judged.',
  },
  ({ record, loaders }) => loadMembers(record.members ?? [record.key], loaders),
);
resolved(
  EntityNode,
  'judgements',
  () => [JudgementNode],
  {
    description: 'What has been judged on whether it, or any of its members, is the same as another entity.',
  },
  async ({ key, loaders }) => loadJudgements(await loaders.view.judgementsNaming([key]), loaders),
);
