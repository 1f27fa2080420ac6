import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql';
import { COMMON_MAXIMUM, common } from '../../traversals/index.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging.js';
import { PageFields, QuestionArgs } from '../types/arguments.js';
import { questionComplexity } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { EntityKindEnum, FactKindEnum } from '../types/enums.js';
import { factFilter } from '../types/factConnection.js';
import { SharedEntityConnection, SharedEntityNode } from './commonTypes.js';
import type { AboutCommon } from './commonTypes.js';
import { connectComputed } from './list.js';
import { loadersForQuestion } from './open.js';

@PageFields
@ArgsType()
class CommonArgs extends QuestionArgs implements PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;

  @Field(() => [String], {
    description: `Who or what: 2 to ${COMMON_MAXIMUM} keys of entities of any kind.`,
  })
  keys!: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'How many of them must share something, from 2. All of them when left out.',
  })
  atLeast?: number | null;

  @Field(() => [EntityKindEnum], {
    nullable: true,
    description:
      'Only what is of these kinds: the hospitals and programmes that they share. Any kind when left out.',
  })
  entityKinds?: string[] | null;

  @Field(() => [FactKindEnum], {
    nullable: true,
    description: 'Only facts of these kinds join. All kinds when left out.',
  })
  kinds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description:
      'Whether relations join as facts do: both hospitals lie in one country. They have no time and no status, so `time`, `filter` and ' +
      '`kinds` say nothing of them.',
  })
  relations?: boolean | null;
}

/** What entities share. */
@Resolver()
export class CommonQueries {
  @Query(() => SharedEntityConnection, {
    complexity: questionComplexity('walk'),
    description:
      'What two or more entities share: the hospitals, techniques, programmes, teachers, countries that are joined to each of them by a ' +
      'fact or a relation, with the facts on each side. What most of them share comes first; then by kind, then by key. None of ' +
      'those asked about is listed: what joins two of them directly stands in `together` and `related`.',
  })
  async common(@Args(() => CommonArgs) args: CommonArgs, @Ctx() context: Context): Promise<Connection> {
    const loaders = await loadersForQuestion(context, args);
    const answer = await common(loaders.view, {
      keys: args.keys,
      ...(args.atLeast == null ? {} : { atLeast: args.atLeast }),
      ...(args.entityKinds == null ? {} : { entityKinds: args.entityKinds }),
      relations: args.relations ?? true,
      filter: factFilter(args, args.kinds == null ? {} : { kinds: args.kinds }),
    });
    return connectComputed(SharedEntityConnection, args, {
      order: 'MOST_SHARED_FIRST',
      places: /^\d{2}\|[A-Za-z]+\|./,
      loaders,
      items: answer.shared,
      placeOf: ({ place }) => place,
      present: (shared) => new SharedEntityNode(shared, loaders),
      about: { answer, loaders } satisfies AboutCommon,
    });
  }
}
