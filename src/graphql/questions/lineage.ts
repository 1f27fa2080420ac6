import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql';
import {
  ANCESTORS_OF_MAXIMUM,
  DEPTH_MAXIMUM,
  ancestorPlace,
  commonAncestors,
  lineage,
} from '../../traversals/index.js';
import type { CommonAncestors, Lineage } from '../../traversals/index.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging.js';
import { NARROWER, PageFields, QuestionArgs, keys } from '../types/arguments.js';
import { questionComplexity } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { CertaintyEnum, enumOf } from '../types/enums.js';
import { factFilter } from '../types/factConnection.js';
import {
  CommonAncestorConnection,
  CommonAncestorNode,
  LineageConnection,
  LineageMemberNode,
} from './lineageTypes.js';
import { connectComputed } from './list.js';
import { loadersForQuestion } from './open.js';

const LineageDirectionEnum = enumOf('LineageDirection', 'Which way a lineage goes.', {
  DESCENDANTS: 'Pupils, their pupils, and so on.',
  ANCESTORS: 'Teachers, their teachers, and so on.',
});

const DEPTH_USUAL = 5;

/** What both questions about lineage take. */
@PageFields
@ArgsType()
class LineageWaysArgs extends QuestionArgs implements PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;

  @Field(() => [String], keys('Only trainings in one of these techniques.'))
  techniques?: string[] | null;

  @Field(() => Boolean, NARROWER)
  narrower?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: DEPTH_USUAL,
    description: `How many trainings deep, from 1 to ${DEPTH_MAXIMUM}.`,
  })
  maxDepth?: number | null;

  @Field(() => CertaintyEnum, {
    nullable: true,
    description:
      'Only chains in time order: A trained B before B trained C. CERTAIN: all of the one lies before all of the next, whatever the ' +
      'dates leave open. POSSIBLE: the dates do not exclude it; undated trainings, and those of one day, may follow one another. ' +
      'Any order when left out.',
  })
  inTimeOrder?: 'CERTAIN' | 'POSSIBLE' | null;
}

@ArgsType()
class LineageArgs extends LineageWaysArgs {
  @Field(() => String, {
    description: 'Whose lineage: the key of a doctor, person, hospital or organisation.',
  })
  of!: string;

  @Field(() => LineageDirectionEnum, {
    nullable: true,
    defaultValue: 'DESCENDANTS',
    description: 'Which way it goes.',
  })
  direction?: 'DESCENDANTS' | 'ANCESTORS' | null;
}

@ArgsType()
class CommonAncestorsArgs extends LineageWaysArgs {
  @Field(() => [String], {
    description: `Whose common teachers and teachers’ teachers: 2 to ${ANCESTORS_OF_MAXIMUM} keys of doctors, persons, hospitals or organisations.`,
  })
  of!: string[];
}

/** Whose pupil’s pupil. */
@Resolver()
export class LineageQueries {
  @Query(() => LineageConnection, {
    complexity: questionComplexity('walk'),
    description:
      'Whose pupil’s pupil, or whose teacher’s teacher: everyone whom a chain of trainings reaches, in breadth-first order, each once, at ' +
      'the fewest trainings that lead there. Groups of unnamed people end their chain.',
  })
  async lineage(@Args(() => LineageArgs) args: LineageArgs, @Ctx() context: Context): Promise<Connection> {
    const loaders = await loadersForQuestion(context, args);
    const answer = await lineage(loaders.view, {
      of: args.of,
      direction: args.direction ?? 'DESCENDANTS',
      ...waysOf(args),
    });
    return connectComputed(LineageConnection, args, {
      order: 'BREADTH_FIRST',
      places: /^\d{2}\|./,
      loaders,
      items: answer.members,
      placeOf: ({ depth, key }) => `${String(depth).padStart(2, '0')}|${key}`,
      present: (member) => new LineageMemberNode(member, loaders),
      about: answer satisfies Lineage,
    });
  }

  @Query(() => CommonAncestorConnection, {
    complexity: questionComplexity('walk'),
    description:
      'From whom two or more people descend by training, the nearest first: by the sum of the depths, then the greatest of them, then ' +
      'the key. Nobody is their own ancestor.',
  })
  async commonAncestors(
    @Args(() => CommonAncestorsArgs) args: CommonAncestorsArgs,
    @Ctx() context: Context,
  ): Promise<Connection> {
    const loaders = await loadersForQuestion(context, args);
    const answer = await commonAncestors(loaders.view, { of: args.of, ...waysOf(args) });
    return connectComputed(CommonAncestorConnection, args, {
      order: 'NEAREST_FIRST',
      places: /^\d{4}\|\d{2}\|./,
      loaders,
      items: answer.ancestors,
      placeOf: ancestorPlace,
      present: (ancestor) => new CommonAncestorNode(ancestor, loaders),
      about: answer satisfies CommonAncestors,
    });
  }
}

function waysOf(args: LineageWaysArgs) {
  return {
    ...(args.techniques == null ? {} : { techniques: args.techniques }),
    narrower: args.narrower ?? true,
    maxDepth: args.maxDepth ?? DEPTH_USUAL,
    ...(args.inTimeOrder == null ? {} : { inTimeOrder: args.inTimeOrder }),
    filter: factFilter(args, {}),
  };
}
