import type { Pace } from '../view/pace.js';
import type { HopGraph } from './hopGraph.js';

/** The paths that are looked for. */
export interface Search {
  readonly graph: HopGraph;
  readonly from: number;
  readonly to: number;
  /** The most hops; Infinity for any. */
  readonly length: number;
  /** What passing through an entity costs beside the hop; nothing for the ends. */
  readonly penaltyOf: (entity: number) => number;
  readonly pace: Pace;
}

/** A path, or its beginning, from the entity that all begin with. */
export interface Trail {
  readonly entities: readonly number[];
  /** Its hops, and the penalties of all its entities. */
  readonly cost: number;
  /** The fewest independent sources of any of its hops; Infinity where it has none. */
  readonly evidence: number;
}

/**
 * The best way on from an entity to the end in a certain number of hops. It is kept only where every way of fewer hops
 * costs more, and then it meets nobody twice: without the circle it would be both shorter and cheaper.
 */
interface Label {
  cost: number;
  evidence: number;
}

/** Whoever reaches the end in the same number of hops. */
type Layer = Map<number, Label>;

/** How a trail is completed: in so many hops behind the next entity, at that cost and evidence of the whole path. */
interface Completion {
  readonly hops: number;
  readonly cost: number;
  readonly evidence: number;
}

/**
 * The best path that begins with a trail, or null: by cost, then length, then weakest evidence, strongest first, then
 * keys. It does not lead from the end of the trail to an entity of `barred`. Entities that are not `within` are on no
 * path that is short enough; it holds how many hops each is from the beginning.
 */
export async function bestCompletion(
  search: Search,
  within: ReadonlyMap<number, number>,
  trail: Trail,
  barred: ReadonlySet<number>,
): Promise<Trail | null> {
  return await new Completing(search, within, trail, barred).best();
}

/** Goes from the end of all paths back to the trail, a hop at a time. */
class Completing {
  private readonly passed: ReadonlySet<number>;
  private readonly last: number;
  private readonly layers: Layer[] = [];
  private readonly lowest = new Map<number, number>();

  constructor(
    private readonly search: Search,
    private readonly within: ReadonlyMap<number, number>,
    private readonly trail: Trail,
    private readonly barred: ReadonlySet<number>,
  ) {
    this.passed = new Set(trail.entities);
    this.last = trail.entities.at(-1) ?? -1;
  }

  async best(): Promise<Trail | null> {
    const { search, trail } = this;
    const hopsLeft = search.length - trail.entities.length;
    let layer: Layer = new Map([[search.to, { cost: 0, evidence: Infinity }]]);
    let best: Completion | null = null;
    for (let hops = 0; hops <= hopsLeft && layer.size > 0; hops++) {
      this.layers.push(layer);
      for (const [entity, { cost }] of layer) this.lowest.set(entity, cost);
      best = betterOf(best, await this.completionBy(layer, hops));
      // Everything further costs a hop more at least, and of the same cost the shorter comes first.
      if (best !== null && best.cost <= trail.cost + hops + 2) break;
      layer = await this.layerBehind(layer, hops);
    }
    return best === null ? null : this.firstByKeys(best);
  }

  /** Who reaches the end in a hop more than a layer does, at less than it costs in fewer hops. */
  private async layerBehind(layer: Layer, hops: number): Promise<Layer> {
    const { graph, length, pace } = this.search;
    const behind: Layer = new Map();
    for (const [entity, label] of layer) {
      if (pace.due) await pace.pause();
      const cost = label.cost + this.stepCost(entity);
      const ways = graph.hopsOf(entity);
      for (const [index, neighbour] of graph.neighboursOf(entity).entries()) {
        const distance = this.within.get(neighbour);
        if (distance === undefined || distance + hops + 1 > length || this.passed.has(neighbour)) continue;
        if ((this.lowest.get(neighbour) ?? Infinity) <= cost) continue;
        const known = behind.get(neighbour);
        if (known !== undefined && known.cost < cost) continue;
        const evidence = Math.min(label.evidence, graph.evidenceOf(ways[index] ?? -1));
        const isAsCheap = known !== undefined && known.cost === cost;
        behind.set(neighbour, { cost, evidence: isAsCheap ? Math.max(known.evidence, evidence) : evidence });
        if (pace.due) await pace.pause();
      }
    }
    return behind;
  }

  /** The best completion by way of someone in a layer. */
  private async completionBy(layer: Layer, hops: number): Promise<Completion | null> {
    const { graph, pace } = this.search;
    const ways = graph.hopsOf(this.last);
    let best: Completion | null = null;
    for (const [index, neighbour] of graph.neighboursOf(this.last).entries()) {
      const label = layer.get(neighbour);
      if (label === undefined || this.passed.has(neighbour) || this.barred.has(neighbour)) continue;
      const cost = this.trail.cost + this.stepCost(neighbour) + label.cost;
      if (best !== null && best.cost < cost) continue;
      const evidence = Math.min(this.trail.evidence, label.evidence, graph.evidenceOf(ways[index] ?? -1));
      best = betterOf(best, { hops, cost, evidence });
      if (pace.due) await pace.pause();
    }
    return best;
  }

  /** Of all completions that are as good as the best, the first by the keys that it passes through. */
  private firstByKeys(best: Completion): Trail {
    const { graph } = this.search;
    const entities = [...this.trail.entities];
    let { cost } = this.trail;
    for (let hops = best.hops; hops >= 0; hops--) {
      const last = entities.at(-1) ?? -1;
      const ways = graph.hopsOf(last);
      let first = -1;
      for (const [index, neighbour] of graph.neighboursOf(last).entries()) {
        const label = this.layers[hops]?.get(neighbour);
        if (label === undefined || this.passed.has(neighbour)) continue;
        if (hops === best.hops && this.barred.has(neighbour)) continue;
        if (cost + this.stepCost(neighbour) + label.cost !== best.cost) continue;
        if (Math.min(label.evidence, graph.evidenceOf(ways[index] ?? -1)) < best.evidence) continue;
        if (first < 0 || graph.keyOf(neighbour) < graph.keyOf(first)) first = neighbour;
      }
      cost += this.stepCost(first);
      entities.push(first);
    }
    return { entities, cost: best.cost, evidence: best.evidence };
  }

  /** What it costs to go on to an entity. */
  private stepCost(entity: number): number {
    return 1 + this.search.penaltyOf(entity);
  }
}

function betterOf(one: Completion | null, other: Completion | null): Completion | null {
  if (one === null || other === null) return one ?? other;
  const order = one.cost - other.cost || one.hops - other.hops;
  const isFirst = order < 0 || (order === 0 && one.evidence >= other.evidence);
  return isFirst ? one : other;
}
