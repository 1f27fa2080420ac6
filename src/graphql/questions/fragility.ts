import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { dependentOrder, fragility } from '../../traversals/index.js';
import type { FragilityQuestion, Support } from '../../traversals/index.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging.js';
import { PageFields, QuestionArgs, keys } from '../types/arguments.js';
import { questionComplexity } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { enumOf } from '../types/enums.js';
import { factFilter } from '../types/factConnection.js';
import { DependentConnection, DependentNode, SupportEnum } from './fragilityTypes.js';
import { connectComputed } from './list.js';
import { INFERRED, KEYS_AT_MOST } from './sideTypes.js';
import { loadersForQuestion } from './open.js';

const DependentKindEnum = enumOf('DependentKind', 'Of what is asked whether it hangs on one.', {
  HOSPITAL: 'Hospitals where trainings took place, or whose people were taught.',
  COUNTRY: 'Countries where trainings took place, or whose people were taught.',
  TECHNIQUE: 'Techniques that were taught.',
});

@PageFields
@ArgsType()
class FragilityArgs extends QuestionArgs implements PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;

  @Field(() => DependentKindEnum, { description: 'Of what is asked.' })
  of!: FragilityQuestion['of'];

  @Field(() => [String], keys(`Only these hospitals, countries or techniques. ${KEYS_AT_MOST}`))
  keys?: string[] | null;

  @Field(() => [String], keys('Only trainings in one of these techniques.'))
  techniques?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description:
      'Whether techniques stand for all narrower techniques too: a training in a narrower one is one in the broader.',
  })
  narrower?: boolean | null;

  @Field(() => Boolean, INFERRED)
  inferred?: boolean | null;

  @Field(() => [SupportEnum], {
    nullable: true,
    defaultValue: ['TRAINER', 'SOURCE'],
    description: 'Only what hangs on one of these. Null: everything of which trainings tell.',
  })
  hangingOn?: Support[] | null;
}

/** What hangs on one trainer or one source. */
@Resolver()
export class FragilityQueries {
  @Query(() => DependentConnection, {
    complexity: questionComplexity('whole'),
    description:
      'Which hospitals, countries or techniques hang on a single trainer, or are told of by a single source; those with most trainings ' +
      'first, then by key. Where unnamed people taught, nobody knows how many, so that is never a single trainer.',
  })
  async fragility(
    @Args(() => FragilityArgs) args: FragilityArgs,
    @Ctx() context: Context,
  ): Promise<Connection> {
    const loaders = await loadersForQuestion(context, args);
    const asked = { of: args.of, inferred: args.inferred ?? true };
    const answer = await fragility(loaders.view, {
      ...asked,
      ...(args.keys == null ? {} : { keys: args.keys }),
      ...(args.techniques == null ? {} : { techniques: args.techniques }),
      narrower: args.narrower ?? true,
      ...(args.hangingOn == null ? {} : { hangingOn: args.hangingOn }),
      filter: factFilter(args, {}),
    });
    return connectComputed(DependentConnection, args, {
      order: 'MOST_TRAININGS',
      places: /^\d{7} \S+$/,
      loaders,
      items: answer.dependents,
      placeOf: dependentOrder,
      present: (dependent) => new DependentNode(dependent, asked, loaders),
      about: { answer, loaders },
    });
  }
}
