import { isoDay, timeBounds } from '../../../ontology/index.js';
import type { FactRecord } from '../../../ontology/index.js';
import { addTo } from '../../../store/grouping.js';
import { ROLES_OF_THE_LIVING } from '../../living.js';
import type { Findings } from '../findings.js';
import { asked, factKinds } from '../rule.js';
import type { Grounds, Rule, RuleAtWork, Workshop } from '../rule.js';
import { whenText } from '../statement.js';

export const beforeBirth: Rule = {
  strength: 'EXCLUSIVE',
  description: 'Someone takes part in a fact that was over, for certain, before they were born.',
  begin: (workshop) => new OutsideLife(workshop, 'BEFORE_BIRTH'),
};

export const afterDeath: Rule = {
  strength: 'EXCLUSIVE',
  description: 'Someone takes part in a fact that began, for certain, after they had died.',
  begin: (workshop) => new OutsideLife(workshop, 'AFTER_DEATH'),
};

const EVENTS = {
  BEFORE_BIRTH: { kind: 'Birth', role: 'BORN' },
  AFTER_DEATH: { kind: 'Death', role: 'DECEASED' },
} as const;

/** A birth or death, and the day on which it happened at the earliest, or at the latest. */
interface Turn {
  fact: string;
  day: number;
}

class OutsideLife implements RuleAtWork {
  readonly kinds: readonly string[];
  readonly grounds: Grounds;
  private readonly findings: Findings;
  private readonly turns = new Map<string, Turn[]>();

  constructor(
    workshop: Workshop,
    private readonly rule: keyof typeof EVENTS,
  ) {
    const { kind } = EVENTS[rule];
    const living = factKinds(({ name, roles }) => name !== kind && roles.some(isOfTheLiving));
    this.kinds = workshop.kinds?.includes(kind) === true ? living : asked(living, workshop);
    this.grounds = { kinds: [kind], negated: false, ofAnyTime: true };
    this.findings = workshop.findings;
  }

  ground(fact: FactRecord): void {
    const bounds = timeBounds(fact.time);
    const day = this.rule === 'BEFORE_BIRTH' ? bounds?.earliestStart : bounds?.latestEnd;
    if (day === undefined || !Number.isFinite(day)) return;
    const person = fact.participants.find(({ role }) => role === EVENTS[this.rule].role)?.entity;
    if (person !== undefined) addTo(this.turns, person, { fact: fact.key, day });
  }

  async take(facts: readonly FactRecord[]): Promise<void> {
    if (this.turns.size === 0) return;
    for (const fact of facts) {
      const players = fact.participants.flatMap((each) =>
        isOfTheLiving({ name: each.role }) ? (each.entity ?? []) : [],
      );
      for (const person of new Set(players)) {
        for (const turn of this.turns.get(person) ?? []) {
          if (!this.findings.mayCompare()) return;
          this.compare(fact, person, turn);
          await this.findings.breathe();
        }
      }
    }
  }

  private compare({ key, time }: FactRecord, person: string, { fact, day }: Turn): void {
    const bounds = timeBounds(time);
    const isBefore = this.rule === 'BEFORE_BIRTH';
    if (bounds === null || !(isBefore ? bounds.latestEnd < day : bounds.earliestStart > day)) return;
    this.findings.add({
      rule: this.rule,
      certainty: 'CERTAIN',
      facts: [key, fact],
      about: [person],
      explanation: isBefore
        ? `The first (${whenText(time)}) was over before ${isoDay(day)}, the earliest day on which, by the second, one who takes part in it can have been born.`
        : `The first (${whenText(time)}) began after ${isoDay(day)}, the latest day on which, by the second, one who takes part in it can have died.`,
    });
  }
}

function isOfTheLiving({ name }: { name: string }): boolean {
  return ROLES_OF_THE_LIVING.has(name);
}
