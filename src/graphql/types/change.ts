import { ObjectType } from 'type-graphql';
import { ontology } from '../../ontology/index.js';
import { CHANGES_AT_ONCE } from '../../traversals/index.js';
import type { Change } from '../../traversals/index.js';
import type { Context } from '../context.js';
import { plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { JudgementNode } from './judgement.js';
import { NodeBase } from './node.js';
import { loadEntity, loadFact, loadJudgements } from './present.js';
import { SourceNode } from './source.js';
import { ChangesetValue } from './values.js';

/** Records that came to their present form with a changeset. */
@ObjectType('Change', {
  description: `Records that came to their present form with one write. Of a write that changed more than ${CHANGES_AT_ONCE} there come several of these.`,
})
export class ChangeValue {
  constructor(readonly change: Change) {}
}

plain(
  ChangeValue,
  'changeset',
  () => ChangesetValue,
  {
    description:
      'The write. Follow from its number, less one, to go on after a break: then nothing is missed.',
  },
  ({ change }) => change.changeset,
);
plain(
  ChangeValue,
  'keys',
  () => [String],
  {
    description: `The keys of the records that changed and are followed, sorted; at most ${CHANGES_AT_ONCE}.`,
  },
  ({ change }) => change.keys,
);
resolved(
  ChangeValue,
  'nodes',
  () => [NodeBase],
  {
    description: 'The entities, facts and sources among them, as they are now.',
    complexity: childrenOfAll,
  },
  async ({ change }, _args, context: Context) => {
    const loaders = await context.loaders();
    const nodes = await Promise.all(change.keys.map((key) => nodeOf(key, loaders)));
    return nodes.flatMap((node) => node ?? []);
  },
);
resolved(
  ChangeValue,
  'judgements',
  () => [JudgementNode],
  {
    description: 'The judgements among them, also dropped ones, as they are now.',
    complexity: childrenOfAll,
  },
  async ({ change }, _args, context: Context) => {
    const keys = change.keys.filter((key) => key.startsWith('judgement/'));
    return await loadJudgements(keys, await context.loaders());
  },
);

function childrenOfAll({ childComplexity }: { childComplexity: number }): number {
  return 1 + CHANGES_AT_ONCE * childComplexity;
}

async function nodeOf(key: string, loaders: Loaders): Promise<NodeBase | null> {
  if (key.startsWith('source/')) {
    const source = await loaders.source(key);
    return source === null ? null : new SourceNode(source, loaders);
  }
  if (ontology.entityKindOfKey(key) !== undefined) return await loadEntity(key, loaders);
  return ontology.factKindOfKey(key) === undefined ? null : await loadFact(key, loaders);
}
