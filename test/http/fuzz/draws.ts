import fc from 'fast-check';

/** Each as likely as the others; left to itself, fast-check prefers the first and the last. */
const upTo = (most: number) => fc.noBias(fc.nat(most));

/** Draws one thing after the other, where what is drawn next depends on what was drawn. */
export class Draws {
  constructor(private readonly draw: fc.GeneratorValue) {}

  /** Below `count`. */
  below(count: number): number {
    return this.draw(upTo, Math.max(0, count - 1));
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  one<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (items.length === 0) throw new Error('There is nothing to choose from.');
    return item as Item;
  }

  /** Up to `most` of them, some twice. */
  some<Item>(items: readonly Item[], most: number): Item[] {
    return Array.from({ length: items.length === 0 ? 0 : this.below(most + 1) }, () => this.one(items));
  }

  from<Value>(arbitrary: () => fc.Arbitrary<Value>): Value {
    return this.draw(arbitrary);
  }
}
