import { ConfrereError } from '../../errors.js';
import { ontology } from '../../ontology/index.js';
import type { FactRecord } from '../../ontology/index.js';
import type { FactFilter } from '../../store/port.js';
import type { Cut } from '../view/bounds.js';
import { EVERY_KIND, demandEntities } from '../view/keys.js';
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
  const keys = question.keys && view.canonicals(question.keys);
  if (keys !== undefined) {
    checkKeys(keys);
    await demandEntities(view, 'keys', keys, EVERY_KIND);
  }
  const { kinds, certainty } = question;
  const isWanted = (finding: Finding) =>
    (certainty === 'POSSIBLE' || finding.certainty === 'CERTAIN') &&
    (kinds === undefined ||
      finding.facts.some((key) => kinds.includes(ontology.factKindOfKey(key)?.name ?? '')));
  const reading = new Reading(view);
  const pace = new Pace(view);
  const names = question.rules ?? (Object.keys(RULES) as RuleName[]);
  const rules = [...new Set(names)].sort().map((name): RuleWithFindings => {
    const findings = new Findings(isWanted, pace);
    return { findings, work: RULES[name].begin({ findings, reading, kinds }) };
  });
  const reader = new Reader(reading, pace, keys, question.filter);
  await reader.showGrounds(rules);
  await reader.showFacts(rules);
  for (const { work } of rules) await work.finish?.();

  const found: Finding[] = [];
  for (const { findings } of rules) found.push(...(await findings.sorted()));
  const cut = rules.map(({ findings }) => findings.cut).find((each) => each !== null);
  return { findings: found, cut: cut ?? reading.cut };
}

interface RuleWithFindings {
  readonly findings: Findings;
  readonly work: RuleAtWork;
}

function checkKeys({ length }: readonly string[]): void {
  if (length <= CONTRADICTIONS_KEYS_MAXIMUM) return;
  throw new ConfrereError(
    'BAD_USER_INPUT',
    `\`keys\` names ${length} entities; expected at most ${CONTRADICTIONS_KEYS_MAXIMUM}. Leave it out to look through all facts.`,
  );
}

/** So many facts are shown at a stretch. */
const SHOWN_AT_ONCE = 50;

/** Shows facts to rules, each once. */
class Reader {
  constructor(
    private readonly reading: Reading,
    private readonly pace: Pace,
    private readonly keys: readonly string[] | undefined,
    private readonly filter: ContradictionsQuestion['filter'],
  ) {}

  async showGrounds(rules: readonly RuleWithFindings[]): Promise<void> {
    for (const { work } of rules) {
      if (work.grounds === undefined || work.grounds.kinds.length === 0) continue;
      for await (const facts of this.facts(work.grounds)) for (const fact of facts) work.ground?.(fact);
    }
  }

  async showFacts(rules: readonly RuleWithFindings[]): Promise<void> {
    const kinds = [...new Set(rules.flatMap(({ work }) => work.kinds))].sort();
    if (kinds.length === 0) return;
    for await (const facts of this.facts({ kinds, negated: false, ofAnyTime: false })) {
      // What has found as much as it may need not see more.
      const busy = rules.filter(({ findings }) => findings.cut === null);
      if (busy.length === 0) return;
      for (const { work } of busy) {
        await work.take(facts.filter(({ kind }) => work.kinds.includes(kind)));
        if (this.pace.due) await this.pace.pause();
      }
    }
  }

  private async *facts({ kinds, negated, ofAnyTime }: Grounds): AsyncGenerator<readonly FactRecord[]> {
    const { time, modalities, ...rest } = this.filter;
    const filter: FactFilter = {
      ...rest,
      ...(this.keys === undefined ? {} : { participants: [{ entities: this.keys }] }),
      kinds,
      negated,
      modalities: (modalities ?? ['FACTUAL']).filter((modality) => modality === 'FACTUAL'),
      ...(time === undefined || ofAnyTime ? {} : { time }),
    };
    for await (const facts of this.reading.facts(filter)) {
      for (let start = 0; start < facts.length; start += SHOWN_AT_ONCE) {
        yield facts.slice(start, start + SHOWN_AT_ONCE);
        if (this.pace.due) await this.pace.pause();
      }
    }
  }
}
