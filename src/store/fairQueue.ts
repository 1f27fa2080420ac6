/**
 * What waits, by whose it is. Owners take turns: whoever has much waiting waits with it behind whoever has little, and what one
 * owner has waiting keeps its order.
 */
export class FairQueue<Owner, Item> {
  /** In the order of their turns; none without anything that waits. */
  private readonly waiting = new Map<Owner, Item[]>();

  get isEmpty(): boolean {
    return this.waiting.size === 0;
  }

  push(owner: Owner, item: Item): void {
    const own = this.waiting.get(owner);
    if (own === undefined) this.waiting.set(owner, [item]);
    else own.push(item);
  }

  /** Takes out what is next, of an owner whose turn it may be, and puts that one behind all others. */
  shift(mayBe: (owner: Owner) => boolean = () => true): Item | undefined {
    for (const [owner, own] of this.waiting) {
      if (!mayBe(owner)) continue;
      const item = own.shift();
      this.waiting.delete(owner);
      if (own.length > 0) this.waiting.set(owner, own);
      return item;
    }
    return undefined;
  }

  /** Takes out what need not be done any more. */
  remove(owner: Owner, item: Item): void {
    const own = this.waiting.get(owner) ?? [];
    const place = own.indexOf(item);
    if (place >= 0) own.splice(place, 1);
    if (own.length === 0) this.waiting.delete(owner);
  }
}
