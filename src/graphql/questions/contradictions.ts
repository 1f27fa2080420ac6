import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { CONTRADICTIONS_KEYS_MAXIMUM, RULES, contradictions, findingPlace } from '../../traversals/index.js';
import type { Contradictions, RuleName } from '../../traversals/index.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging.js';
import { PageFields, QuestionArgs } from '../types/arguments.js';
import { questionComplexity } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { CertaintyEnum, FactKindEnum } from '../types/enums.js';
import { factFilter } from '../types/factConnection.js';
import { ContradictionConnection, ContradictionNode, ContradictionRuleEnum } from './contradictionsTypes.js';
import { connectComputed } from './list.js';
import { loadersForQuestion } from './open.js';

@PageFields
@ArgsType()
class ContradictionsArgs extends QuestionArgs implements PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;

  @Field(() => [String], {
    nullable: true,
    description:
      `Only facts in which one of these entities (keys, at most ${CONTRADICTIONS_KEYS_MAXIMUM}) takes part are held against one another. ` +
      'All facts when left out.',
  })
  keys?: string[] | null;

  @Field(() => [FactKindEnum], {
    nullable: true,
    description: 'Only contradictions in which at least one fact is of one of these kinds.',
  })
  kinds?: string[] | null;

  @Field(() => [ContradictionRuleEnum], {
    nullable: true,
    description: 'Only contradictions by these rules; by all when left out.',
  })
  rules?: RuleName[] | null;

  @Field(() => CertaintyEnum, {
    nullable: true,
    defaultValue: 'POSSIBLE',
    description:
      'CERTAIN: only what contradicts itself whatever the dates leave open. POSSIBLE: also what may, each marked as such.',
  })
  certainty?: 'CERTAIN' | 'POSSIBLE' | null;
}

/** Which facts cannot be true together. */
@Resolver()
export class ContradictionQueries {
  @Query(() => ContradictionConnection, {
    complexity: questionComplexity('whole'),
    description:
      'Which facts cannot both be true, or hardly, and by which rule: by the name of the rule, then by the keys of the facts. What is ' +
      'denied is always held against what is affirmed, whatever `filter.negated` says; what is only planned or proposed contradicts nothing.',
  })
  async contradictions(
    @Args(() => ContradictionsArgs) args: ContradictionsArgs,
    @Ctx() context: Context,
  ): Promise<Connection> {
    const loaders = await loadersForQuestion(context, args);
    const { negated: _negated, ...filter } = factFilter(args, {});
    const answer = await contradictions(loaders.view, {
      ...(args.keys == null ? {} : { keys: args.keys }),
      ...(args.kinds == null ? {} : { kinds: args.kinds }),
      ...(args.rules == null ? {} : { rules: args.rules }),
      certainty: args.certainty ?? 'POSSIBLE',
      filter,
    });
    return connectComputed(ContradictionConnection, args, {
      order: 'CONTRADICTIONS',
      places: new RegExp(`^(${Object.keys(RULES).join('|')}) [a-z]`),
      loaders,
      items: answer.findings,
      placeOf: findingPlace,
      present: (finding) => new ContradictionNode(finding, loaders),
      about: answer satisfies Contradictions,
    });
  }
}
