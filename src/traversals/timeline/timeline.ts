import { ConfrereError } from '../../errors.js';
import { parseTime } from '../../ontology/index.js';
import type { FactRecord, Period } from '../../ontology/index.js';
import { factOrderKey } from '../../store/derive.js';
import type { FactFilter } from '../../store/port.js';
import { EVERY_KIND, demandEntities } from '../view/keys.js';
import { Pace } from '../view/pace.js';
import { Reading } from '../view/reading.js';
import type { View } from '../view/view.js';
import { bucketOf } from './bucket.js';
import type { BucketGrain } from './bucket.js';
import { Buckets } from './buckets.js';
import type { PlacedFact } from './buckets.js';
import { namedDays, placingOf, reachBeyond } from './placing.js';
import type { Placing } from './placing.js';

/** The facts of entities in time. */
export interface TimelineQuestion {
  /** Facts in which any of these takes part: 1 to TIMELINE_KEYS_MAXIMUM keys. */
  keys: readonly string[];
  kinds?: readonly string[];
  /** The roles in which they take part; any where left out. */
  roles?: readonly string[];
  by: BucketGrain;
  /** What narrows any list of facts. Its period, if any, is the one that the buckets cover. */
  filter: Omit<FactFilter, 'kinds' | 'participants'>;
}

/** An end of the time that buckets cover: the one that was asked, or else the first or last day that any fact names. */
export interface TimelineEnd {
  /** As a day number; infinite where neither is there. */
  readonly day: number;
  readonly isAsked: boolean;
  /** How many of the dated facts have an open or an unknown end on this side: they go on, or may, beyond all buckets. */
  readonly openCount: number;
  readonly unknownCount: number;
}

export const TIMELINE_KEYS_MAXIMUM = 100;

/** The timeline of entities. Refuses with BAD_KEY unknown keys, with BAD_USER_INPUT none or too many, or too many buckets. */
export async function timeline(view: View, question: TimelineQuestion): Promise<Timeline> {
  const { by, filter, roles, kinds } = question;
  const keys = view.canonicals(question.keys);
  checkKeys(keys);
  await demandEntities(view, 'keys', keys, EVERY_KIND);

  const reading = new Reading(view);
  const pace = new Pace(view);
  const sorting = new Sorting(by);
  const wanted = {
    ...filter,
    ...(kinds === undefined ? {} : { kinds }),
    participants: [{ entities: keys, ...(roles === undefined ? {} : { roles }) }],
  };
  for await (const facts of reading.facts(wanted)) {
    for (const fact of facts) {
      sorting.take(fact);
      if (pace.due) await pace.pause();
    }
  }

  const { start, end } = endsOf(filter.time?.period, sorting);
  const covered = { first: bucketOf(start.day, by), last: bucketOf(end.day, by) };
  const { dated, undated, yearless } = sorting;
  const buckets = await Buckets.of(dated, covered, by, pace);
  return {
    buckets,
    start,
    end,
    undated,
    yearless,
    cut: reading.cut,
  };
}

/** The facts of some entities in time. Each is in buckets, or undated, or yearless. */
export interface Timeline {
  readonly buckets: Buckets;
  readonly start: TimelineEnd;
  readonly end: TimelineEnd;
  /** Facts that name no day, and those of which the day or month is known but not the year: their order keys by time, sorted. */
  readonly undated: readonly string[];
  readonly yearless: readonly string[];
  readonly cut: Reading['cut'];
}

/** Tells the dated facts from the others, in the order in which they come, and keeps what is needed of them. */
class Sorting {
  readonly dated: PlacedFact[] = [];
  readonly undated: string[] = [];
  readonly yearless: string[] = [];
  first = Infinity;
  last = -Infinity;
  /** How many of the dated go on before the first day, and how many after the last. */
  readonly beyond = {
    first: { openCount: 0, unknownCount: 0 },
    last: { openCount: 0, unknownCount: 0 },
  };
  /** Facts say the same few times over and over. */
  private readonly placings = new Map<string, Placing | null>();

  constructor(private readonly by: BucketGrain) {}

  take(fact: FactRecord): void {
    const { key, time } = fact;
    const order = factOrderKey(fact, 'TIME');
    const placing = time === undefined ? null : this.placing(time);
    if (placing !== null) {
      this.dated.push({ key, order, placing });
      this.countBeyond(placing);
    } else if (time !== undefined && parseTime(time).bounds.yearless !== null) this.yearless.push(order);
    else this.undated.push(order);
  }

  private countBeyond(placing: Placing): void {
    for (const side of ['first', 'last'] as const) {
      const reach = reachBeyond(placing, side);
      if (reach === 'OPEN') this.beyond[side].openCount++;
      if (reach === 'UNKNOWN') this.beyond[side].unknownCount++;
    }
  }

  private placing(time: string): Placing | null {
    const known = this.placings.get(time);
    if (known !== undefined) return known;
    const placing = placingOf(time, this.by);
    this.placings.set(time, placing);
    const days = namedDays(parseTime(time).bounds);
    this.first = Math.min(this.first, days?.first ?? Infinity);
    this.last = Math.max(this.last, days?.last ?? -Infinity);
    return placing;
  }
}

/** What is asked, or else named. What is named may lie beyond the other end that is asked; then that one bucket is left. */
function endsOf(
  period: Period | undefined,
  { first, last, beyond }: Sorting,
): { start: TimelineEnd; end: TimelineEnd } {
  const { from, to } = period ?? { from: -Infinity, to: Infinity };
  const start = Number.isFinite(from)
    ? { day: from, isAsked: true }
    : { day: Math.min(first, to), isAsked: false };
  const end = Number.isFinite(to)
    ? { day: to, isAsked: true }
    : { day: Math.max(last, from), isAsked: false };
  return { start: { ...start, ...beyond.first }, end: { ...end, ...beyond.last } };
}

function checkKeys({ length }: readonly string[]): void {
  if (length >= 1 && length <= TIMELINE_KEYS_MAXIMUM) return;
  throw new ConfrereError(
    'BAD_USER_INPUT',
    `\`keys\` names ${length === 0 ? 'no entity' : `${length} entities`}; expected 1 to ${TIMELINE_KEYS_MAXIMUM}.`,
  );
}
