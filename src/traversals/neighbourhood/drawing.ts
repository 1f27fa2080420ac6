import { addTo } from '../../store/grouping.js';
import { Pace } from '../view/pace.js';
import { ascending } from '../view/sorted.js';
import type { View } from '../view/view.js';
import type { DrawnFact } from './drawnFacts.js';

/** Two entities that take part in one fact or in several. */
export interface NeighbourhoodLink {
  /** The end that stands first in the list of nodes. */
  readonly earlier: string;
  readonly later: string;
  readonly factCount: number;
  /** How many of the facts are of which kind, by the name of the kind. */
  readonly kinds: readonly { kind: string; factCount: number }[];
}

/** What joins the nodes that are drawn. */
export class Drawing {
  linkCount = 0;
  private readonly places: ReadonlyMap<string, number>;
  /** For each node the facts that it shares with another one. */
  private readonly facts = new Map<string, DrawnFact[]>();
  /** By the later end, then by the earlier: how many facts of each kind. */
  private readonly links = new Map<string, Map<string, Map<string, number>>>();

  /** The nodes stand in their order. */
  constructor(nodes: readonly string[]) {
    this.places = new Map(nodes.map((key, place) => [key, place]));
  }

  async add(facts: Iterable<DrawnFact>, pace: Pace): Promise<void> {
    for (const fact of facts) {
      const shown = fact.entities.filter((key) => this.places.has(key));
      if (shown.length < 2) continue;
      shown.sort((a, b) => this.placeOf(a) - this.placeOf(b));
      for (const [index, later] of shown.entries()) {
        addTo(this.facts, later, fact);
        for (const earlier of shown.slice(0, index)) this.count(earlier, later, fact.kind);
        if (pace.due) await pace.pause();
      }
    }
  }

  /** How many facts the node shares with others that are drawn. */
  factsShown(key: string): number {
    return this.facts.get(key)?.length ?? 0;
  }

  /** The links of a node to those before it, in the order of these. */
  linksOf(later: string): NeighbourhoodLink[] {
    const links = [...(this.links.get(later) ?? [])];
    return links
      .sort(([a], [b]) => this.placeOf(a) - this.placeOf(b))
      .map(([earlier, kinds]) => {
        const counts = [...kinds].map(([kind, factCount]) => ({ kind, factCount }));
        return {
          earlier,
          later,
          factCount: counts.reduce((sum, { factCount }) => sum + factCount, 0),
          kinds: counts.sort((a, b) => (a.kind < b.kind ? -1 : 1)),
        };
      });
  }

  /** The order keys by time of the facts of a link, sorted. */
  async factsOf({ earlier, later }: NeighbourhoodLink, view: View): Promise<string[]> {
    const [one = [], another = []] = [this.facts.get(earlier), this.facts.get(later)];
    const [fewer, end] = one.length < another.length ? [one, later] : [another, earlier];
    const pace = new Pace(view);
    const orders: string[] = [];
    for (const { entities, order } of fewer) {
      if (entities.includes(end)) orders.push(order);
      if (pace.due) await pace.pause();
    }
    return await pace.sorted(orders, ascending);
  }

  private count(earlier: string, later: string, kind: string): void {
    const links = this.links.get(later) ?? new Map<string, Map<string, number>>();
    const kinds = links.get(earlier) ?? new Map<string, number>();
    if (kinds.size === 0) this.linkCount++;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    this.links.set(later, links.set(earlier, kinds));
  }

  /** The place of a node among the nodes, from 0. */
  placeOf(key: string): number {
    return this.places.get(key) ?? Infinity;
  }
}
