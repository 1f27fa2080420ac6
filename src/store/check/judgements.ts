import { contradictionsIn } from '../../ontology/index.js';
import type { JudgementRecord } from '../../ontology/index.js';
import type { Finding } from './finding.js';

/** Judgements that stand and cannot all be right. */
export function* contradictionFindings(judgements: readonly JudgementRecord[]): Iterable<Finding> {
  for (const { different, chain } of contradictionsIn(judgements)) {
    yield {
      key: different.key,
      problem: 'it says that two are different which others make one',
      expected: `none of ${chain.map(({ key }) => key).join(', ')}, or not this one`,
      found: 'all of them',
    };
  }
}
