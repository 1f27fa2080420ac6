import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { ConfrereError } from '../../errors.js';
import { isKey, nameKey, ontology } from '../../ontology/index.js';
import { demandSources } from '../../traversals/index.js';
import type { EntityOrder } from '../../store/port.js';
import type { Context } from '../context.js';
import { shorten } from '../globalId.js';
import { EntityConnection } from '../kinds/connections.js';
import { connect, connectionComplexity, orderingOf } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { EntityNode } from '../types/entity.js';
import { FactNode } from '../types/fact.js';
import { FactConnection, factConnection } from '../types/factConnection.js';
import { loadersForQuestion, participantConditions } from '../questions/open.js';
import { entityNode, loadEntity, loadFact } from '../types/present.js';
import { SourceConnection, SourceNode } from '../types/source.js';
import { StandpointArgs, standpointOf } from '../types/standpoint.js';
import { ChangesetValue } from '../types/values.js';
import { ChangesetArgs, EntitiesArgs, FactsArgs, SourcesArgs } from './arguments.js';

/** Records by key, and lists of them. */
@Resolver()
export class RecordQueries {
  @Query(() => EntityNode, {
    nullable: true,
    description: 'The entity with this key; null when there is none.',
  })
  async entity(
    @Arg('key', () => String, { description: 'For instance "doctor/nguyen-phu-huu".' }) key: string,
    @Args(() => StandpointArgs) standpoint: StandpointArgs,
    @Ctx() context: Context,
  ): Promise<EntityNode | null> {
    demandKey(key, ontology.entityKindOfKey(key) !== undefined, 'an entity');
    return await loadEntity(key, await context.loaders(standpointOf(standpoint)));
  }

  @Query(() => EntityConnection, {
    complexity: connectionComplexity,
    description: 'Entities of all kinds, or of some.',
  })
  async entities(@Args(() => EntitiesArgs) args: EntitiesArgs, @Ctx() context: Context): Promise<Connection> {
    const loaders = await context.loaders(args.identity == null ? {} : { identity: args.identity });
    const view = loaders.view.noting();
    if (args.sources != null) await demandSources(view, 'sources', args.sources);
    const filter = {
      ...(args.kinds == null ? {} : { kinds: args.kinds }),
      ...(args.name == null ? {} : { nameKeys: [nameKey(args.name)] }),
      ...(args.externalId == null ? {} : { externalIds: [args.externalId] }),
      ...(args.sources == null ? {} : { sources: args.sources }),
    };
    return connect(EntityConnection, args, {
      ordering: orderingOf<EntityOrder>(args.order ?? 'NAME'),
      loaders,
      leaning: view.leaning,
      load: (page) => view.findEntities(filter, page),
      count: () => loaders.view.countEntities(filter),
      present: (record) => entityNode(record, loaders),
    });
  }

  @Query(() => FactNode, {
    nullable: true,
    description: 'The fact with this key, also when it was withdrawn or superseded; null when there is none.',
  })
  async fact(
    @Arg('key', () => String, { description: 'For instance "training/…".' }) key: string,
    @Args(() => StandpointArgs) standpoint: StandpointArgs,
    @Ctx() context: Context,
  ): Promise<FactNode | null> {
    demandKey(key, ontology.factKindOfKey(key) !== undefined, 'a fact');
    return await loadFact(key, await context.loaders(standpointOf(standpoint)));
  }

  @Query(() => FactConnection, {
    complexity: connectionComplexity,
    description: 'Facts of all kinds, or of some.',
  })
  async facts(@Args(() => FactsArgs) args: FactsArgs, @Ctx() context: Context): Promise<Connection> {
    const { view } = await loadersForQuestion(context, args);
    const participants = await participantConditions(view, args.participants);
    return factConnection(context, args, {
      ...(args.kinds == null ? {} : { kinds: args.kinds }),
      ...(participants === undefined ? {} : { participants }),
    });
  }

  @Query(() => SourceNode, {
    nullable: true,
    description: 'The source with this key; null when there is none.',
  })
  async source(
    @Arg('key', () => String, { description: 'For instance "source/…".' }) key: string,
    @Ctx() context: Context,
  ): Promise<SourceNode | null> {
    demandKey(key, key.startsWith('source/'), 'a source');
    const loaders = await context.loaders();
    const record = await loaders.source(key);
    return record === null ? null : new SourceNode(record, loaders);
  }

  @Query(() => SourceConnection, { complexity: connectionComplexity, description: 'All sources, by key.' })
  async sources(@Args(() => SourcesArgs) args: SourcesArgs, @Ctx() context: Context): Promise<Connection> {
    const { store } = context;
    const loaders = await context.loaders();
    return connect(SourceConnection, args, {
      ordering: { order: 'KEY', descending: false },
      load: (page) => store.findSources(page),
      count: () => store.countSources(),
      present: (record) => new SourceNode(record, loaders),
    });
  }

  @Query(() => ChangesetValue, {
    nullable: true,
    description: 'The write with this number; null when there is none.',
  })
  async changeset(
    @Args(() => ChangesetArgs) { number }: ChangesetArgs,
    @Ctx() { store }: Context,
  ): Promise<ChangesetValue | null> {
    const [changeset] = await store.changesets([number]);
    return changeset ?? null;
  }
}

function demandKey(key: string, rightKind: boolean, what: string): void {
  if (isKey(key) && rightKind) return;
  const kind = ontology.entityKindOfKey(key)?.name ?? ontology.factKindOfKey(key)?.name;
  const came = kind === undefined ? '' : `, which is a key of the kind ${kind}`;
  throw new ConfrereError(
    'BAD_KEY',
    `\`key\` is "${shorten(key)}"${came}; expected the key of ${what}: ${examples(what)}.`,
  );
}

function examples(what: string): string {
  if (what === 'a source') return '"source/…"';
  const kinds = what === 'an entity' ? ontology.entityKinds : ontology.factKinds;
  return kinds.map(({ prefix }) => `"${prefix}/…"`).join(', ');
}
