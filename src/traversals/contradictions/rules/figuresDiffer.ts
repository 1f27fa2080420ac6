import { parseTime, timeBounds } from '../../../ontology/index.js';
import type { Certainty, FactRecord, Quantity } from '../../../ontology/index.js';
import type { Findings } from '../findings.js';
import { addTo } from '../../../store/grouping.js';
import { eachOverlap } from '../pairs.js';
import type { Timed } from '../pairs.js';
import { asked, factKinds } from '../rule.js';
import type { Rule, RuleAtWork, Workshop } from '../rule.js';
import { entitiesOf, folded, hasGroups, partsOf, propertiesOf, whenText } from '../statement.js';

export const figuresDiffer: Rule = {
  strength: 'EXCLUSIVE',
  description:
    'Two figures for the same thing (same participants, measure, unit and period) at one time whose bounds exclude each other: "over ' +
    '1,500" and "1,200". Figures without any bound, such as "hundreds", exclude none.',
  begin: (workshop) => new FiguresDiffer(workshop),
};

interface Figure extends Timed {
  time: string | undefined;
  text: string;
  min: number;
  max: number;
}

/** What a figure is about. */
interface Matter {
  kind: string;
  parts: readonly string[];
  properties: readonly string[];
  unit: string | null;
  per: string | null;
  isUnnamed: boolean;
}

class FiguresDiffer implements RuleAtWork {
  readonly kinds: readonly string[];
  private readonly findings: Findings;
  private readonly figures = new Map<string, Figure[]>();

  constructor(workshop: Workshop) {
    this.kinds = asked(
      factKinds((kind) => kind.quantityRequired),
      workshop,
    );
    this.findings = workshop.findings;
  }

  take(facts: readonly FactRecord[]): void {
    for (const fact of facts) {
      const { quantity, time } = fact;
      if (quantity === undefined || (quantity.min === undefined && quantity.max === undefined)) continue;
      const { text, min = -Infinity, max = Infinity } = quantity;
      const figure = { fact: fact.key, time, bounds: timeBounds(fact.time), text, min, max };
      addTo(this.figures, JSON.stringify(matterOf(fact, quantity)), figure);
    }
  }

  async finish(): Promise<void> {
    for (const [name, figures] of this.figures) {
      const matter = JSON.parse(name) as Matter;
      await eachOverlap(figures, this.findings, (first, second, overlap) => {
        if (first.min <= second.max && second.min <= first.max) return;
        const doubts = doubtsOf(matter, first, second, overlap);
        this.findings.add({
          rule: 'FIGURES_DIFFER',
          certainty: doubts.length === 0 ? 'CERTAIN' : 'POSSIBLE',
          facts: [first.fact, second.fact],
          about: entitiesOf(matter.parts),
          explanation: [
            `The first gives “${first.text}” (${whenText(first.time)}), the second “${second.text}” (${whenText(second.time)}).`,
            ...doubts,
          ].join(' '),
        });
      });
    }
  }
}

function matterOf(fact: FactRecord, { unit, per }: Quantity): Matter {
  return {
    kind: fact.kind,
    parts: partsOf(fact).sort(),
    properties: propertiesOf(fact).sort(),
    unit: unit === undefined ? null : folded(unit),
    per: per ?? null,
    isUnnamed: hasGroups(fact),
  };
}

function doubtsOf(
  { isUnnamed, properties, unit }: Matter,
  first: Figure,
  second: Figure,
  overlap: Exclude<Certainty, 'NO'>,
): string[] {
  const doubts: string[] = [];
  if (overlap === 'POSSIBLE' && !isOfOneTime(first.time, second.time)) {
    doubts.push('The dates leave open whether they speak of one time.');
  }
  if (isUnnamed) doubts.push('Unnamed people take part, who may be others.');
  if (properties.length === 0 && unit === null)
    doubts.push('Neither says what it counts, so they may count different things.');
  return doubts;
}

/** Two figures "of 2020" are of one time, though each may have been taken on another day of it. */
function isOfOneTime(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || one !== other) return false;
  const { bounds, approximate, uncertain } = parseTime(one);
  return (
    Number.isFinite(bounds.earliestStart) && Number.isFinite(bounds.latestEnd) && !approximate && !uncertain
  );
}
