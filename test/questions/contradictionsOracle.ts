import { compareWithPeriod, dayOf, parseTime } from '../../src/ontology/index.js';
import type { EntityRecord, FactRecord, Period } from '../../src/ontology/index.js';
import type { ContradictionsQuestion, Finding } from '../../src/traversals/index.js';
import { DENIED_DAYS } from './contradictionGraphs.js';

/*
 * Contradictions as their definitions say: every rule looks at every ordered pair of facts, and times are compared by
 * trying the first and last days that each may have begun and ended.
 */

type Found = Pick<Finding, 'rule' | 'certainty' | 'about'>;
type Certainty = Finding['certainty'];

/** A line for each finding, sorted. */
export function contradictionsOracle(
  facts: readonly FactRecord[],
  entities: readonly EntityRecord[],
  question: ContradictionsQuestion,
): string[] {
  const { keys, kinds, rules, certainty, filter } = question;
  const isMeant = (fact: FactRecord) =>
    (keys === undefined || fact.participants.some(({ entity }) => keys.includes(entity ?? ''))) &&
    fact.modality === 'FACTUAL' &&
    (filter.statuses?.includes(fact.status) ?? true) &&
    (filter.sources === undefined || fact.citations.some(({ source }) => filter.sources?.includes(source)));
  const isThen = ({ time }: FactRecord) =>
    filter.time === undefined ||
    [filter.time.certainty, 'CERTAIN'].includes(
      compareWithPeriod(time === undefined ? null : parseTime(time).bounds, filter.time.period),
    );
  const meant = facts.filter(isMeant);
  const lines = meant.flatMap((one) =>
    meant.flatMap((other) => {
      if (one === other || !isThen(one)) return [];
      const found = [...life(one, other), ...(isThen(other) ? foundIn(one, other, entities) : [])];
      return found
        .filter(({ rule }) => rules?.includes(rule) ?? true)
        .filter((each) => certainty === 'POSSIBLE' || each.certainty === 'CERTAIN')
        .filter(() => kinds === undefined || kinds.includes(one.kind) || kinds.includes(other.kind))
        .map(({ rule, certainty: sure, about }) =>
          [rule, one.key, other.key, ...[...about].sort(), sure].join(' '),
        );
    }),
  );
  return lines.sort();
}

function foundIn(one: FactRecord, other: FactRecord, entities: readonly EntityRecord[]): Found[] {
  if (!one.negated && other.negated) return denied(one, other);
  if (one.negated || other.negated || one.key > other.key || one.kind !== other.kind) return [];
  switch (one.kind) {
    case 'Birth':
    case 'Death': {
      const [person, same] = [one, other].map((fact) => entitiesIn(fact, ['BORN', 'DECEASED'])[0] ?? '');
      if (person === undefined || person !== same || one.time === undefined || other.time === undefined)
        return [];
      return overlap(one, other) === 'NO'
        ? [{ rule: 'LIVED_TWICE', certainty: 'CERTAIN', about: [person] }]
        : [];
    }
    case 'Observation':
      return figures(one, other);
    case 'Affiliation':
      return overlap(one, other) === 'CERTAIN' ? posts(one, other, entities) : [];
    default:
      return [];
  }
}

function denied(affirmed: FactRecord, denial: FactRecord): Found[] {
  const isOpinion = denial.kind === 'Assessment';
  if (isOpinion || affirmed.kind !== denial.kind) return [];
  if (!partsIn(denial).every((part) => partsIn(affirmed).includes(part))) return [];
  const values = ({ properties }: FactRecord) =>
    Object.entries(properties).map((each) => each.join().toLowerCase());
  if (!values(denial).every((value) => values(affirmed).includes(value))) return [];
  const figure = ({ quantity: { min, max, unit } = { text: '' } }: FactRecord) => [min, max, unit].join();
  if (denial.quantity !== undefined && figure(denial) !== figure(affirmed)) return [];

  const days = denial.time === undefined ? null : (DENIED_DAYS[denial.time] ?? null);
  const from = days?.[0] === '' ? -Infinity : days?.[0] === undefined ? undefined : dayOf(days[0]);
  const to = days?.[1] === '' ? Infinity : days?.[1] === undefined ? undefined : dayOf(days[1]);
  const isSure =
    affirmed.time !== undefined &&
    from !== undefined &&
    to !== undefined &&
    pairsOf(affirmed).every(([start, end]) => start <= to && end >= from);
  const shared = isSure ? 'CERTAIN' : overlap(affirmed, denial);
  if (shared === 'NO') return [];
  const isUnnamed = denial.participants.some(({ group }) => group !== undefined);
  const about = denial.participants.flatMap(({ role, entity }) =>
    role === 'REPORTER' ? [] : (entity ?? []),
  );
  return [{ rule: 'DENIED', certainty: isUnnamed ? 'POSSIBLE' : shared, about: [...new Set(about)] }];
}

/** A fact against a birth or death; these count whenever they were, and are the second. */
function life(fact: FactRecord, turn: FactRecord): Found[] {
  if (fact.negated || turn.negated || turn.time === undefined || fact.time === undefined) return [];
  const roles = ['TRAINER', 'TRAINEE', 'MEMBER', 'BORN', 'DECEASED'];
  const [fact_, turn_] = [pairsOf(fact), pairsOf(turn)];
  if (isYearless(fact) || isYearless(turn)) return [];
  const isBirth = turn.kind === 'Birth' && fact.kind !== 'Birth';
  const isDeath = turn.kind === 'Death' && fact.kind !== 'Death';
  const isOver = fact_.every(([, end]) => turn_.every(([start]) => end < start));
  const isAhead = fact_.every(([start]) => turn_.every(([, end]) => start > end));
  const about = entitiesIn(turn, ['BORN', 'DECEASED']).filter((person) =>
    entitiesIn(fact, roles).includes(person),
  );
  if (about.length === 0) return [];
  if (isBirth && isOver) return [{ rule: 'BEFORE_BIRTH', certainty: 'CERTAIN', about }];
  return isDeath && isAhead ? [{ rule: 'AFTER_DEATH', certainty: 'CERTAIN', about }] : [];
}

function figures(one: FactRecord, other: FactRecord): Found[] {
  const [a, b] = [one.quantity, other.quantity];
  if (a === undefined || b === undefined || a.unit !== b.unit) return [];
  if (one.properties['measure']?.toLowerCase() !== other.properties['measure']?.toLowerCase()) return [];
  if (partsIn(one).join() !== partsIn(other).join()) return [];
  const excludes = (low: typeof a, high: typeof a) =>
    low.max !== undefined && high.min !== undefined && low.max < high.min;
  if (!excludes(a, b) && !excludes(b, a)) return [];
  const shared = overlap(one, other);
  if (shared === 'NO') return [];
  const ofOneTime =
    one.time === other.time && ['2001', '2003', '2003-05', '2001/2004'].includes(one.time ?? '');
  const isUnnamed = one.participants.some(({ role, group }) => role === 'SUBJECT' && group !== undefined);
  const isUnsaid = a.unit === undefined && one.properties['measure'] === undefined;
  const isSure: boolean = (shared === 'CERTAIN' || ofOneTime) && !isUnnamed && !isUnsaid;
  return [
    {
      rule: 'FIGURES_DIFFER',
      certainty: isSure ? 'CERTAIN' : 'POSSIBLE',
      about: entitiesIn(one, ['SUBJECT']),
    },
  ];
}

function posts(one: FactRecord, other: FactRecord, entities: readonly EntityRecord[]): Found[] {
  const found: Found[] = [];
  const [mine, theirs] = [entitiesIn(one, ['MEMBER']), entitiesIn(other, ['MEMBER'])];
  const places = [one, other].map((fact) => entitiesIn(fact, ['AT', 'IN']).join());
  const names = [one, other].map(({ properties: { post = '', department = '' } }) =>
    `${post} ${department}`.toLowerCase(),
  );
  if (
    mine.length === 1 &&
    theirs.length === 1 &&
    mine[0] !== theirs[0] &&
    places[0] === places[1] &&
    names[0] === names[1] &&
    names[0]?.startsWith('director ') === true
  ) {
    found.push({ rule: 'TWO_HEADS', certainty: 'CERTAIN', about: entitiesIn(one, ['AT', 'IN']) });
  }
  const [here = [], there = []] = [one, other].map((fact) => countriesOf(fact, entities));
  if (here.length === 0 || there.length === 0 || here.some((country) => there.includes(country)))
    return found;
  for (const person of mine.filter((each) => theirs.includes(each))) {
    found.push({ rule: 'TWO_COUNTRIES', certainty: 'CERTAIN', about: [person] });
  }
  return found;
}

function countriesOf(fact: FactRecord, entities: readonly EntityRecord[]): string[] {
  const places = entities.filter(({ key }) => entitiesIn(fact, ['AT']).includes(key));
  const links = places.flatMap(({ relations }) =>
    relations.filter(({ relation }) => relation === 'LOCATED_IN'),
  );
  return [...entitiesIn(fact, ['IN']), ...links.map(({ to }) => to)];
}

function entitiesIn({ participants }: FactRecord, roles: readonly string[]): string[] {
  return participants.flatMap(({ role, entity }) => (roles.includes(role) ? (entity ?? []) : []));
}

function partsIn({ participants }: FactRecord): string[] {
  return participants.flatMap(({ role, entity, group }) =>
    role === 'REPORTER' ? [] : [`${role}=${entity ?? group.label.toLowerCase()}`],
  );
}

function isYearless({ time = '' }: FactRecord): boolean {
  return time.startsWith('XXXX-');
}

/** First and last days that the fact may have had: of all pairs of days those that reach furthest. */
function pairsOf({ time = '' }: FactRecord): [start: number, end: number][] {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = parseTime(time).bounds;
  return [earliestStart, latestStart].flatMap((start) =>
    [earliestEnd, latestEnd].flatMap((end): [number, number][] => (start <= end ? [[start, end]] : [])),
  );
}

/** Whether they share a day: of the years 1999 to 2010 where a year is not known. */
function overlap(one: FactRecord, other: FactRecord): Certainty | 'NO' {
  if (one.time === undefined || other.time === undefined) return 'POSSIBLE';
  if (isYearless(one) || isYearless(other)) {
    return daysOf(one.time).some((day) => daysOf(other.time ?? '').includes(day)) ? 'POSSIBLE' : 'NO';
  }
  const verdicts = pairsOf(one).flatMap(([start, end]) =>
    pairsOf(other).map(([from, to]) => start <= to && from <= end),
  );
  if (!verdicts.includes(true)) return 'NO';
  return verdicts.includes(false) ? 'POSSIBLE' : 'CERTAIN';
}

const remembered = new Map<string, readonly number[]>();
const YEARS: Period = { from: dayOf('1999-01-01'), to: dayOf('2010-12-31') };

/** Every day of those years on which something of that time may be true, one by one. */
function daysOf(time: string): readonly number[] {
  const known = remembered.get(time);
  if (known !== undefined) return known;
  const days: number[] = [];
  for (let day = YEARS.from; day <= YEARS.to; day++) {
    const text = new Date(day * 86_400_000).toISOString();
    const isIn = time.startsWith('XXXX')
      ? text.slice(5).startsWith(time.slice(5))
      : parseTime(time).bounds.earliestStart <= day && day <= parseTime(time).bounds.latestEnd;
    if (isIn) days.push(day);
  }
  remembered.set(time, days);
  return days;
}
