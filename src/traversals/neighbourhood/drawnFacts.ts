import { ontology } from '../../ontology/index.js';
import type { FactRecord } from '../../ontology/index.js';
import { factOrderKey } from '../../store/derive.js';

/** What is kept of a fact so that it can be drawn. */
export interface DrawnFact {
  /** Orders facts by time, then by key. */
  readonly order: string;
  readonly kind: string;
  /** The entities that take part in it, each once, without those of kinds that are left out. */
  readonly entities: readonly string[];
}

/** The facts that were read, each once however many entities lead to it. */
export class DrawnFacts {
  private readonly facts = new Map<string, DrawnFact>();
  private readonly keys: ReadonlySet<string>;
  private readonly withoutKinds: ReadonlySet<string>;

  /** Of kinds that are left out, only the entities that were asked about are kept. */
  constructor(keys: readonly string[], withoutKinds: readonly string[]) {
    this.keys = new Set(keys);
    this.withoutKinds = new Set(withoutKinds);
  }

  add(record: FactRecord): DrawnFact {
    const known = this.facts.get(record.key);
    if (known !== undefined) return known;
    const entities = new Set(record.participants.flatMap(({ entity }) => entity ?? []));
    const fact = {
      order: factOrderKey(record, 'TIME'),
      kind: record.kind,
      entities: [...entities].filter((key) => this.isKept(key)),
    };
    // A fact with a single entity joins nothing.
    if (fact.entities.length > 1) this.facts.set(record.key, fact);
    return fact;
  }

  all(): Iterable<DrawnFact> {
    return this.facts.values();
  }

  private isKept(key: string): boolean {
    if (this.withoutKinds.size === 0 || this.keys.has(key)) return true;
    return !this.withoutKinds.has(ontology.entityKindOfKey(key)?.name ?? '');
  }
}
