import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { ConfrereError } from '../../errors.js';
import { ontology } from '../../ontology/index.js';
import type { Context } from '../context.js';
import { fromGlobalId } from '../globalId.js';
import { NodeBase } from '../types/node.js';
import { loadEntity, loadFact } from '../types/present.js';
import { SourceNode } from '../types/source.js';

/** The most ids that one call of `nodes` takes. */
const NODES_MAXIMUM = 100;

@Resolver()
export class NodeQueries {
  @Query(() => NodeBase, {
    nullable: true,
    description: 'Whatever has this global id; null when it is not there.',
  })
  node(
    @Arg('id', () => ID, { description: 'An id as an earlier answer gave it.' }) id: string,
    @Ctx() context: Context,
  ): Promise<NodeBase | null> {
    return load(id, context);
  }

  @Query(() => [NodeBase], {
    nullable: 'items',
    description:
      'Whatever has these global ids, in the order asked; null where there is nothing. At most 100.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Ids as earlier answers gave them.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<(NodeBase | null)[]> {
    if (ids.length > NODES_MAXIMUM) {
      throw new ConfrereError(
        'TOO_MANY_KEYS',
        `\`ids\` has ${ids.length} items; expected at most ${NODES_MAXIMUM}.`,
      );
    }
    return Promise.all(ids.map((id) => load(id, context)));
  }
}

async function load(id: string, context: Context): Promise<NodeBase | null> {
  const { type, key } = fromGlobalId(id);
  const loaders = await context.loaders();
  if (type === 'Source') {
    const source = key.startsWith('source/') ? await loaders.source(key) : null;
    return source === null ? null : new SourceNode(source, loaders);
  }
  if (ontology.entityKindOfKey(key)?.name === type) {
    return await loadEntity(key, loaders);
  }
  if (ontology.factKindOfKey(key)?.name === type) {
    return await loadFact(key, loaders);
  }
  throw new ConfrereError(
    'BAD_ID',
    `"${id.slice(0, 100)}" is the id of a ${type.slice(0, 40)} with a key of another type.`,
  );
}
