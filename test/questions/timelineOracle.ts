import { isoDay, parseTime } from '../../src/ontology/index.js';
import type { FactRecord } from '../../src/ontology/index.js';
import type { Bucket, Reached, TimelineQuestion } from '../../src/traversals/index.js';

/*
 * Timelines by brute force: the days that are covered are gone through one by one, and of every bucket of them and
 * every fact each pair of a first and a last day is tried.
 */

export interface OracleBucket extends Omit<Bucket, 'number'> {
  facts: Omit<Reached, 'order'>[];
}

interface OracleEnd {
  day: string | null;
  openCount: number;
  unknownCount: number;
}

export interface OracleTimeline {
  start: OracleEnd;
  end: OracleEnd;
  buckets: OracleBucket[];
  undated: string[];
  yearless: string[];
}

const LENGTHS = { YEAR: '2001'.length, MONTH: '2001-01'.length, DAY: '2001-01-01'.length };

export function timelineOracle(facts: readonly FactRecord[], question: TimelineQuestion): OracleTimeline {
  const meant = facts.filter((fact) => isMeant(fact, question));
  const isYearless = ({ time = '' }: FactRecord) => /^XXXX-[01]/.test(time);
  const isDated = ({ time = '' }: FactRecord) => /^[./]*\d{4}/.test(time);
  const dated = meant.filter(isDated);

  const named = dated.flatMap(namedDays);
  const { from, to } = question.filter.time?.period ?? { from: -Infinity, to: Infinity };
  const start = Number.isFinite(from) ? from : Math.min(...named, to);
  const end = Number.isFinite(to) ? to : Math.max(...named, from);
  const buckets: OracleBucket[] = [];
  const seen = new Set<string>();
  for (const [name, days] of bucketsBetween(start, end, LENGTHS[question.by])) {
    const found = inOrder(dated).flatMap((fact) => {
      const certainty = certaintyIn(fact, days);
      if (certainty === null) return [];
      const isNamed = days.some((day) => {
        const own = namedDays(fact);
        return Math.min(...own) <= day && day <= Math.max(...own);
      });
      const reach = isNamed ? null : certainty === 'CERTAIN' ? ('OPEN' as const) : ('UNKNOWN' as const);
      return [{ key: fact.key, certainty, reach }];
    });
    if (found.length === 0) continue;
    const count = (isCounted: (fact: (typeof found)[number]) => boolean) => found.filter(isCounted).length;
    buckets.push({
      name,
      from: isoDay(days[0] ?? 0) ?? '',
      to: isoDay(days.at(-1) ?? 0) ?? '',
      certain: count(({ certainty }) => certainty === 'CERTAIN'),
      possible: count(({ certainty }) => certainty === 'POSSIBLE'),
      beginning: count(({ key }) => !seen.has(key)),
      byOpenEnd: count(({ reach }) => reach === 'OPEN'),
      byUnknownEnd: count(({ reach }) => reach === 'UNKNOWN'),
      facts: found,
    });
    found.forEach(({ key }) => seen.add(key));
  }
  return {
    start: { day: isoDay(start), ...countsWritten(dated, /^\.\.\//, /^\//) },
    end: { day: isoDay(end), ...countsWritten(dated, /\/\.\.$/, /\/$/) },
    buckets,
    undated: keysOf(meant.filter((fact) => !isDated(fact) && !isYearless(fact))),
    yearless: keysOf(meant.filter(isYearless)),
  };
}

/** Open and unknown ends are told by how they are written alone. */
function countsWritten(facts: readonly FactRecord[], open: RegExp, unknown: RegExp) {
  const count = (form: RegExp) => facts.filter(({ time = '' }) => form.test(time)).length;
  return { openCount: count(open), unknownCount: count(unknown) };
}

function isMeant(fact: FactRecord, { keys, kinds, roles, filter }: TimelineQuestion): boolean {
  const plays = fact.participants.some(
    ({ role, entity }) => keys.includes(entity ?? '') && (roles?.includes(role) ?? true),
  );
  if (!plays || !(kinds?.includes(fact.kind) ?? true)) return false;
  if (filter.negated !== undefined && filter.negated !== fact.negated) return false;
  if (filter.time === undefined) return true;
  const { period, certainty } = filter.time;
  if (fact.time === undefined || /^XXXX/.test(fact.time))
    return certainty === 'POSSIBLE' && mayFall(fact, period);
  const overlaps = pairsOf(fact).map(([first, last]) => first <= period.to && last >= period.from);
  return certainty === 'CERTAIN' ? !overlaps.includes(false) : overlaps.includes(true);
}

/** A day or month of no year falls into every period of a year or more, and into shorter ones that have such a day. */
function mayFall({ time = '' }: FactRecord, { from, to }: { from: number; to: number }): boolean {
  const monthDay = time.slice('XXXX-'.length);
  if (monthDay === '' || to - from > 366) return true;
  return Array.from({ length: to - from + 1 }, (_, index) => isoDay(from + index)?.slice(5) ?? '').some(
    (day) => day.startsWith(monthDay),
  );
}

/** Each bucket that has a day between these, whole, with all of its days. */
function bucketsBetween(start: number, end: number, length: number): Map<string, number[]> {
  const buckets = new Map<string, number[]>();
  if (!Number.isFinite(start) || !Number.isFinite(end)) return buckets;
  const nameOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, length);
  let [first, last] = [start, end];
  while (nameOf(first - 1) === nameOf(start)) first--;
  while (nameOf(last + 1) === nameOf(end)) last++;
  for (let day = first; day <= last; day++) {
    buckets.set(nameOf(day), [...(length === LENGTHS.DAY ? [] : (buckets.get(nameOf(day)) ?? [])), day]);
  }
  return buckets;
}

function certaintyIn(fact: FactRecord, days: readonly number[]): Reached['certainty'] | null {
  const verdicts = pairsOf(fact).map(([start, end]) => start <= (days.at(-1) ?? 0) && end >= (days[0] ?? 0));
  if (!verdicts.includes(true)) return null;
  return verdicts.includes(false) ? 'POSSIBLE' : 'CERTAIN';
}

function pairsOf({ time = '' }: FactRecord): [start: number, end: number][] {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = parseTime(time).bounds;
  return [earliestStart, latestStart].flatMap((start) =>
    [earliestEnd, latestEnd].flatMap((end): [number, number][] => (start <= end ? [[start, end]] : [])),
  );
}

function namedDays({ time = '' }: FactRecord): number[] {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = parseTime(time).bounds;
  return [earliestStart, latestStart, earliestEnd, latestEnd].filter(Number.isFinite);
}

/** By the day on which it may have begun, or else ended; then by the last day, then by key. */
function inOrder(facts: readonly FactRecord[]): FactRecord[] {
  const placeOf = ({ time = '' }: FactRecord) => {
    const { earliestStart, latestEnd } = parseTime(time).bounds;
    return [Number.isFinite(earliestStart) ? earliestStart : latestEnd, latestEnd];
  };
  return [...facts].sort((one, other) => {
    const [[a = 0, b = 0], [c = 0, d = 0]] = [placeOf(one), placeOf(other)];
    if (a !== c) return a - c;
    if (b !== d) return b - d;
    return one.key < other.key ? -1 : 1;
  });
}

function keysOf(facts: readonly FactRecord[]): string[] {
  return facts.map(({ key }) => key).sort();
}
