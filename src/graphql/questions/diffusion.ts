import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { ARRIVAL_KINDS, diffusion, reachedOrder } from '../../traversals/index.js';
import type { DiffusionQuestion } from '../../traversals/index.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging.js';
import { PageFields, QuestionArgs } from '../types/arguments.js';
import { questionComplexity } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { enumOf } from '../types/enums.js';
import { factFilter } from '../types/factConnection.js';
import { TechniqueArrivalConnection, TechniqueArrivalNode } from './diffusionTypes.js';
import { connectComputed } from './list.js';
import { INFERRED } from './sideTypes.js';
import { loadersForQuestion } from './open.js';

const PlaceKindEnum = enumOf('PlaceKind', 'Where a technique arrives.', {
  HOSPITAL: 'At hospitals.',
  COUNTRY: 'In countries.',
});

@PageFields
@ArgsType()
class DiffusionArgs extends QuestionArgs implements PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;

  @Field(() => String, { description: 'The key of the technique.' })
  technique!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether the technique stands for all narrower techniques too.',
  })
  narrower?: boolean | null;

  @Field(() => PlaceKindEnum, { nullable: true, defaultValue: 'HOSPITAL', description: 'Where it arrives.' })
  by?: DiffusionQuestion['by'] | null;

  @Field(() => Boolean, INFERRED)
  inferred?: boolean | null;
}

/** How a technique spread. */
@Resolver()
export class DiffusionQueries {
  @Query(() => TechniqueArrivalConnection, {
    complexity: questionComplexity('walk'),
    description:
      `How a technique reached hospitals or countries, and from whom, by the time of the first fact that shows it there, then by key. ` +
      `What shows it: ${ARRIVAL_KINDS.join(', ')}; each value of FactKind says by which of its roles.`,
  })
  async diffusion(
    @Args(() => DiffusionArgs) args: DiffusionArgs,
    @Ctx() context: Context,
  ): Promise<Connection> {
    const loaders = await loadersForQuestion(context, args);
    const asked = { grain: args.by ?? 'HOSPITAL', inferred: args.inferred ?? true };
    const answer = await diffusion(loaders.view, {
      technique: args.technique,
      narrower: args.narrower ?? true,
      by: asked.grain,
      inferred: asked.inferred,
      filter: factFilter(args, {}),
    });
    return connectComputed(TechniqueArrivalConnection, args, {
      order: 'FIRST_FACT',
      places: /^\d{34} \S+$/,
      loaders,
      items: answer.reached,
      placeOf: reachedOrder,
      present: (place) => new TechniqueArrivalNode(place, asked, loaders),
      about: { answer, asked, loaders },
    });
  }
}
