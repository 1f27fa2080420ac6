import type { RelationLink } from '../../ontology/index.js';
import { Pace } from '../view/pace.js';
import { ascending } from '../view/sorted.js';
import type { View } from '../view/view.js';

/** A relation between two entities, with who says so. */
export interface StatedRelation extends RelationLink {
  readonly from: string;
}

/** How one of the entities asked about is joined to something that it shares with others. */
export class CommonSide {
  /** Between the two, whichever of them it leads to. */
  readonly relations: StatedRelation[] = [];
  private readonly orders: string[] = [];
  private readonly played = new Set<string>();
  private readonly own = new Set<string>();

  /** The key of the one asked about. */
  constructor(readonly key: string) {}

  /** Adds a fact in which both take part, by its order key by time; each fact once. */
  addFact(order: string, roles: readonly string[], ownRoles: readonly string[]): void {
    this.orders.push(order);
    for (const role of roles) this.played.add(role);
    for (const role of ownRoles) this.own.add(role);
  }

  get factCount(): number {
    return this.orders.length;
  }

  /** The roles that the shared one plays in these facts, sorted. */
  get roles(): string[] {
    return [...this.played].sort();
  }

  /** The roles that the one asked about plays in them, sorted. */
  get ownRoles(): string[] {
    return [...this.own].sort();
  }

  /** The order keys of the facts, sorted. */
  facts(view: View): Promise<string[]> {
    return new Pace(view).sorted(this.orders, ascending);
  }
}
