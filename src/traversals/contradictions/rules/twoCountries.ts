import { timeBounds } from '../../../ontology/index.js';
import type { FactRecord } from '../../../ontology/index.js';
import { PLACE_SIDE } from '../../countries.js';
import { isOfGrain, isPerson } from '../../sides/attribution.js';
import { SideFinder } from '../../sides/index.js';
import type { Findings } from '../findings.js';
import { addTo } from '../../../store/grouping.js';
import { eachOverlap } from '../pairs.js';
import type { Timed } from '../pairs.js';
import { asked } from '../rule.js';
import type { Rule, RuleAtWork, Workshop } from '../rule.js';
import { atTime, listed } from '../words.js';

export const twoCountries: Rule = {
  strength: 'UNUSUAL',
  description:
    'One person certainly belonged, on one same day, to hospitals that have no country in common: neither that which the fact names nor ' +
    'that in which the hospital lies.',
  begin: (workshop) => new TwoCountries(workshop),
};

interface Post extends Timed {
  time: string;
  hospitals: readonly string[];
  countries: readonly string[];
}

class TwoCountries implements RuleAtWork {
  readonly kinds: readonly string[];
  private readonly findings: Findings;
  private readonly finder: SideFinder;
  private readonly posts = new Map<string, Post[]>();

  constructor(workshop: Workshop) {
    this.kinds = asked(['Affiliation'], workshop);
    this.findings = workshop.findings;
    this.finder = new SideFinder(workshop.reading, 'COUNTRY');
  }

  async take(facts: readonly FactRecord[]): Promise<void> {
    const dated = facts.filter(
      ({ time, participants }) => time !== undefined && participants.some(isAtHospital),
    );
    await this.finder.read(dated, () => [PLACE_SIDE]);
    for (const fact of dated) {
      const countries = [...new Set(this.finder.of(fact, PLACE_SIDE).map(({ key }) => key))];
      if (countries.length === 0 || fact.time === undefined) continue;
      const hospitals = fact.participants.filter(isAtHospital).map(({ entity = '' }) => entity);
      const post = { fact: fact.key, time: fact.time, bounds: timeBounds(fact.time), hospitals, countries };
      for (const { role, entity } of fact.participants) {
        if (role === 'MEMBER' && entity !== undefined && isPerson(entity)) addTo(this.posts, entity, post);
      }
    }
  }

  async finish(): Promise<void> {
    for (const [person, posts] of this.posts) {
      await eachOverlap(posts, this.findings, (first, second, overlap) => {
        if (overlap !== 'CERTAIN' || first.countries.some((key) => second.countries.includes(key))) return;
        this.findings.add({
          rule: 'TWO_COUNTRIES',
          certainty: 'CERTAIN',
          facts: [first.fact, second.fact],
          about: [person],
          explanation:
            `${person} belonged to hospitals in different countries at once: ` +
            `by the first ${postText(first)}, by the second ${postText(second)}.`,
        });
      });
    }
  }
}

function postText({ hospitals, countries, time }: Post): string {
  return `to ${listed(hospitals, 'and')} in ${listed(countries, 'or')} ${atTime(time)}`;
}

function isAtHospital({ role, entity }: FactRecord['participants'][number]): boolean {
  return role === 'AT' && entity !== undefined && isOfGrain(entity, 'HOSPITAL');
}
