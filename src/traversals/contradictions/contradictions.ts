import { ConfrereError } from '../../errors.js';
import { ontology } from '../../ontology/index.js';
import type { FactRecord } from '../../ontology/index.js';
import type { FactFilter } from '../../store/port.js';
import type { Cut } from '../view/bounds.js';
import { demandEntities } from '../view/keys.js';
import { Pace } from '../view/pace.js';
import { Reading } from '../view/reading.js';
import type { View } from '../view/view.js';
import { Findings } from './findings.js';
import type { Finding } from './findings.js';
import type { Grounds, RuleAtWork } from './rule.js';
import { RULES } from './rules/index.js';
import type { RuleName } from './rules/index.js';

/** Which facts cannot be true together. */
export interface ContradictionsQuestion {
  /** Only facts in which one of these takes part; all facts where left out. At most CONTRADICTIONS_KEYS_MAXIMUM. */
  keys?: readonly string[];
  /** Only contradictions in which a fact of one of these kinds stands. */
  kinds?: readonly string[];
  /** By these rules; by all where left out. */
  rules?: readonly RuleName[];
  /** CERTAIN: none that the dates, or unnamed people, leave open. */
  certainty: 'CERTAIN' | 'POSSIBLE';
  /** What narrows any list of facts. What sources deny is always read with what they affirm. */
  filter: Omit<FactFilter, 'kinds' | 'participants' | 'negated'>;
}

export interface Contradictions {
  /** By the name of the rule, then by the keys of the facts. */
  readonly findings: readonly Finding[];
  readonly cut: Cut | null;
}

export const CONTRADICTIONS_KEYS_MAXIMUM = 100;

/**
 * The contradictions among facts. Only what sources state to be so can contradict: what is merely planned or proposed
 * never does. Refuses with BAD_KEY unknown keys, with BAD_USER_INPUT too many.
 */
export async function contradictions(view: View, question: ContradictionsQuestion): Promise<Contradictions> {
  const keys = question.keys === undefined ? undefined : [...new Set(question.keys)];
  if (keys !== undefined) {
    checkKeys(keys);
    await demandEntities(
      view,
      'keys',
      keys,
      ontology.entityKinds.map(({ name }) => name),
    );
  }
  const { kinds, certainty } = question;
  const findings = new Findings(
    (finding) =>
      (certainty === 'POSSIBLE' || finding.certainty === 'CERTAIN') &&
      (kinds === undefined ||
        finding.facts.some((key) => kinds.includes(ontology.factKindOfKey(key)?.name ?? ''))),
    new Pace(view),
  );
  const reading = new Reading(view);
  const names = question.rules ?? (Object.keys(RULES) as RuleName[]);
  const rules = [...new Set(names)].map((name) => RULES[name].begin({ findings, reading, kinds }));
  const reader = new Reader(reading, findings, keys, question.filter);
  await reader.showGrounds(rules);
  await reader.showFacts(rules);
  for (const rule of rules) await rule.finish?.();
  return { findings: await findings.sorted(), cut: findings.cut ?? reading.cut };
}

function checkKeys({ length }: readonly string[]): void {
  if (length <= CONTRADICTIONS_KEYS_MAXIMUM) return;
  throw new ConfrereError(
    'BAD_USER_INPUT',
    `\`keys\` names ${length} entities; expected at most ${CONTRADICTIONS_KEYS_MAXIMUM}. Leave it out to look through all facts.`,
  );
}

/** Shows facts to rules, each once. */
class Reader {
  constructor(
    private readonly reading: Reading,
    private readonly findings: Findings,
    private readonly keys: readonly string[] | undefined,
    private readonly filter: ContradictionsQuestion['filter'],
  ) {}

  async showGrounds(rules: readonly RuleAtWork[]): Promise<void> {
    for (const rule of rules) {
      if (rule.grounds === undefined || rule.grounds.kinds.length === 0) continue;
      for await (const facts of this.facts(rule.grounds)) for (const fact of facts) rule.ground?.(fact);
    }
  }

  async showFacts(rules: readonly RuleAtWork[]): Promise<void> {
    const kinds = [...new Set(rules.flatMap((rule) => rule.kinds))].sort();
    if (kinds.length === 0) return;
    for await (const facts of this.facts({ kinds, negated: false, ofAnyTime: false })) {
      for (const rule of rules) {
        await rule.take(facts.filter(({ kind }) => rule.kinds.includes(kind)));
        if (this.findings.pace.due) await this.findings.pace.pause();
      }
      if (this.findings.cut !== null) return;
    }
  }

  private async *facts({ kinds, negated, ofAnyTime }: Grounds): AsyncGenerator<readonly FactRecord[]> {
    const { time, modalities, ...rest } = this.filter;
    const filter: FactFilter = {
      ...rest,
      kinds,
      negated,
      modalities: (modalities ?? ['FACTUAL']).filter((modality) => modality === 'FACTUAL'),
      ...(time === undefined || ofAnyTime ? {} : { time }),
    };
    if (this.keys === undefined) {
      yield* this.reading.facts(filter);
      return;
    }
    const shown = new Set<string>();
    for await (const portion of this.reading.factsOf(this.keys, undefined, filter)) {
      const fresh = portion
        .flatMap(({ facts }) => facts)
        .filter(({ key }) => !shown.has(key) && shown.add(key));
      yield fresh;
    }
  }
}
