import { Args, ArgsType, Field, Int, Resolver, Root, Subscription } from 'type-graphql';
import { changes } from '../../traversals/index.js';
import type { Change, ChangesQuestion } from '../../traversals/index.js';
import type { Context } from '../context.js';
import { ChangeValue } from '../types/change.js';
import { RecordKindEnum } from '../types/enums.js';

@ArgsType()
class ChangesArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      'The number of the last changeset that you have heard of: all later ones are told, also those that landed before you asked. Only what lands from now on when left out.',
  })
  after?: number | null;

  @Field(() => [RecordKindEnum], { nullable: true, description: 'Only records of these kinds.' })
  kinds?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Only the records with these keys, facts in which they take part or which cite them, and judgements on them.',
  })
  keys?: string[] | null;
}

/** What can be followed. */
@Resolver()
export class ChangeSubscriptions {
  @Subscription(() => ChangeValue, {
    description:
      'What changes, as it lands, whoever writes it. A record that changes again before it was told of is told of once, with the later write.',
    subscribe: ({ args, context }) => follow(args as ChangesArgs, context as Context),
  })
  changes(@Args(() => ChangesArgs) _asked: ChangesArgs, @Root() change: Change): ChangeValue {
    return new ChangeValue(change);
  }
}

async function follow(
  { after, kinds, keys }: ChangesArgs,
  { store, following }: Context,
): Promise<AsyncIterable<Change>> {
  if (following === undefined) throw new Error('Changes are followed in a stream alone.');
  const question: ChangesQuestion = {
    ...(after == null ? {} : { after }),
    ...(kinds == null ? {} : { kinds }),
    ...(keys == null ? {} : { keys }),
  };
  return await changes(store, following.arrivals, question, following);
}
