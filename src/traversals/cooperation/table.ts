import type { FactRecord, Flow as FlowOfKind } from '../../ontology/index.js';
import { factOrderKey } from '../../store/derive.js';
import { isPerson, playersOf } from '../sides/index.js';
import type { Pace } from '../view/pace.js';
import { sortedByPlace } from '../view/sorted.js';
import { Flow, countedIn } from './flow.js';
import type { CountedFact, FlowSide } from './flow.js';
import { isBetter, pairsOf } from './pairs.js';
import type { FactSides, Pair } from './pairs.js';

/** Facts of which a side is not known, so that they are in no flow. */
export interface UnknownCounts {
  /** Where it goes is known, where it comes from is not. */
  origin: number;
  destination: number;
  /** Of an undirected fact only one party is known. */
  partner: number;
  /** Nobody is known on any side. */
  everybody: number;
}

/** Which pairs are counted. */
export interface Counted {
  /** Only pairs of which a side is one of these. */
  keys?: ReadonlySet<string>;
  /** Whether facts within one and the same are counted. */
  domestic: boolean;
}

/** Counts facts into the flows that they belong to. Facts must come by time. */
export class FlowTable {
  /** Facts that are in some flow, each once. */
  factCount = 0;
  /** Facts over all flows: a fact between several pairs is in the flow of each. */
  placementCount = 0;
  severalCount = 0;
  /** Placements with those of facts of which a side is not known. */
  pairCount = 0;
  /** Facts that were left out because they run within one and the same. */
  domesticLeftOutCount = 0;
  readonly unknown: UnknownCounts = { origin: 0, destination: 0, partner: 0, everybody: 0 };
  private readonly flows = new Map<string, Flow>();
  /** Equal keys are kept as one text. */
  private readonly texts = new Map<string, string>();

  constructor(
    private readonly counted: Counted,
    private readonly pace: Pace,
  ) {}

  async add(fact: FactRecord, flow: FlowOfKind, sides: FactSides): Promise<void> {
    const { pairs, domestic } = await this.countedPairs(sides);
    if (pairs.length === 0) {
      if (domestic) this.domesticLeftOutCount++;
      return;
    }
    const short = this.shortened(fact, flow);
    for (const pair of pairs) {
      this.place(pair, flow.direction, short);
      if (this.pace.due) await this.pace.pause();
    }
    const complete = pairs.filter(isComplete).length;
    this.pairCount += pairs.length;
    this.placementCount += complete;
    if (complete > 1) this.severalCount++;
    if (complete > 0) this.factCount++;
    else this.countUnknown(pairs, flow.direction);
  }

  /** Flows by their places: those with both sides known, and the others. */
  async sorted(): Promise<{ flows: Flow[]; incomplete: Flow[] }> {
    const all = await sortedByPlace(this.flows.values(), ({ place }) => place, this.pace);
    return { flows: all.filter(isComplete), incomplete: all.filter((flow) => !isComplete(flow)) };
  }

  /** Each pair once, as well founded as it may be. */
  private async countedPairs(sides: FactSides): Promise<{ pairs: Pair[]; domestic: boolean }> {
    const { keys } = this.counted;
    const best = new Map<string, Pair>();
    let domestic = false;
    for (const pair of pairsOf(sides)) {
      if (this.pace.due) await this.pace.pause();
      const { from, to } = pair;
      if (keys !== undefined && !keys.has(from ?? '') && !keys.has(to ?? '')) continue;
      if (!this.counted.domestic && from !== null && from === to) {
        domestic = true;
        continue;
      }
      const name = `${from ?? ''} ${to ?? ''}`;
      const known = best.get(name);
      if (known === undefined || isBetter(pair, known)) best.set(name, pair);
    }
    return { pairs: [...best.values()], domestic };
  }

  private place(pair: Pair, direction: Flow['direction'], fact: CountedFact): void {
    const { from, to } = pair;
    const name = `${from ?? ''} ${to ?? ''} ${direction}`;
    const flow = this.flows.get(name);
    if (flow === undefined) {
      this.flows.set(name, new Flow(from, to, direction, countedIn(fact, pair)));
    } else flow.add(countedIn(fact, pair));
  }

  private countUnknown([pair]: readonly Pair[], direction: Flow['direction']): void {
    if (pair?.from == null && pair?.to == null) this.unknown.everybody++;
    else if (direction === 'UNDIRECTED') this.unknown.partner++;
    else if (pair.from === null) this.unknown.origin++;
    else this.unknown.destination++;
  }

  private shortened(fact: FactRecord, flow: FlowOfKind): CountedFact {
    const people: { key: string; side: FlowSide }[] = [];
    const groups: { place: number; side: FlowSide }[] = [];
    fact.participants.forEach(({ role, entity }, place) => {
      const side = sideOfRole(role, flow);
      if (side === null) return;
      if (entity === undefined) groups.push({ place, side });
      else if (isPerson(entity)) people.push({ key: this.kept(entity), side });
    });
    const techniques = [...new Set(playersOf(fact, ['TECHNIQUE']))].map((key) => this.kept(key));
    return {
      key: fact.key,
      order: factOrderKey(fact, 'TIME'),
      time: fact.time === undefined ? undefined : this.kept(fact.time),
      ...{ techniques, people, groups },
    };
  }

  private kept(text: string): string {
    const known = this.texts.get(text);
    if (known === undefined) this.texts.set(text, text);
    return known ?? text;
  }
}

function isComplete({ from, to }: { from: string | null; to: string | null }): boolean {
  return from !== null && to !== null;
}

function sideOfRole(role: string, flow: FlowOfKind): FlowSide | null {
  if (flow.direction === 'UNDIRECTED') {
    return [...flow.parties.roles, ...flow.unnamed.roles].includes(role) ? 'PARTY' : null;
  }
  if (flow.from.roles.includes(role)) return 'FROM';
  return flow.to.roles.includes(role) ? 'TO' : null;
}
