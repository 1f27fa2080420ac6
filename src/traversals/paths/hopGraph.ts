import type { FactRecord } from '../../ontology/index.js';
import type { Evidence } from '../evidence/index.js';

/** More entities than a question can reach, and few enough that two of them fit into one exact number. */
const ENTITIES_MAXIMUM = 2 ** 26;

/**
 * Which entities meet in facts, and which sources say so. Entities, hops and sources are numbers here and the facts
 * themselves are forgotten, so that a hundred thousand of them take little room.
 */
export class HopGraph {
  private readonly entities = new Numbers();
  private readonly sources = new Numbers();
  private readonly hopOfPair = new Map<number, number>();
  private readonly sourcesOfHop: (number | Set<number>)[] = [];
  /** Sources that stand beside another behind some hop: only of these it matters what ties them. */
  private readonly beside = new Set<number>();
  private readonly neighbours: number[][] = [];
  private readonly hops: number[][] = [];
  private readonly weights: number[] = [];

  constructor(private readonly evidence: Evidence) {}

  /** The number of an entity, new where it was not met yet. */
  entity(key: string): number {
    const entity = this.entities.of(key);
    if (entity === this.neighbours.length) {
      this.neighbours.push([]);
      this.hops.push([]);
    }
    return entity;
  }

  keyOf(entity: number): string {
    return this.entities.nameOf(entity);
  }

  /** Whom an entity meets; each once, in no order. */
  neighboursOf(entity: number): readonly number[] {
    return this.neighbours[entity] ?? [];
  }

  /** The hops to the neighbours, in their order. */
  hopsOf(entity: number): readonly number[] {
    return this.hops[entity] ?? [];
  }

  /** The hop between two neighbours. */
  hopBetween(one: number, other: number): number {
    return this.hopOfPair.get(pairOf(one, other)) ?? -1;
  }

  /** Takes in that two different entities meet in a fact. To say it twice changes nothing. */
  add(one: number, other: number, { citations }: FactRecord): void {
    const pair = pairOf(one, other);
    let hop = this.hopOfPair.get(pair);
    if (hop === undefined) {
      hop = this.hopOfPair.size;
      this.hopOfPair.set(pair, hop);
      this.neighbours[one]?.push(other);
      this.neighbours[other]?.push(one);
      this.hops[one]?.push(hop);
      this.hops[other]?.push(hop);
    }
    for (const { source } of citations) this.addSource(hop, this.sources.of(source));
  }

  /** Reads what must be known of sources before `evidenceOf` can tell how many are independent. */
  async loadEvidence(): Promise<void> {
    await this.evidence.load([...this.beside].map((source) => this.sources.nameOf(source)));
  }

  /** How many independent sources the facts of a hop cite. */
  evidenceOf(hop: number): number {
    const sources = this.sourcesOfHop[hop];
    if (!(sources instanceof Set)) return 1;
    const weight = this.weights[hop] ?? 0;
    if (weight > 0) return weight;
    const counted = this.evidence.count([...sources].map((source) => this.sources.nameOf(source)));
    this.weights[hop] = counted;
    return counted;
  }

  private addSource(hop: number, source: number): void {
    const known = this.sourcesOfHop[hop];
    if (known === undefined) this.sourcesOfHop[hop] = source;
    else if (known instanceof Set) {
      if (known.has(source)) return;
      known.add(source);
      this.beside.add(source);
      this.weights[hop] = 0;
    } else if (known !== source) {
      this.sourcesOfHop[hop] = new Set([known, source]);
      this.beside.add(known).add(source);
    }
  }
}

function pairOf(one: number, other: number): number {
  return one < other ? one * ENTITIES_MAXIMUM + other : other * ENTITIES_MAXIMUM + one;
}

/** Numbers for names, from 0 in the order in which they are first met. */
class Numbers {
  private readonly numbers = new Map<string, number>();
  private readonly names: string[] = [];

  of(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.numbers.set(name, number);
    }
    return number;
  }

  nameOf(number: number): string {
    return this.names[number] ?? '';
  }
}
