import type { FactFilter } from '../../store/port.js';
import { Evidence } from '../evidence/index.js';
import { FACTS_READ_MAXIMUM } from '../view/bounds.js';
import type { Cut } from '../view/bounds.js';
import { degreesOf } from '../view/degrees.js';
import { Pace } from '../view/pace.js';
import { Reading } from '../view/reading.js';
import type { View } from '../view/view.js';
import { HopGraph } from './hopGraph.js';

/** Whom paths lead to and through, and which facts make their hops. */
export interface Scope {
  from: string;
  to: string;
  /** Whether an entity may be passed through. The ends are never asked about. */
  isStop: (key: string) => boolean;
  filter: FactFilter;
}

/** What is known around one end. */
interface Ball {
  readonly end: number;
  /** All facts of everyone nearer than this many hops have been read. */
  radius: number;
  /** Everyone at that distance, but never the other end. */
  layer: readonly number[];
  readonly reached: Set<number>;
}

/** How much may be read, and how. */
export interface ReadingLimits {
  /** The most facts that are read; one that is read from both sides counts twice. */
  facts: number;
  /** Of an entity with more facts than this only those that are needed are read, where that costs less. */
  busy: number;
}

export const READING_LIMITS: ReadingLimits = { facts: FACTS_READ_MAXIMUM, busy: 200 };

/** Looking for so many others among the facts of an entity costs less than reading all of them. */
const OTHERS_AT_MOST = 50;

/**
 * The facts around two entities, read from both ends towards the middle, that with fewer facts to read first. Once the
 * balls around the ends have the radii r and s, every path of up to r + s hops lies within what was read; `join` reads
 * what is needed for one more.
 */
export class Surroundings {
  readonly graph: HopGraph;
  readonly from: number;
  readonly to: number;
  cut: Cut | null = null;
  private readonly reading: Reading;
  private readonly pace: Pace;
  private readonly balls: readonly [Ball, Ball];
  private readonly degrees = new Map<number, number>();
  private readonly read = new Set<number>();

  constructor(
    private readonly view: View,
    private readonly scope: Scope,
    private readonly limits = READING_LIMITS,
  ) {
    this.graph = new HopGraph(new Evidence(view));
    this.reading = new Reading(view, limits.facts);
    this.pace = new Pace(view);
    this.from = this.graph.entity(scope.from);
    this.to = this.graph.entity(scope.to);
    this.balls = [ballAround(this.from), ballAround(this.to)];
  }

  /** Whether everyone whom one of the ends can reach has been read: then every path lies within it, of whatever length. */
  get exhausted(): boolean {
    return this.balls.some(({ layer }) => layer.length === 0);
  }

  /** In how many facts an entity takes part that was read or counted. */
  degreeOf(entity: number): number {
    return this.degrees.get(entity) ?? 0;
  }

  /** Leaves aside whoever need not be passed through any more. */
  drop(isUseless: (entity: number) => boolean): void {
    for (const ball of this.balls) ball.layer = ball.layer.filter((entity) => !isUseless(entity));
  }

  /** Reads the facts that join the outermost of one ball with those of the other. */
  async join(): Promise<void> {
    const [near, far] = await this.smallerFirst();
    const isAskedPartly = (entity: number) =>
      far.layer.length <= OTHERS_AT_MOST && this.degreeOf(entity) > this.limits.busy;
    const unread = this.unread(near);
    await this.readAll(unread.filter((entity) => !isAskedPartly(entity)));
    const busy = unread.filter(isAskedPartly);
    const others = new Set(far.layer);
    await this.readTowards(
      busy.filter((entity) => !others.has(entity)),
      far.layer,
    );
    // Among those who are looked for, someone would be found in every fact of their own.
    for (const entity of busy.filter((each) => others.has(each))) {
      await this.readTowards(
        [entity],
        far.layer.filter((other) => other !== entity),
      );
    }
  }

  /** Reads the facts of the outermost of one ball, which makes it greater by a hop. */
  async grow(): Promise<void> {
    const [near, far] = await this.smallerFirst();
    await this.readAll(this.unread(near));
    if (this.cut !== null) return;
    const next: number[] = [];
    for (const entity of near.layer) {
      for (const neighbour of this.graph.neighboursOf(entity)) {
        if (near.reached.has(neighbour) || neighbour === far.end) continue;
        near.reached.add(neighbour);
        next.push(neighbour);
      }
      if (this.pace.due) await this.pace.pause();
    }
    near.layer = next;
    near.radius++;
  }

  /** Counts the facts of these entities, for `degreeOf`; those of everyone that was read are known already. */
  async count(entities: Iterable<number>): Promise<void> {
    const uncounted = [...entities].filter((entity) => !this.degrees.has(entity));
    const keys = uncounted.map((entity) => this.graph.keyOf(entity));
    for (const [key, degree] of await degreesOf(this.view, keys, this.scope.filter)) {
      this.degrees.set(this.graph.entity(key), degree);
    }
  }

  private async smallerFirst(): Promise<readonly [Ball, Ball]> {
    const [one, other] = this.balls;
    const [few, many] = this.unread(one).length <= this.unread(other).length ? [one, other] : [other, one];
    const facts = await this.factsToRead(few);
    // Each of the others takes part in a fact, so where they are more than these facts they need not be counted.
    if (this.unread(many).length >= facts) return [few, many];
    return (await this.factsToRead(many)) < facts ? [many, few] : [few, many];
  }

  private unread({ layer }: Ball): number[] {
    return layer.filter((entity) => !this.read.has(entity));
  }

  private async factsToRead(ball: Ball): Promise<number> {
    const unread = this.unread(ball);
    await this.count(unread);
    return unread.reduce((sum, entity) => sum + this.degreeOf(entity), 0);
  }

  private async readAll(entities: readonly number[]): Promise<void> {
    const expected = entities.reduce((sum, entity) => sum + this.degreeOf(entity), 0);
    if (expected > this.reading.left) {
      this.cut = { bound: 'FACTS_READ', maximum: this.limits.facts };
      return;
    }
    await this.take(entities, this.scope.filter, (key) => this.isWithin(key));
    for (const entity of entities) this.read.add(entity);
  }

  /** Of busy entities only the facts that join them with one of some others. */
  private async readTowards(entities: readonly number[], others: readonly number[]): Promise<void> {
    if (entities.length === 0 || others.length === 0 || this.cut !== null) return;
    const keys = others.map((other) => this.graph.keyOf(other));
    const { filter } = this.scope;
    const participants = [...(filter.participants ?? []), { entities: keys }];
    const wanted = new Set(keys);
    await this.take(entities, { ...filter, participants }, (key) => wanted.has(key));
  }

  private async take(
    entities: readonly number[],
    filter: FactFilter,
    isTaken: (key: string) => boolean,
  ): Promise<void> {
    const keys = entities.map((entity) => this.graph.keyOf(entity));
    for await (const portion of this.reading.factsOf(keys, undefined, filter)) {
      for (const { entity: key, facts } of portion) {
        const entity = this.graph.entity(key);
        for (const fact of facts) {
          for (const { entity: other } of fact.participants) {
            if (other === undefined || other === key || !isTaken(other)) continue;
            this.graph.add(entity, this.graph.entity(other), fact);
          }
          if (this.pace.due) await this.pace.pause();
        }
      }
    }
    this.cut ??= this.reading.cut;
  }

  private isWithin(key: string): boolean {
    return key === this.scope.from || key === this.scope.to || this.scope.isStop(key);
  }
}

function ballAround(end: number): Ball {
  return { end, radius: 0, layer: [end], reached: new Set([end]) };
}
