import { Float, ObjectType } from 'type-graphql';
import { IDENTITY_RULES, LIKELIHOODS } from '../../traversals/index.js';
import type { Candidate, Candidates, IdentityReason } from '../../traversals/index.js';
import { allThere } from '../awaitable.js';
import { plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { connectionType } from '../types/connection.js';
import { cutField } from '../types/cut.js';
import { EntityNode } from '../types/entity.js';
import { enumOf } from '../types/enums.js';
import { FactNode } from '../types/fact.js';
import { JudgementNode } from '../types/judgement.js';
import { loadEntity, loadFact } from '../types/present.js';

export const LikelihoodEnum = enumOf(
  'Likelihood',
  'How likely it is that two entities are one, as far as the graph tells.',
  LIKELIHOODS,
);

const IdentityRuleEnum = enumOf(
  'IdentityRule',
  'By what two entities seem to be one, or two.',
  IDENTITY_RULES,
);

@ObjectType('IdentityReason', { description: 'One thing that speaks for or against two entities being one.' })
export class IdentityReasonNode {
  constructor(
    readonly reason: IdentityReason,
    readonly loaders: Loaders,
  ) {}
}

plain(
  IdentityReasonNode,
  'rule',
  () => IdentityRuleEnum,
  { description: 'What sort of thing it is.' },
  ({ reason }) => reason.rule,
);
plain(
  IdentityReasonNode,
  'weight',
  () => Float,
  {
    description:
      'How much it says, in bits: above 0 for their being one, below 0 against it. One more makes it twice as likely; all of them together make the score.',
  },
  ({ reason }) => reason.weight,
);
plain(
  IdentityReasonNode,
  'excludes',
  () => Boolean,
  {
    description:
      'Whether it alone leaves no room for their being one. A pair is suggested all the same where an id agrees, for then one record must be wrong.',
  },
  ({ reason }) => reason.excludes,
);
plain(
  IdentityReasonNode,
  'text',
  () => String,
  { description: 'The same in words, to show.' },
  ({ reason }) => reason.text,
);
resolved(
  IdentityReasonNode,
  'facts',
  () => [FactNode],
  { description: 'The facts that it rests on, by key; at most 20. Empty where names or ids say it.' },
  ({ reason, loaders }) => Promise.all(reason.facts.map((key) => loadFact(key, loaders))),
);

@ObjectType('IdentityCandidate', {
  description: 'Two entities that may be one, and why. Nothing is merged by it.',
})
export class IdentityCandidateNode {
  constructor(
    readonly candidate: Candidate,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  IdentityCandidateNode,
  'entities',
  () => [EntityNode],
  { description: 'The two: the one that was asked about first, or else by key.' },
  ({ candidate, loaders }) => allThere(candidate.keys.map((key) => loadEntity(key, loaders))),
);
plain(
  IdentityCandidateNode,
  'score',
  () => Float,
  {
    description:
      'How likely they are one, from 0 to 1, as far as the graph tells. To order by; it is no measurement.',
  },
  ({ candidate }) => candidate.score,
);
plain(
  IdentityCandidateNode,
  'likelihood',
  () => LikelihoodEnum,
  { description: 'Above which line the score is.' },
  ({ candidate }) => candidate.likelihood,
);
plain(
  IdentityCandidateNode,
  'reasons',
  () => [IdentityReasonNode],
  { description: 'What the score is made of, what says most first.' },
  ({ candidate, loaders }) => candidate.reasons.map((reason) => new IdentityReasonNode(reason, loaders)),
);
plain(
  IdentityCandidateNode,
  'judgements',
  () => [JudgementNode],
  { description: 'The judgements on just these two that stand. Empty unless `judged` was asked for.' },
  ({ candidate, loaders }) => candidate.judgements.map((record) => new JudgementNode(record, loaders)),
);

/** Candidates, page by page. */
export const IdentityCandidateConnection = connectionType('IdentityCandidate', () => IdentityCandidateNode);

cutField(
  IdentityCandidateConnection,
  'Why some may be missing, or weighed by less than all facts; null where nothing is.',
  ({ about }) => (about as Candidates).cut,
);
