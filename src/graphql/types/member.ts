import { ObjectType } from 'type-graphql';
import type { EntityRecord } from '../../ontology/index.js';
import { displayName } from '../../store/derive.js';
import { plain } from '../field.js';
import type { Loaders } from '../loaders.js';
import { CitationNode } from './citation.js';
import { EntityKindEnum } from './enums.js';
import { ExternalIdValue, NameValue } from './values.js';

/** An entity by itself. It is no node: its id is that of the entity which it is judged to be one with. */
@ObjectType('EntityMember', {
  description:
    'An entity by itself, as its sources speak of it, whatever it is judged to be one with. For its facts ask with `identity: STRICT`.',
})
export class EntityMemberNode {
  constructor(
    readonly record: EntityRecord,
    readonly loaders: Loaders,
  ) {}
}

/** The values that stand for the entities with these keys, each by itself. */
export async function loadMembers(keys: readonly string[], loaders: Loaders): Promise<EntityMemberNode[]> {
  const records = await Promise.all(keys.map((key) => loaders.member.load(key)));
  return records.flatMap((record) => (record === null ? [] : [new EntityMemberNode(record, loaders)]));
}

const text = () => String;

plain(
  EntityMemberNode,
  'key',
  text,
  { description: 'Its own permanent key, which facts that speak of it have.' },
  ({ record }) => record.key,
);
plain(
  EntityMemberNode,
  'kind',
  () => EntityKindEnum,
  { description: 'The kind of entity.' },
  ({ record }) => record.kind,
);
plain(EntityMemberNode, 'name', text, { description: 'The name to show.' }, ({ record }) =>
  displayName(record.names),
);
plain(
  EntityMemberNode,
  'names',
  () => [NameValue],
  { description: 'All its own names, the one to show first.' },
  ({ record }) => record.names,
);
plain(
  EntityMemberNode,
  'externalIds',
  () => [ExternalIdValue],
  { description: 'Ids that other systems have given it.' },
  ({ record }) => record.externalIds,
);
plain(
  EntityMemberNode,
  'citations',
  () => [CitationNode],
  { description: 'Where sources speak of it.' },
  ({ record, loaders }) => record.citations.map((citation) => new CitationNode(citation, loaders)),
);
plain(
  EntityMemberNode,
  'editor',
  text,
  { description: 'Why an editor added it, where no source speaks of it.', nullable: true },
  ({ record }) => record.editor,
);
plain(
  EntityMemberNode,
  'note',
  text,
  { description: 'What a reader should know.', nullable: true },
  ({ record }) => record.note,
);
