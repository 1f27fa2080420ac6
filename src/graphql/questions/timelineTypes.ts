import { Int, ObjectType } from 'type-graphql';
import { isoDay } from '../../ontology/index.js';
import { REACHES } from '../../traversals/index.js';
import type { Bucket, Reached, Timeline, TimelineEnd } from '../../traversals/index.js';
import { held, plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { PageArgs } from '../types/arguments.js';
import { connectionComplexity, connectionType } from '../types/connection.js';
import { cutField } from '../types/cut.js';
import { CertaintyEnum, enumOf } from '../types/enums.js';
import { FactNode } from '../types/fact.js';
import { FactConnection } from '../types/factConnection.js';
import { loadFact } from '../types/present.js';
import { connectFacts } from './factList.js';
import { connectComputed } from './list.js';

const ReachEnum = enumOf(
  'TimelineReach',
  'Why a fact is in a bucket beyond the days that it names.',
  REACHES,
);

@ObjectType('TimelineFact', { description: 'A fact in a bucket of a timeline.' })
class TimelineFactNode {
  constructor(
    readonly reached: Reached,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  TimelineFactNode,
  'fact',
  () => FactNode,
  { description: 'The fact, with its citations.' },
  ({ reached, loaders }) => loadFact(reached.key, loaders),
);
plain(
  TimelineFactNode,
  'certainty',
  () => CertaintyEnum,
  { description: 'Whether it is true in the bucket whatever the dates leave open, or may be.' },
  ({ reached }) => reached.certainty,
);
plain(
  TimelineFactNode,
  'reach',
  () => ReachEnum,
  {
    description: 'Why it is in a bucket beyond the days that it names; null within them.',
    nullable: true,
  },
  ({ reached }) => reached.reach,
);

const TimelineFactConnection = connectionType('TimelineFact', () => TimelineFactNode);

/** A bucket of a timeline. */
@ObjectType('TimelineBucket', { description: 'A year, month or day in which some fact is or may be true.' })
export class TimelineBucketNode {
  constructor(
    readonly bucket: Bucket,
    readonly timeline: Timeline,
    readonly loaders: Loaders,
  ) {}
}

plain(
  TimelineBucketNode,
  'name',
  () => String,
  {
    description: 'The year, month or day as EDTF: "2016", "2016-11", "2016-11-05".',
  },
  ({ bucket }) => bucket.name,
);
plain(
  TimelineBucketNode,
  'from',
  () => String,
  { description: 'Its first day: "2016-11-01".' },
  ({ bucket }) => bucket.from,
);
plain(
  TimelineBucketNode,
  'to',
  () => String,
  { description: 'Its last day: "2016-11-30".' },
  ({ bucket }) => bucket.to,
);
plain(
  TimelineBucketNode,
  'certain',
  () => Int,
  {
    description: 'How many facts are true on some day of it, whatever the dates leave open.',
  },
  ({ bucket }) => bucket.certain,
);
plain(
  TimelineBucketNode,
  'possible',
  () => Int,
  {
    description: 'How many further facts may be true in it; each may stand so in several buckets.',
  },
  ({ bucket }) => bucket.possible,
);
plain(
  TimelineBucketNode,
  'beginning',
  () => Int,
  {
    description:
      'How many of its facts are in no earlier bucket. Over all buckets every dated fact is counted here once.',
  },
  ({ bucket }) => bucket.beginning,
);
plain(
  TimelineBucketNode,
  'byOpenEnd',
  () => Int,
  {
    description:
      'How many of `certain` are here only because their begin or end is open (".."), beyond the days that they name.',
  },
  ({ bucket }) => bucket.byOpenEnd,
);
plain(
  TimelineBucketNode,
  'byUnknownEnd',
  () => Int,
  {
    description: 'How many of `possible` are here only because nobody says when they began or ended.',
  },
  ({ bucket }) => bucket.byUnknownEnd,
);
resolved(
  TimelineBucketNode,
  'facts',
  () => TimelineFactConnection,
  {
    description: 'The facts that are or may be true in it, by time, then by key.',
    args: PageArgs,
    complexity: connectionComplexity,
  },
  async ({ bucket, timeline, loaders }, args: PageArgs) =>
    connectComputed(TimelineFactConnection, args, {
      order: 'TIMELINE_FACTS',
      places: /^\d{34}\|./,
      loaders,
      items: await timeline.buckets.factsIn(bucket),
      placeOf: ({ order }) => order,
      present: (reached) => new TimelineFactNode(reached, loaders),
    }),
);

/** What the fields of the whole timeline are read from. */
export interface AboutTimeline {
  timeline: Timeline;
  loaders: Loaders;
}

@ObjectType('TimelineEnd', {
  description: 'An end of the time that the buckets of a timeline cover.',
  simpleResolvers: true,
})
class TimelineEndValue {
  day!: string;
  asked!: boolean;
  openCount!: number;
  unknownCount!: number;
}

held(TimelineEndValue, 'day', () => String, { description: 'The day: "2016-11-30".' });
held(TimelineEndValue, 'asked', () => Boolean, {
  description:
    'True where `time` asks for it. False where it is the first or last day that any of the facts names: then the buckets stop there ' +
    'though facts may go on, as `openCount` and `unknownCount` say.',
});
held(TimelineEndValue, 'openCount', () => Int, {
  description:
    'How many facts of the buckets are open at this end (".."), and so go on beyond the outermost bucket without having ended there ' +
    '(or had begun before it): of "2014/..", all that follows. Draw them as going on; ask for a longer `time` to see them in more buckets.',
});
held(TimelineEndValue, 'unknownCount', () => Int, {
  description:
    'How many facts of the buckets have, at this end, an end (or begin) that nobody knows, and so may go on beyond the outermost bucket: "2014/".',
});

/** The buckets of a timeline, page by page. */
export const TimelineConnection = connectionType('TimelineBucket', () => TimelineBucketNode);

const end = (name: 'start' | 'end', description: string) =>
  plain(
    TimelineConnection,
    name,
    () => TimelineEndValue,
    { description: `${description} Null where nothing is asked and no fact names a day.`, nullable: true },
    ({ about }) => endValue((about as AboutTimeline).timeline[name]),
  );
end(
  'start',
  'With which day the time begins that the buckets cover; the first bucket is whole all the same.',
);
end('end', 'With which day the time ends that the buckets cover; the last bucket is whole all the same.');

plain(
  TimelineConnection,
  'datedCount',
  () => Int,
  { description: 'How many facts stand in the buckets.' },
  ({ about }) => (about as AboutTimeline).timeline.buckets.facts.length,
);

const loose = (name: 'undated' | 'yearless', description: string) =>
  resolved(
    TimelineConnection,
    name,
    () => FactConnection,
    { description, args: PageArgs, complexity: connectionComplexity },
    ({ about }, args: PageArgs) => {
      const { timeline, loaders } = about as AboutTimeline;
      return connectFacts(args, timeline[name], loaders);
    },
  );
loose('undated', 'The facts that name no day. They are in no bucket.');
loose('yearless', 'The facts of which the day or month is known, but not the year. They are in no bucket.');

cutField(
  TimelineConnection,
  'Why facts may be missing; null where none is.',
  ({ about }) => (about as AboutTimeline).timeline.cut,
);

function endValue({ day, isAsked, openCount, unknownCount }: TimelineEnd): TimelineEndValue | null {
  const iso = isoDay(day);
  return iso === null ? null : { day: iso, asked: isAsked, openCount, unknownCount };
}
