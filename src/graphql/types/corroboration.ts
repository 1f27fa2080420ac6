import { Int, ObjectType } from 'type-graphql';
import { TIES } from '../../traversals/index.js';
import type { SourceGroup, Tie } from '../../traversals/index.js';
import { allThere } from '../awaitable.js';
import { plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { enumOf } from './enums.js';
import { SourceNode } from './source.js';

const SourceTieKindEnum = enumOf(
  'SourceTieKind',
  'Why two sources are not independent of one another.',
  TIES,
);

@ObjectType('SourceTie', { description: 'What ties sources to one another, so that they count as one.' })
class SourceTieNode {
  constructor(
    readonly tie: Tie,
    readonly loaders: Loaders,
  ) {}
}

plain(
  SourceTieNode,
  'kind',
  () => SourceTieKindEnum,
  { description: 'What ties them.' },
  ({ tie }) => tie.kind,
);
plain(
  SourceTieNode,
  'shared',
  () => String,
  {
    description: 'The publisher, address or document, as the first of the sources has it; null for DERIVED.',
    nullable: true,
  },
  ({ tie }) => tie.shared,
);
resolved(
  SourceTieNode,
  'sources',
  () => [SourceNode],
  {
    description:
      'The sources that are tied; they need not be cited. For DERIVED the one that derives, then the one from which it does.',
  },
  ({ tie, loaders }) => sourceNodes(tie.sources, loaders),
);

@ObjectType('SourceGroup', {
  description:
    'Sources that are not independent of one another: they count as one. Two are in one group where a tie joins them, or a chain of ' +
    'ties, which may lead through sources that nobody cites here.',
})
class SourceGroupNode {
  constructor(
    readonly group: SourceGroup,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  SourceGroupNode,
  'sources',
  () => [SourceNode],
  { description: 'The cited sources among them. At least one.' },
  ({ group, loaders }) => sourceNodes(group.sources, loaders),
);
plain(
  SourceGroupNode,
  'ties',
  () => [SourceTieNode],
  { description: 'Why they count as one; empty where there is but one.' },
  ({ group, loaders }) => group.ties.map((tie) => new SourceTieNode(tie, loaders)),
);

/** How well something is vouched for. */
@ObjectType('Corroboration', {
  description:
    'How many independent sources say so. Tied, and so counted once, are sources of one publisher; sources of one text (one address or ' +
    'one file); a source and another from which it derives, directly or through others; and sources that derive from a common third, ' +
    'whether or not that third, or one in between, is cited here. What a source derives from ties by its own publisher and text too. ' +
    'It is counted cautiously: ties add up, so that a further citation can lower the number where its source ties others that were ' +
    'apart. What a source does not say of itself cannot be held against it: the number says what is known of their independence, ' +
    'not that they never met.',
})
export class CorroborationNode {
  constructor(
    readonly sourceGroups: readonly SourceGroup[],
    readonly loaders: Loaders,
  ) {}
}

plain(
  CorroborationNode,
  'independentSources',
  () => Int,
  {
    description:
      'How many independent sources there are: the number of groups. Rather too small than too great; one more source may lower it.',
  },
  ({ sourceGroups }) => sourceGroups.length,
);
plain(
  CorroborationNode,
  'groups',
  () => [SourceGroupNode],
  { description: 'The citing sources, those together that count as one.' },
  ({ sourceGroups, loaders }) => sourceGroups.map((group) => new SourceGroupNode(group, loaders)),
);

async function sourceNodes(keys: readonly string[], loaders: Loaders): Promise<(SourceNode | null)[]> {
  const records = await allThere(keys.map((key) => loaders.source(key)));
  return records.map((record) => (record === null ? null : new SourceNode(record, loaders)));
}
