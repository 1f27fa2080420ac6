import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { trainings } from '../../traversals/index.js';
import type { Context } from '../context.js';
import { connectionOfKind } from '../kinds/connections.js';
import { NARROWER, FactListArgs, keys } from '../types/arguments.js';
import { connect, connectionComplexity } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { factFilter, factOrdering } from '../types/factConnection.js';
import { factNode } from '../types/present.js';
import { loadersForQuestion } from './open.js';

const TrainingConnection = connectionOfKind('Training');

@ArgsType()
export class TrainingsArgs extends FactListArgs {
  @Field(() => [String], keys('Who taught: doctors, persons, hospitals, organisations.'))
  trainers?: string[];

  @Field(() => [String], keys('Who was taught: doctors, persons, hospitals, organisations.'))
  trainees?: string[];

  @Field(() => [String], keys('What was taught.'))
  techniques?: string[];

  @Field(() => Boolean, NARROWER)
  narrower?: boolean | null;

  @Field(
    () => [String],
    keys(
      'Hospitals or organisations in any role: place, trainer, trainee or sender. Their parts are not included.',
    ),
  )
  hospitals?: string[];

  @Field(() => [String], keys('Hospitals or organisations where it took place.'))
  places?: string[];

  @Field(() => [String], keys('The programme it belonged to.'))
  programmes?: string[];

  @Field(
    () => [String],
    keys('The country of the trainer’s side, stated or inferred; see `Training.trainerCountries`.'),
  )
  trainerCountries?: string[];

  @Field(() => [String], keys('The country of the place, stated or inferred; see `Training.placeCountries`.'))
  placeCountries?: string[];
}

/** Who trained whom in which technique. */
@Resolver()
export class TrainingQueries {
  @Query(() => TrainingConnection, {
    complexity: connectionComplexity,
    description:
      'Who trained whom in which technique, where, when, under which programme, and who says so. All that is given must hold.',
  })
  async trainings(
    @Args(() => TrainingsArgs) args: TrainingsArgs,
    @Ctx() context: Context,
  ): Promise<Connection> {
    const loaders = await loadersForQuestion(context, args);
    const { view } = loaders;
    const answer = await trainings(view, {
      trainers: args.trainers ?? undefined,
      trainees: args.trainees ?? undefined,
      techniques: args.techniques ?? undefined,
      narrower: args.narrower ?? true,
      institutions: args.hospitals ?? undefined,
      places: args.places ?? undefined,
      programmes: args.programmes ?? undefined,
      trainerCountries: args.trainerCountries ?? undefined,
      placeCountries: args.placeCountries ?? undefined,
      filter: factFilter(args, {}),
    });
    return connect(TrainingConnection, args, {
      ordering: factOrdering(args),
      knownIn: view.knownIn,
      loaders,
      load: (page) => answer.page(page),
      count: () => answer.count(),
      present: (record) => factNode(record, loaders),
    });
  }
}
