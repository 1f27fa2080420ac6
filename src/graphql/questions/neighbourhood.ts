import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql';
import {
  AROUND_EACH_MAXIMUM,
  AROUND_HOPS_MAXIMUM,
  AROUND_MAXIMUM,
  neighbourhood,
  nodePlace,
} from '../../traversals/index.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging.js';
import { PageFields, QuestionArgs } from '../types/arguments.js';
import { questionComplexity } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { EntityKindEnum, FactKindEnum } from '../types/enums.js';
import { factFilter } from '../types/factConnection.js';
import { connectComputed } from './list.js';
import { NeighbourhoodConnection, DrawnNode } from './neighbourhoodTypes.js';
import { loadersForQuestion } from './open.js';

const HOPS_USUAL = 1;
const EACH_USUAL = 10;

@PageFields
@ArgsType()
class NeighbourhoodArgs extends QuestionArgs implements PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;

  @Field(() => [String], {
    description: `Around whom or what: 1 to ${AROUND_MAXIMUM} keys of entities of any kind.`,
  })
  keys!: string[];

  @Field(() => Int, {
    nullable: true,
    defaultValue: HOPS_USUAL,
    description: `How many steps far, from 1 to ${AROUND_HOPS_MAXIMUM}.`,
  })
  hops?: number | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: EACH_USUAL,
    description:
      `How many neighbours of each node are followed, from 1 to ${AROUND_EACH_MAXIMUM}: those with whom it has most facts in common, and of ` +
      'equals those whose keys come first.',
  })
  perNode?: number | null;

  @Field(() => [FactKindEnum], {
    nullable: true,
    description: 'Only facts of these kinds make neighbours. All kinds when left out.',
  })
  kinds?: string[] | null;

  @Field(() => [EntityKindEnum], {
    nullable: true,
    description:
      'Kinds of entities that are neither drawn nor followed: countries, for instance, which join almost everything. Those asked about stay.',
  })
  withoutEntityKinds?: string[] | null;
}

/** What lies around some entities. */
@Resolver()
export class NeighbourhoodQueries {
  @Query(() => NeighbourhoodConnection, {
    complexity: questionComplexity('whole'),
    description:
      'What lies around one or several entities, to draw: those that take part in facts with them, those that take part in facts with ' +
      'these, and so on, as nodes by distance, then by key. All facts that two nodes share make a link.',
  })
  async neighbourhood(
    @Args(() => NeighbourhoodArgs) args: NeighbourhoodArgs,
    @Ctx() context: Context,
  ): Promise<Connection> {
    const loaders = await loadersForQuestion(context, args);
    const answer = await neighbourhood(loaders.view, {
      keys: args.keys,
      hops: args.hops ?? HOPS_USUAL,
      perNode: args.perNode ?? EACH_USUAL,
      withoutEntityKinds: args.withoutEntityKinds ?? [],
      filter: factFilter(args, args.kinds == null ? {} : { kinds: args.kinds }),
    });
    return connectComputed(NeighbourhoodConnection, args, {
      order: 'NEAREST_FIRST',
      places: /^\d\|./,
      loaders,
      items: answer.nodes,
      placeOf: nodePlace,
      present: (node) => new DrawnNode(node, answer.drawing, loaders),
      about: answer,
    });
  }
}
