import { ontology } from '../../ontology/index.js';
import type { FactRecord } from '../../ontology/index.js';
import { factOrderKey } from '../../store/derive.js';
import { addTo } from '../../store/grouping.js';
import { CommonSide } from './side.js';
import type { StatedRelation } from './side.js';

/** Something that several of the entities asked about are joined to. */
export interface SharedEntity {
  readonly key: string;
  /** Orders what is shared: by how many share it, most first; then by kind, then by key. */
  readonly place: string;
  /** Those who share it, in the order in which they were asked about. At least two. */
  readonly sides: readonly CommonSide[];
}

/** Gathers what each of some entities is joined to. */
export class Sharing {
  /** The order keys by time of facts in which several of them take part. */
  readonly together = new Set<string>();
  /** The relations between two of them, by their texts. */
  readonly related = new Map<string, StatedRelation>();
  private readonly keys: ReadonlySet<string>;
  private readonly kinds: ReadonlySet<string> | null;
  /** For each thing the sides, by the entity that was asked about. */
  private readonly joined = new Map<string, Map<string, CommonSide>>();

  /** With kinds, only what is of these is shared. */
  constructor(keys: readonly string[], kinds: readonly string[] | undefined) {
    this.keys = new Set(keys);
    this.kinds = kinds === undefined ? null : new Set(kinds);
  }

  /** Adds a fact in which one of the entities takes part. */
  addFact(key: string, fact: FactRecord): void {
    const roles = new Map<string, string[]>();
    for (const { role, entity } of fact.participants) {
      if (entity !== undefined) addTo(roles, entity, role);
    }
    const order = factOrderKey(fact, 'TIME');
    const own = roles.get(key) ?? [];
    for (const [other, played] of roles) {
      if (other === key) continue;
      if (this.keys.has(other)) this.together.add(order);
      else if (this.isWanted(other)) this.side(other, key).addFact(order, played, own);
    }
  }

  /** Adds a relation of which one end is one of the entities. */
  addRelation(relation: StatedRelation): void {
    const { from, to } = relation;
    if (this.keys.has(from) && this.keys.has(to)) {
      this.related.set(`${from} ${relation.relation} ${to}`, relation);
      return;
    }
    const [key, other] = this.keys.has(from) ? [from, to] : [to, from];
    if (this.isWanted(other)) this.side(other, key).relations.push(relation);
  }

  /** Everything that at least so many of the entities are joined to, in no order. */
  *sharedBy(atLeast: number): Generator<SharedEntity> {
    for (const [key, sides] of this.joined) {
      if (sides.size < atLeast) continue;
      const fewer = String(this.keys.size - sides.size).padStart(2, '0');
      const place = `${fewer}|${ontology.entityKindOfKey(key)?.name ?? ''}|${key}`;
      yield { key, place, sides: [...this.keys].flatMap((one) => sides.get(one) ?? []) };
    }
  }

  private isWanted(key: string): boolean {
    return this.kinds === null || this.kinds.has(ontology.entityKindOfKey(key)?.name ?? '');
  }

  private side(other: string, key: string): CommonSide {
    const sides = this.joined.get(other) ?? new Map<string, CommonSide>();
    const side = sides.get(key) ?? new CommonSide(key);
    this.joined.set(other, sides.set(key, side));
    return side;
  }
}
