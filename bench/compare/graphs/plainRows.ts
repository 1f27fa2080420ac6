import { timeBounds } from '../../../src/ontology/index.js';
import type { Citation, EntityContent, FactContent, Group } from '../../../src/ontology/index.js';
import type { Operation } from '../../../src/store/changeset.js';
import { displayName, factOrderKey } from '../../../src/store/derive.js';

type Row = Record<string, string | number | boolean>;
type Label = 'PlainEntity' | 'PlainFact' | 'PlainGroup' | 'PlainSource';

/** Nodes with the same labels. */
export interface NodeRows {
  readonly labels: readonly string[];
  readonly properties: Row[];
}

/** Relationships of one type between nodes of two labels. */
export interface RelationshipRow {
  readonly from: Label;
  readonly type: string;
  readonly to: Label;
  readonly rows: { from: string; to: string; properties: Row }[];
}

/** What operations of the example become in the plain graph: rows for UNWIND, gathered by what is created from them. */
export class PlainRows {
  private readonly nodeRows = new Map<string, NodeRows>();
  private readonly relationshipRows = new Map<string, RelationshipRow>();

  constructor(operations: readonly Operation[]) {
    for (const operation of operations) this.add(operation);
  }

  get nodes(): Iterable<NodeRows> {
    return this.nodeRows.values();
  }

  get relationships(): Iterable<RelationshipRow> {
    return this.relationshipRows.values();
  }

  private add(operation: Operation): void {
    switch (operation.op) {
      case 'putSource': {
        const { key, title, publisher, published } = operation.source;
        return this.node(['PlainSource'], present({ key, title, publisher, published }));
      }
      case 'putEntity':
        return this.entity(operation.entity);
      case 'recordFact':
        return this.fact(operation.fact, operation.status);
      default:
        throw new Error(`the example has no ${operation.op}`);
    }
  }

  private entity({ key, kind, names, properties, relations }: EntityContent): void {
    this.node(['PlainEntity', `Plain${kind}`], { ...properties, key, name: displayName(names) });
    for (const { relation, to } of relations)
      this.relationship('PlainEntity', relation, 'PlainEntity', key, to);
  }

  private fact(fact: FactContent, status: string): void {
    const { key, kind, statement, time, modality, negated, properties, participants, citations } = fact;
    const order = factOrderKey({ key, time }, 'TIME');
    const words = present({ key, statement, time, order, status, modality, negated });
    this.node(['PlainFact', `Plain${kind}`], { ...properties, ...words, ...extentOf(fact) });
    for (const [place, { role, entity, group }] of participants.entries()) {
      if (entity !== undefined) {
        this.relationship('PlainFact', role, 'PlainEntity', key, entity, { order, target: entity });
      }
      if (group !== undefined) {
        const target = `${key}#${place}`;
        this.node(['PlainGroup'], groupOf(target, group));
        this.relationship('PlainFact', role, 'PlainGroup', key, target, { order, target });
      }
    }
    for (const citation of citations) {
      this.relationship('PlainFact', 'CITES', 'PlainSource', key, citation.source, locatorOf(citation));
    }
  }

  private node(labels: readonly string[], properties: Row): void {
    const name = labels.join();
    const group = this.nodeRows.get(name) ?? { labels, properties: [] };
    group.properties.push(properties);
    this.nodeRows.set(name, group);
  }

  private relationship(
    from: Label,
    type: string,
    to: Label,
    fromKey: string,
    toKey: string,
    properties: Row = {},
  ): void {
    const name = `${from} ${type} ${to}`;
    const group = this.relationshipRows.get(name) ?? { from, type: `PLAIN_${type}`, to, rows: [] };
    group.rows.push({ from: fromKey, to: toKey, properties });
    this.relationshipRows.set(name, group);
  }
}

/** The first and the last day that a fact may have been true on, as numbers that compare; endless where nothing says more. */
function extentOf({ time }: FactContent): Row {
  const bounds = timeBounds(time);
  return { earliest: bounds?.earliestStart ?? -Infinity, latest: bounds?.latestEnd ?? Infinity };
}

/** Each group is a node of its own: nothing says that two facts speak of the same people. */
function groupOf(key: string, { label, quantity }: Group): Row {
  const { text, min, max, per, unit } = quantity ?? {};
  return present({ key, label, quantity: text, min, max, per, unit });
}

function locatorOf({ page, paragraph, section }: Citation): Row {
  return present({ page, paragraph, section });
}

/** Without what is undefined. */
function present(values: Record<string, string | number | boolean | undefined>): Row {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, Row[string]] => entry[1] !== undefined),
  );
}
