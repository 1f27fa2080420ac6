import { compareTimes } from '../../../ontology/index.js';
import type { TimeBounds } from '../../../ontology/index.js';
import type { Dated, Profile } from '../profile.js';
import { exclusion, reason } from '../reasons.js';
import type { IdentityReason, IdentityRule } from '../reasons.js';

const YEAR = 365.2425;
/** Those who could be meant were born, or died, in some forty years. */
const GENERATIONS = 40 * YEAR;
const DATE_MOST = 12;

const WORKS_FROM = 16 * YEAR;
const TOO_YOUNG = -8;
const WORKS_UNTIL = 85 * YEAR;
const TOO_OLD = -5;
const WORKING_LIFE = 55 * YEAR;
const TOO_LONG = -4;

/** What dates of life say. */
export function lifeReasons(a: Profile, b: Profile): IdentityReason[] {
  if (!a.isPerson) return [];
  return [
    ...eventReasons('BIRTH', 'Born', a.births, b.births),
    ...eventReasons('DEATH', 'Died', a.deaths, b.deaths),
    ...lifetimeReasons(a, b),
  ];
}

function eventReasons(
  rule: IdentityRule,
  word: string,
  a: readonly Dated[],
  b: readonly Dated[],
): IdentityReason[] {
  const pairs = a.flatMap((one) => b.map((other) => ({ one, other })));
  if (pairs.length === 0) return [];
  const facts = pairs.flatMap(({ one, other }) => [one.fact, other.fact]);
  const compared = pairs.map(({ one, other }) => ({
    words: `${word} ${one.time ?? 'at an unknown time'} and ${other.time ?? 'at an unknown time'}`,
    weight: agreementOf(one.bounds, other.bounds),
  }));
  const possible = compared
    .filter(({ weight }) => weight !== null)
    .map(({ words, weight }) => ({ words, weight: weight ?? 0 }));
  // Where sources differ on one of them, one date that fits leaves it open.
  const [best] = possible.sort((x, y) => y.weight - x.weight);
  if (best === undefined)
    return [exclusion(rule, `${compared[0]?.words ?? word}: that cannot be one.`, facts)];
  return best.weight === 0 ? [] : [reason(rule, best.weight, `${best.words}.`, facts)];
}

/** In bits, how much it says that two days of one thing may be one; null where they cannot be. */
function agreementOf(one: TimeBounds | null, other: TimeBounds | null): number | null {
  if (one === null || other === null) return 0;
  if (compareTimes(one, other) === 'NO') return null;
  const overlap =
    Math.min(one.latestEnd, other.latestEnd) - Math.max(one.earliestStart, other.earliestStart) + 1;
  const extent =
    Math.max(one.latestEnd, other.latestEnd) - Math.min(one.earliestStart, other.earliestStart) + 1;
  if (!Number.isFinite(extent) || overlap <= 0) return 0;
  const weight = Math.log2(GENERATIONS / extent) - Math.log2(extent / overlap);
  return Math.min(Math.max(weight, 0), DATE_MOST);
}

function lifetimeReasons(a: Profile, b: Profile): IdentityReason[] {
  const found = [...outside(a, b), ...outside(b, a), ...careers(a, b)];
  const excluding = found.filter(({ excludes }) => excludes);
  // One line says it; the others of the same sort would count it twice.
  return (excluding.length > 0 ? excluding : found.sort((x, y) => x.weight - y.weight)).slice(0, 1);
}

/** What the one does, held against the birth and death of the other. */
function outside(one: Profile, other: Profile): IdentityReason[] {
  const reasons: IdentityReason[] = [];
  const everOf = (events: readonly Dated[], pick: (bounds: TimeBounds) => number, least: boolean) => {
    const days = events
      .flatMap(({ bounds }) => (bounds === null ? [] : [pick(bounds)]))
      .filter(Number.isFinite);
    if (days.length < events.length || days.length === 0) return undefined;
    return least ? Math.min(...days) : Math.max(...days);
  };
  const bornFrom = everOf(one.births, ({ earliestStart }) => earliestStart, true);
  const bornBy = everOf(one.births, ({ latestEnd }) => latestEnd, false);
  const deadBy = everOf(one.deaths, ({ latestEnd }) => latestEnd, false);
  const [birth, death] = [one.births[0], one.deaths[0]];
  for (const doing of [...other.doings, ...other.deaths, ...other.births]) {
    const { bounds, fact } = doing;
    if (bounds === null) continue;
    const isDoing = other.doings.includes(doing);
    const when = doing.time ?? '';
    if (deadBy !== undefined && death !== undefined && bounds.earliestStart > deadBy) {
      reasons.push(
        exclusion('LIFETIME', `One died in ${death.time ?? ''}, before a fact on the other (${when}).`, [
          death.fact,
          fact,
        ]),
      );
    }
    if (bornFrom === undefined || birth === undefined || other.births.includes(doing)) continue;
    if (bounds.latestEnd < bornFrom) {
      reasons.push(
        exclusion('LIFETIME', `One was born in ${birth.time ?? ''}, after a fact on the other (${when}).`, [
          birth.fact,
          fact,
        ]),
      );
    } else if (isDoing && bounds.latestStart - bornFrom < WORKS_FROM) {
      reasons.push(
        reason(
          'LIFETIME',
          TOO_YOUNG,
          `One was born in ${birth.time ?? ''}, a child at the time of a fact on the other (${when}).`,
          [birth.fact, fact],
        ),
      );
    } else if (isDoing && bornBy !== undefined && bounds.earliestStart - bornBy > WORKS_UNTIL) {
      reasons.push(
        reason(
          'LIFETIME',
          TOO_OLD,
          `One was born in ${birth.time ?? ''}, long before a fact on the other (${when}).`,
          [birth.fact, fact],
        ),
      );
    }
  }
  return reasons;
}

/** Nobody works for so long. */
function careers(a: Profile, b: Profile): IdentityReason[] {
  const latestFirst = (one: Profile) => lowest(one.doings, ({ bounds }) => bounds?.latestStart);
  const earliestLast = (one: Profile) => highest(one.doings, ({ bounds }) => bounds?.earliestEnd);
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const [first, last] = [latestFirst(one), earliestLast(other)];
    if (first === undefined || last === undefined || last.day - first.day <= WORKING_LIFE) continue;
    const text = `One is active by ${first.of.time ?? ''}, the other still in ${last.of.time ?? ''}.`;
    return [reason('LIFETIME', TOO_LONG, text, [first.of.fact, last.of.fact])];
  }
  return [];
}

interface OnDay {
  day: number;
  of: Dated;
}

function lowest(events: readonly Dated[], dayOf: (event: Dated) => number | undefined): OnDay | undefined {
  return onDays(events, dayOf).sort((x, y) => x.day - y.day || (x.of.fact < y.of.fact ? -1 : 1))[0];
}

function highest(events: readonly Dated[], dayOf: (event: Dated) => number | undefined): OnDay | undefined {
  return onDays(events, dayOf).sort((x, y) => y.day - x.day || (x.of.fact < y.of.fact ? -1 : 1))[0];
}

function onDays(events: readonly Dated[], dayOf: (event: Dated) => number | undefined): OnDay[] {
  return events.flatMap((of) => {
    const day = dayOf(of);
    return day === undefined || !Number.isFinite(day) ? [] : [{ day, of }];
  });
}
