import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { demandSources, trainings } from '../../traversals/index.js';
import type { Context } from '../context.js';
import { connectionOfKind } from '../kinds/connections.js';
import { connect, connectionComplexity } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { factFilter, factOrdering } from '../types/factConnection.js';
import { factNode } from '../types/present.js';
import { standpointOf } from '../types/standpoint.js';
import { TrainingsArgs } from './arguments.js';

const TrainingConnection = connectionOfKind('Training');

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
    const loaders = await context.loaders(standpointOf(args));
    const { view } = loaders;
    await demandSources(view, 'filter.sources', args.filter?.sources ?? []);
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
      load: (page) => answer.page(page),
      count: () => answer.count(),
      present: (record) => factNode(record, loaders),
    });
  }
}
