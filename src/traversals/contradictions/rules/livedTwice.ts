import { compareTimes, timeBounds } from '../../../ontology/index.js';
import type { FactRecord } from '../../../ontology/index.js';
import type { Findings } from '../findings.js';
import { addTo } from '../../../store/grouping.js';
import { byKey } from '../pairs.js';
import type { Timed } from '../pairs.js';
import { asked } from '../rule.js';
import type { Rule, RuleAtWork, Workshop } from '../rule.js';
import { atTime } from '../words.js';

export const livedTwice: Rule = {
  strength: 'EXCLUSIVE',
  description: 'Two births, or two deaths, of one person at times that have, for certain, no day in common.',
  begin: (workshop) => new LivedTwice(workshop),
};

type Turn = Timed & { time: string };

class LivedTwice implements RuleAtWork {
  readonly kinds: readonly string[];
  private readonly findings: Findings;
  private readonly turns = new Map<string, Turn[]>();

  constructor(workshop: Workshop) {
    this.kinds = asked(['Birth', 'Death'], workshop);
    this.findings = workshop.findings;
  }

  take(facts: readonly FactRecord[]): void {
    for (const fact of facts) {
      const person = fact.participants.find(({ role }) => role === 'BORN' || role === 'DECEASED')?.entity;
      if (person === undefined || fact.time === undefined) continue;
      addTo(this.turns, `${fact.kind} ${person}`, {
        fact: fact.key,
        time: fact.time,
        bounds: timeBounds(fact.time),
      });
    }
  }

  async finish(): Promise<void> {
    for (const [name, turns] of this.turns) {
      const [kind = '', person = ''] = name.split(' ');
      for (const [index, one] of turns.entries()) {
        for (const other of turns.slice(index + 1)) {
          if (!this.findings.mayCompare()) return;
          if (compareTimes(one.bounds, other.bounds) === 'NO') this.note(kind, person, ...byKey(one, other));
          await this.findings.breathe();
        }
      }
    }
  }

  private note(kind: string, person: string, first: Turn, second: Turn): void {
    const event = kind.toLowerCase();
    this.findings.add({
      rule: 'LIVED_TWICE',
      certainty: 'CERTAIN',
      facts: [first.fact, second.fact],
      about: [person],
      explanation: `By the first the ${event} of ${person} was ${atTime(first.time)}, by the second it was ${atTime(second.time)}.`,
    });
  }
}
