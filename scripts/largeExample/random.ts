/** Numbers that look random and follow from a seed alone, the same on every machine. Not for anything secret. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b) ^ 0x2c1b3c6d;
    // Xorshift never leaves zero.
    if (this.state === 0) this.state = 1;
    for (let round = 0; round < 8; round++) this.next();
  }

  /** From 0 up to, but never, `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** As `below`, but the small numbers come more often: the first tenth of them in a third of all cases. */
  skewed(count: number): number {
    return Math.floor(this.next() ** 2 * count);
  }

  /** True in `share` of all cases, from 0 to 1. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0];
  }

  /** One of the names, each as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
    const entries = Object.entries(weights) as [Name, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) {
      left -= weight;
      if (left < 0) return name;
    }
    throw new Error('there is nothing to choose from');
  }

  private next(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return (x >>> 0) / 2 ** 32;
  }
}
