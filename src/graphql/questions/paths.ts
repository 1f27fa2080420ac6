import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql';
import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';
import {
  EXCLUDED_MAXIMUM,
  HOPS_MAXIMUM,
  HUB_PENALTY_MAXIMUM,
  PATHS_MAXIMUM,
  paths,
} from '../../traversals/index.js';
import type { Context } from '../context.js';
import { QuestionArgs } from '../types/arguments.js';
import { WORK } from '../types/connection.js';
import { EntityKindEnum, FactKindEnum } from '../types/enums.js';
import { factFilter } from '../types/factConnection.js';
import { PathsNode } from './pathsTypes.js';
import { loadersForQuestion } from './open.js';

const PATHS_USUAL = 3;
const HOPS_USUAL = 4;

@ArgsType()
class PathsArgs extends QuestionArgs {
  @Field(() => String, { description: 'Where paths begin: the key of an entity of any kind.' })
  from!: string;

  @Field(() => String, { description: 'Where they end: the key of another entity.' })
  to!: string;

  @Field(() => Int, {
    nullable: true,
    defaultValue: PATHS_USUAL,
    description: `How many paths at the most, from 1 to ${PATHS_MAXIMUM}.`,
  })
  k?: number | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: HOPS_USUAL,
    description: `How many hops a path may have, from 1 to ${HOPS_MAXIMUM}.`,
  })
  maxHops?: number | null;

  @Field(() => [String], {
    nullable: true,
    description: `Entities (keys) that may not be passed through, at most ${EXCLUDED_MAXIMUM}; neither end among them.`,
  })
  withoutEntities?: string[] | null;

  @Field(() => [EntityKindEnum], {
    nullable: true,
    description:
      'Kinds of entities that may not be passed through: that two doctors both worked in a country says little. The ends may be of these kinds.',
  })
  withoutEntityKinds?: string[] | null;

  @Field(() => [FactKindEnum], { nullable: true, description: 'Only facts of these kinds make a hop.' })
  kinds?: string[] | null;

  @Field(() => [FactKindEnum], { nullable: true, description: 'Facts of these kinds make no hop.' })
  withoutKinds?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 0,
    description:
      `From 0 to ${HUB_PENALTY_MAXIMUM}: how much to avoid what nearly everything is connected with. Each entity that a path passes through ` +
      'then costs so much for every power of ten that the number of its facts reaches (nothing below 10 facts, once this from 10, twice from 100, ' +
      'and so on), and paths are ordered by their cost before their length. 0 for the shortest ones.',
  })
  hubPenalty?: number | null;
}

/** What connects two entities. */
@Resolver()
export class PathQueries {
  @Query(() => PathsNode, {
    complexity: pathsComplexity,
    description:
      'What connects two entities: the shortest paths over facts, with all facts and citations of every hop. A hop joins two entities that ' +
      'take part in the same fact, whatever their roles; groups of unnamed people are no stops. Of paths of one length, the one whose ' +
      'weakest hop has more independent sources comes first.',
  })
  async paths(@Args(() => PathsArgs) args: PathsArgs, @Ctx() context: Context): Promise<PathsNode> {
    const loaders = await loadersForQuestion(context, args);
    const { withoutEntities, withoutEntityKinds, kinds, withoutKinds } = args;
    const answer = await paths(loaders.view, {
      from: args.from,
      to: args.to,
      k: args.k ?? PATHS_USUAL,
      maxHops: args.maxHops ?? HOPS_USUAL,
      hubPenalty: args.hubPenalty ?? 0,
      ...(withoutEntities == null ? {} : { withoutEntities }),
      ...(withoutEntityKinds == null ? {} : { withoutEntityKinds }),
      ...(kinds == null ? {} : { kinds }),
      ...(withoutKinds == null ? {} : { withoutKinds }),
      filter: factFilter(args, {}),
    });
    return new PathsNode(answer, loaders);
  }
}

/** What the answer costs: what is asked of a hop, as often as the paths may have hops. */
function pathsComplexity({ args, childComplexity }: ComplexityEstimatorArgs): number {
  const within = (value: unknown, usual: number, most: number) =>
    // Numbers out of bounds are refused when the question is asked, in better words than its cost could be.
    Math.min(Math.max(0, typeof value === 'number' ? value : usual), most);
  const count = within(args['k'], PATHS_USUAL, PATHS_MAXIMUM);
  const hops = within(args['maxHops'], HOPS_USUAL, HOPS_MAXIMUM);
  return WORK.walk + Math.max(1, count * hops) * childComplexity;
}
