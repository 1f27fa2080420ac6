import type { FactFilter } from '../../store/port.js';
import type { Cut } from '../view/bounds.js';
import { Pace } from '../view/pace.js';
import type { View } from '../view/view.js';
import { workedOut } from '../view/workedOut.js';
import { bestPaths, withinReach } from './bestPaths.js';
import type { Search, Trail } from './completions.js';
import { penaltyOf, scopeOf } from './question.js';
import type { PathsQuestion } from './question.js';
import { READING_LIMITS, Surroundings } from './surroundings.js';

/** An entity on a path. */
export interface PathStop {
  readonly key: string;
  /** What passing through it costs beside the hop; 0 for the ends. */
  readonly penalty: number;
}

/** Two entities that meet in facts; the facts are those of `factsOfHop`. */
export interface PathHop {
  readonly from: string;
  readonly to: string;
  /** How many independent sources these facts cite together. */
  readonly independentSources: number;
}

/** A path that meets nobody twice. */
export interface Path {
  /** The number of its hops. */
  readonly length: number;
  /** Its length and all penalties of its stops. */
  readonly cost: number;
  /** The fewest independent sources of any of its hops. */
  readonly weakestEvidence: number;
  /** From the one end to the other, both included. */
  readonly stops: readonly PathStop[];
  readonly hops: readonly PathHop[];
}

/** Why there are no more paths. */
export const PATHS_ENDS = {
  EXHAUSTED: 'There are no more, of whatever length.',
  BOUND_REACHED:
    'The bound that `cut` names ended the search: there may be more or, where hubs have a penalty, better ones.',
} as const;

export interface Paths {
  /** By cost, then length, then weakest evidence with the strongest first, then the keys of the stops one by one. */
  readonly paths: readonly Path[];
  /** Null where as many paths as were asked for are there, and none can be better. */
  readonly reason: keyof typeof PATHS_ENDS | null;
  /** DEPTH where longer paths were not looked for. */
  readonly cut: Cut | null;
  /** The answer is what it would be if paths of up to so many hops were asked for; from 0 to `maxHops`. */
  readonly completeTo: number;
  /** Which facts make hops. */
  readonly filter: FactFilter;
}

/** The facts that join the ends of a hop are those of its `from` under this filter. */
export function factsOfHop({ filter }: Pick<Paths, 'filter'>, { to }: Pick<PathHop, 'to'>): FactFilter {
  return { ...filter, participants: [{ entities: [to] }] };
}

/** The best paths. Refuses as `scopeOf` does. `limits` are for trying what happens at them. */
export function paths(view: View, question: PathsQuestion, limits = READING_LIMITS): Promise<Paths> {
  return workedOut(view, 'paths', { question, limits }, found);
}

async function found(view: View, { question, limits }: Asked): Promise<Paths> {
  const scope = await scopeOf(view, question);
  const surroundings = new Surroundings(view, scope, limits);
  return await new PathFinder(surroundings, question, new Pace(view)).answer(scope.filter);
}

interface Asked {
  question: PathsQuestion;
  limits: typeof READING_LIMITS;
}

class PathFinder {
  private found: Trail[] = [];
  /** Up to this length nothing is missing. */
  private completeTo = 0;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly question: PathsQuestion,
    private readonly pace: Pace,
  ) {}

  async answer(filter: FactFilter): Promise<Paths> {
    const { reason, cut } = await this.end();
    return {
      paths: this.found.map((trail) => this.pathOf(trail)),
      reason,
      cut,
      completeTo: reason === 'BOUND_REACHED' ? this.completeTo : this.question.maxHops,
      filter,
    };
  }

  /** Reads on until the answer is certain or a bound is reached. */
  private async end(): Promise<Pick<Paths, 'reason' | 'cut'>> {
    const { surroundings, question } = this;
    const { maxHops } = question;
    while (this.completeTo < maxHops && !surroundings.exhausted) {
      if (this.completeTo > 0) await surroundings.grow();
      if (surroundings.cut !== null) return { reason: 'BOUND_REACHED', cut: surroundings.cut };
      if (surroundings.exhausted) break;
      await surroundings.join();
      if (surroundings.cut !== null) return { reason: 'BOUND_REACHED', cut: surroundings.cut };
      await this.lookFor(this.completeTo + 1);
      if (this.isCertain()) return { reason: null, cut: null };
      surroundings.drop((entity) => this.isUseless(entity));
    }
    if (surroundings.exhausted && this.completeTo < maxHops) await this.lookFor(maxHops);
    if (this.found.length === question.k) return { reason: null, cut: null };
    if (surroundings.exhausted && !(await this.hasLonger())) return { reason: 'EXHAUSTED', cut: null };
    return { reason: 'BOUND_REACHED', cut: { bound: 'DEPTH', maximum: maxHops } };
  }

  /** Finds the best paths of up to so many hops within what was read. */
  private async lookFor(length: number): Promise<void> {
    this.found = await this.search(length, this.question.k, this.penaltyOf);
    this.completeTo = length;
  }

  private async search(length: number, most: number, penaltyOf: Search['penaltyOf']): Promise<Trail[]> {
    const { surroundings, pace } = this;
    const { graph, from, to } = surroundings;
    const within = await withinReach({ graph, from, to, length }, pace);
    if (within === null) return [];
    if (this.question.hubPenalty > 0) await surroundings.count(within.keys());
    await graph.loadEvidence();
    return await bestPaths({ graph, from, to, length, penaltyOf, pace }, within, most);
  }

  /** Whether no path that is longer than those looked for can be among the best. */
  private isCertain(): boolean {
    return this.mostUseful <= this.completeTo;
  }

  /** The most that a path may cost which is longer than those looked for and yet among the best. */
  private get mostUseful(): number {
    const last = this.found[this.question.k - 1];
    // Of the same cost the shorter comes first.
    return last === undefined ? Infinity : last.cost - 1;
  }

  private isUseless(entity: number): boolean {
    return this.completeTo + 1 + this.penaltyOf(entity) > this.mostUseful;
  }

  private readonly penaltyOf = (entity: number): number => {
    const { from, to } = this.surroundings;
    if (entity === from || entity === to) return 0;
    return penaltyOf(this.question.hubPenalty, this.surroundings.degreeOf(entity));
  };

  /** Whether there are paths of more hops than were asked for; everything must have been read. */
  private async hasLonger(): Promise<boolean> {
    const more = await this.search(Infinity, this.found.length + 1, () => 0);
    return more.length > this.found.length;
  }

  private pathOf({ entities, cost, evidence }: Trail): Path {
    const { graph } = this.surroundings;
    const keys = entities.map((entity) => graph.keyOf(entity));
    return {
      length: entities.length - 1,
      cost,
      weakestEvidence: evidence,
      stops: entities.map((entity, index) => ({
        key: keys[index] ?? '',
        penalty: this.penaltyOf(entity),
      })),
      hops: entities.slice(1).map((entity, index) => ({
        from: keys[index] ?? '',
        to: keys[index + 1] ?? '',
        independentSources: graph.evidenceOf(graph.hopBetween(entities[index] ?? -1, entity)),
      })),
    };
  }
}
