import { ObjectType } from 'type-graphql';
import { RULES, STRENGTHS } from '../../traversals/index.js';
import type { Contradictions, Finding } from '../../traversals/index.js';
import { allThere } from '../awaitable.js';
import { plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { connectionType } from '../types/connection.js';
import { cutField } from '../types/cut.js';
import { EntityNode } from '../types/entity.js';
import { CertaintyEnum, enumOf } from '../types/enums.js';
import { FactNode } from '../types/fact.js';
import { loadEntity, loadFact } from '../types/present.js';

export const ContradictionRuleEnum = enumOf(
  'ContradictionRule',
  'By what facts contradict one another.',
  Object.fromEntries(Object.entries(RULES).map(([name, { description }]) => [name, description])),
);

const RuleStrengthEnum = enumOf('RuleStrength', 'How well a rule holds.', STRENGTHS);

@ObjectType('Contradiction', {
  description: 'Two facts that cannot both be true, or hardly, and the rule that says so.',
})
export class ContradictionNode {
  constructor(
    readonly finding: Finding,
    readonly loaders: Loaders,
  ) {}
}

plain(
  ContradictionNode,
  'rule',
  () => ContradictionRuleEnum,
  { description: 'The rule that says so.' },
  ({ finding }) => finding.rule,
);
plain(
  ContradictionNode,
  'strength',
  () => RuleStrengthEnum,
  { description: 'How well the rule holds.' },
  ({ finding }) => RULES[finding.rule].strength,
);
plain(
  ContradictionNode,
  'certainty',
  () => CertaintyEnum,
  {
    description:
      'CERTAIN: the rule applies whatever the dates leave open. POSSIBLE: the dates, or people who are not named, leave open whether it does.',
  },
  ({ finding }) => finding.certainty,
);
plain(
  ContradictionNode,
  'explanation',
  () => String,
  { description: 'Why they contradict one another, in words that speak of the first and the second fact.' },
  ({ finding }) => finding.explanation,
);
resolved(
  ContradictionNode,
  'facts',
  () => [FactNode],
  { description: 'The first fact and the second, each with its citations.' },
  ({ finding, loaders }) => Promise.all(finding.facts.map((key) => loadFact(key, loaders))),
);
resolved(
  ContradictionNode,
  'about',
  () => [EntityNode],
  { description: 'What the contradiction is about: entities that take part in both, by key.' },
  ({ finding, loaders }) => allThere(finding.about.map((key) => loadEntity(key, loaders))),
);

/** Contradictions, page by page. */
export const ContradictionConnection = connectionType('Contradiction', () => ContradictionNode);

cutField(
  ContradictionConnection,
  'Why some may be missing; null where none is.',
  ({ about }) => (about as Contradictions).cut,
);
