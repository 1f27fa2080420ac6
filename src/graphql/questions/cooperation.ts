import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { FLOW_KINDS, cooperation } from '../../traversals/index.js';
import type { Grain } from '../../traversals/index.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging.js';
import { NARROWER, PageFields, QuestionArgs, keys } from '../types/arguments.js';
import { questionComplexity } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { FactKindEnum } from '../types/enums.js';
import { factFilter } from '../types/factConnection.js';
import { FlowConnection, connectFlows } from './cooperationTypes.js';
import { INFERRED, KEYS_AT_MOST, SideKindEnum } from './sideTypes.js';
import { loadersForQuestion } from './open.js';

@PageFields
@ArgsType()
class CooperationArgs extends QuestionArgs implements PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;

  @Field(() => SideKindEnum, { description: 'Between what the flows run.' })
  between!: Grain;

  @Field(
    () => [String],
    keys(`Only flows from or to one of these countries, hospitals or organisations. ${KEYS_AT_MOST}`),
  )
  keys?: string[] | null;

  @Field(() => [FactKindEnum], {
    nullable: true,
    description: `Only facts of these kinds. When left out all that are flows: ${FLOW_KINDS.join(', ')}.`,
  })
  kinds?: string[] | null;

  @Field(() => [String], keys('Only facts about one of these techniques.'))
  techniques?: string[] | null;

  @Field(() => Boolean, NARROWER)
  narrower?: boolean | null;

  @Field(() => Boolean, INFERRED)
  inferred?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether flows within one and the same country, hospital or organisation are listed.',
  })
  domestic?: boolean | null;
}

/** Who sends, teaches, hands over to, receives whom. */
@Resolver()
export class CooperationQueries {
  @Query(() => FlowConnection, {
    complexity: questionComplexity('whole'),
    description:
      'Who sends, teaches, hands over to, advises, visits whom, counted between countries, hospitals or organisations; those with most ' +
      'facts first, then by their keys. Each value of FactKind says which of its roles are the side it comes from and which the one it goes ' +
      'to; a cooperation has no direction. A fact with several origins or destinations is in the flow of each.',
  })
  async cooperation(
    @Args(() => CooperationArgs) args: CooperationArgs,
    @Ctx() context: Context,
  ): Promise<Connection> {
    const loaders = await loadersForQuestion(context, args);
    const asked = { grain: args.between, inferred: args.inferred ?? true };
    const answer = await cooperation(loaders.view, {
      between: args.between,
      ...(args.keys == null ? {} : { keys: args.keys }),
      ...(args.kinds == null ? {} : { kinds: args.kinds }),
      ...(args.techniques == null ? {} : { techniques: args.techniques }),
      narrower: args.narrower ?? true,
      inferred: asked.inferred,
      domestic: args.domestic ?? true,
      filter: factFilter(args, {}),
    });
    return connectFlows(FlowConnection, args, answer.flows, { answer, asked, loaders });
  }
}
