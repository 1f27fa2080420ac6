import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { GRAINS, TIMELINE_KEYS_MAXIMUM, timeline } from '../../traversals/index.js';
import type { Bucket, BucketGrain, Timeline } from '../../traversals/index.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging.js';
import { PageFields, QuestionArgs } from '../types/arguments.js';
import { connect, questionComplexity } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { FactKindEnum, RoleEnum, enumOf } from '../types/enums.js';
import { factFilter } from '../types/factConnection.js';
import { TimelineBucketNode, TimelineConnection } from './timelineTypes.js';
import type { AboutTimeline } from './timelineTypes.js';
import { loadersForQuestion } from './open.js';

const TimelineGrainEnum = enumOf('TimelineGrain', 'How long the buckets of a timeline are.', GRAINS);

@PageFields
@ArgsType()
class TimelineArgs extends QuestionArgs implements PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;

  @Field(() => [String], {
    description: `Whose facts: the keys of 1 to ${TIMELINE_KEYS_MAXIMUM} entities of any kind. A fact in which several take part counts once.`,
  })
  keys!: string[];

  @Field(() => [FactKindEnum], { nullable: true, description: 'Only facts of these kinds.' })
  kinds?: string[] | null;

  @Field(() => [RoleEnum], {
    nullable: true,
    description: 'Only facts in which the entities play one of these roles.',
  })
  roles?: string[] | null;

  @Field(() => TimelineGrainEnum, {
    nullable: true,
    defaultValue: 'YEAR',
    description: 'How long the buckets are.',
  })
  by?: BucketGrain | null;
}

/** Day numbers and years of any date that can be written stay above zero with this, and sort as texts. */
const OFFSET = 500_000_000_000_000;

/** What happened to some entities, year by year, month by month or day by day. */
@Resolver()
export class TimelineQueries {
  @Query(() => TimelineConnection, {
    complexity: questionComplexity('walk'),
    description:
      'The facts of entities in time, in buckets of a year, a month or a day. A fact is certain in a bucket where it is true on some ' +
      'day of it whatever its dates leave open, and possible where it may be. Buckets without any fact are left out. They cover the ' +
      'period of `time`, or else all days that any of the facts names: what is open at an end is counted up to there, and `start` and ' +
      '`end` say how many facts go on beyond.',
  })
  async timeline(@Args(() => TimelineArgs) args: TimelineArgs, @Ctx() context: Context): Promise<Connection> {
    const loaders = await loadersForQuestion(context, args);
    const by = args.by ?? 'YEAR';
    const answer = await timeline(loaders.view, {
      keys: args.keys,
      ...(args.kinds == null ? {} : { kinds: args.kinds }),
      ...(args.roles == null ? {} : { roles: args.roles }),
      by,
      filter: factFilter(args, {}),
    });
    return connect<Bucket, string>(TimelineConnection, args, {
      ordering: { order: `BY_${by}`, descending: false },
      places: /^\d{15}$/,
      knownIn: loaders.view.knownIn,
      loaders,
      load: ({ limit, descending, after, before }) => {
        const { buckets, hasMore } = answer.buckets.page({
          limit,
          descending,
          ...(after === undefined ? {} : { after: numberAt(after) }),
          ...(before === undefined ? {} : { before: numberAt(before) }),
        });
        const items = buckets.map((bucket) => ({ item: bucket, orderKey: placeOf(bucket) }));
        return Promise.resolve({ items, hasMore });
      },
      count: () => Promise.resolve(answer.buckets.length),
      present: (bucket) => new TimelineBucketNode(bucket, answer satisfies Timeline, loaders),
      about: { timeline: answer, loaders } satisfies AboutTimeline,
    });
  }
}

function placeOf({ number }: Bucket): string {
  return String(number + OFFSET).padStart(15, '0');
}

function numberAt(place: string): number {
  return Number(place) - OFFSET;
}
