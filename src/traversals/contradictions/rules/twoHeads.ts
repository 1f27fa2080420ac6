import { timeBounds } from '../../../ontology/index.js';
import type { FactRecord } from '../../../ontology/index.js';
import { playersOf } from '../../sides/index.js';
import type { Findings } from '../findings.js';
import { addTo } from '../../../store/grouping.js';
import { eachOverlap } from '../pairs.js';
import type { Timed } from '../pairs.js';
import { asked } from '../rule.js';
import type { Rule, RuleAtWork, Workshop } from '../rule.js';
import { entitiesOf, folded, partsOf, propertiesOf } from '../statement.js';
import { atTime, listed } from '../words.js';

export const twoHeads: Rule = {
  strength: 'UNUSUAL',
  description:
    'Two people certainly held, on one same day, a post of which an institution (or a department of it) mostly has one: director, ' +
    'president, chairman, rector, dean and their like, or head of a department.',
  begin: (workshop) => new TwoHeads(workshop),
};

/** Folded, as below: "head" alone may be that of any department. */
const POST_FOR_ONE_IN_A_DEPARTMENT = 'head';

/** Folded. A post with more words, such as "deputy head" or "head nurse", is another. */
const POSTS_FOR_ONE = new Set([
  ...['director', 'general director', 'director general', 'managing director', 'executive director'],
  ...['medical director', 'hospital director', 'chief executive officer', 'ceo', 'superintendent'],
  ...[
    'president',
    'chair',
    'chairman',
    'chairwoman',
    'chairperson',
    'secretary general',
    'general secretary',
  ],
  ...['rector', 'dean', 'minister', 'prime minister', 'governor', 'mayor'],
]);

/** How a sentence joins those who play a role beside the holder of a post. */
const PREPOSITIONS = [
  ['AT', 'at'],
  ['UNDER', 'under'],
  ['IN', 'in'],
] as const;

interface Post extends Timed {
  holder: string;
  time: string;
  /** Which post it is, in words. */
  name: string;
}

class TwoHeads implements RuleAtWork {
  readonly kinds: readonly string[];
  private readonly findings: Findings;
  private readonly posts = new Map<string, Post[]>();

  constructor(workshop: Workshop) {
    this.kinds = asked(['Affiliation'], workshop);
    this.findings = workshop.findings;
  }

  take(facts: readonly FactRecord[]): void {
    for (const fact of facts) {
      const { participants, properties, time } = fact;
      if (time === undefined || !isForOne(properties)) continue;
      // Several under one fact hold it together.
      const [member, another] = participants.filter(({ role }) => role === 'MEMBER');
      if (member?.entity === undefined || another !== undefined) continue;
      const parts = partsOf(fact).filter((part) => !part.startsWith('MEMBER '));
      const name = postText(fact);
      const post = { fact: fact.key, holder: member.entity, time, bounds: timeBounds(fact.time), name };
      addTo(this.posts, JSON.stringify([parts.sort(), propertiesOf(fact).sort()]), post);
    }
  }

  async finish(): Promise<void> {
    for (const [group, posts] of this.posts) {
      const [parts] = JSON.parse(group) as [string[], string[]];
      await eachOverlap(posts, this.findings, (first, second, overlap) => {
        if (overlap !== 'CERTAIN' || first.holder === second.holder) return;
        this.findings.add({
          rule: 'TWO_HEADS',
          certainty: 'CERTAIN',
          facts: [first.fact, second.fact],
          about: entitiesOf(parts),
          explanation:
            `Two held one post at once, ${first.name}: ` +
            `${first.holder} ${atTime(first.time)} by the first, ${second.holder} ${atTime(second.time)} by the second.`,
        });
      });
    }
  }
}

/** As the fact spells it: "“Head” of “Surgery” at hospital/a in country/b". */
function postText(fact: FactRecord): string {
  const { post = '', department } = fact.properties;
  const places = PREPOSITIONS.flatMap(([role, preposition]) => {
    const keys = playersOf(fact, [role]);
    return keys.length === 0 ? [] : [` ${preposition} ${listed(keys, 'and')}`];
  });
  return `“${post}”${department === undefined ? '' : ` of “${department}”`}${places.join('')}`;
}

function isForOne({ post = '', department }: FactRecord['properties']): boolean {
  const title = folded(post);
  return POSTS_FOR_ONE.has(title) || (title === POST_FOR_ONE_IN_A_DEPARTMENT && department !== undefined);
}
