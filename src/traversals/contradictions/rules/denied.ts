import { compareTimes, compareWithPeriod, parseTime, timeBounds } from '../../../ontology/index.js';
import type { Certainty, FactRecord, Period, TimeBounds } from '../../../ontology/index.js';
import type { Findings } from '../findings.js';
import { addTo } from '../../../store/grouping.js';
import { asked, factKinds } from '../rule.js';
import type { Grounds, Rule, RuleAtWork, Workshop } from '../rule.js';
import { entitiesOf, hasGroups, partsOf, propertiesOf, whenText } from '../statement.js';

export const denied: Rule = {
  strength: 'EXCLUSIVE',
  description:
    'It is said that it is so, and also that it is not, by one source or by several: a fact of the same kind with all the participants, properties and figures ' +
    'that are denied (it may have more), at a time for which it is denied.',
  begin: (workshop) => new Denied(workshop),
};

/** Judgements in words differ without contradicting one another. */
const STATING = factKinds(({ name }) => name !== 'Assessment');

/** What is said not to be so. */
interface Denial {
  fact: string;
  kind: string;
  parts: readonly string[];
  properties: readonly string[];
  figure: string | null;
  isUnnamed: boolean;
  time: string | undefined;
  bounds: TimeBounds | null;
  /** The days for all of which it is denied; null where the dates leave that open. */
  days: Period | null;
}

class Denied implements RuleAtWork {
  readonly kinds: readonly string[];
  readonly grounds: Grounds;
  private readonly findings: Findings;
  private readonly denials: Denial[] = [];
  /** Each denial under one of its parts, which every fact that it denies must have. */
  private anchored: Map<string, Denial[]> | undefined;

  constructor(workshop: Workshop) {
    this.kinds = asked(STATING, workshop);
    this.grounds = { kinds: this.kinds, negated: true, ofAnyTime: false };
    this.findings = workshop.findings;
  }

  ground(fact: FactRecord): void {
    this.denials.push({
      fact: fact.key,
      kind: fact.kind,
      parts: partsOf(fact),
      properties: propertiesOf(fact),
      figure: figureOf(fact),
      isUnnamed: hasGroups(fact),
      time: fact.time,
      bounds: timeBounds(fact.time),
      days: deniedDays(fact.time),
    });
  }

  async take(facts: readonly FactRecord[]): Promise<void> {
    this.anchored ??= anchor(this.denials);
    for (const fact of facts) {
      const parts = new Set(partsOf(fact));
      for (const part of parts) {
        for (const denial of this.anchored.get(`${fact.kind} ${part}`) ?? []) {
          if (!this.findings.mayCompare()) return;
          if (denial.parts.every((each) => parts.has(each))) this.compare(fact, denial);
          await this.findings.breathe();
        }
      }
    }
  }

  private compare(fact: FactRecord, denial: Denial): void {
    const properties = new Set(propertiesOf(fact));
    if (!denial.properties.every((each) => properties.has(each))) return;
    if (denial.figure !== null && denial.figure !== figureOf(fact)) return;
    const overlap = overlapWith(denial, timeBounds(fact.time));
    if (overlap === 'NO') return;
    this.findings.add({
      rule: 'DENIED',
      certainty: denial.isUnnamed ? 'POSSIBLE' : overlap,
      facts: [fact.key, denial.fact],
      about: entitiesOf(denial.parts),
      explanation:
        `The first says that it is so (${whenText(fact.time)}), the second that it is not (${whenText(denial.time)}).` +
        (denial.isUnnamed ? ' Unnamed people take part, who may be others.' : '') +
        (overlap === 'POSSIBLE' ? ' The dates leave open whether they speak of one time.' : ''),
    });
  }
}

/** The part under which the fewest denials stand, so that few are compared in vain. */
function anchor(denials: readonly Denial[]): Map<string, Denial[]> {
  const uses = new Map<string, number>();
  const nameOf = ({ kind }: Denial, part: string) => `${kind} ${part}`;
  for (const denial of denials) {
    for (const part of denial.parts) {
      const name = nameOf(denial, part);
      uses.set(name, (uses.get(name) ?? 0) + 1);
    }
  }
  const anchored = new Map<string, Denial[]>();
  for (const denial of denials) {
    const names = denial.parts.map((part) => nameOf(denial, part));
    const rarest = names.reduce<string | undefined>(
      (best, name) => (best === undefined || (uses.get(name) ?? 0) < (uses.get(best) ?? 0) ? name : best),
      undefined,
    );
    if (rarest !== undefined) addTo(anchored, rarest, denial);
  }
  return anchored;
}

function overlapWith({ bounds, days }: Denial, of: TimeBounds | null): Certainty {
  if (days !== null && of !== null && compareWithPeriod(of, days) === 'CERTAIN') return 'CERTAIN';
  return compareTimes(bounds, of);
}

/**
 * "Not in 2016" denies it for every day of 2016, where "in 2016" means some day of it. Where the source is not sure of
 * an end, or does not give it, only what lies between the ends for certain is denied.
 */
function deniedDays(time: string | undefined): Period | null {
  if (time === undefined) return null;
  const { bounds, approximate, uncertain, unknownStart, unknownEnd, openStart, openEnd } = parseTime(time);
  const isAnyYear = bounds.earliestStart === -Infinity && bounds.latestEnd === Infinity;
  if (isAnyYear && !(openStart && openEnd)) return null;
  const isUnsure = approximate || uncertain;
  const from = isUnsure || unknownStart ? bounds.latestStart : bounds.earliestStart;
  const to = isUnsure || unknownEnd ? bounds.earliestEnd : bounds.latestEnd;
  return from <= to ? { from, to } : null;
}

/** A figure as far as it can be told from another; null where there is none. */
function figureOf({ quantity }: FactRecord): string | null {
  if (quantity === undefined) return null;
  const { text, min, max, per, unit } = quantity;
  return JSON.stringify(min === undefined && max === undefined ? [text, per, unit] : [min, max, per, unit]);
}
