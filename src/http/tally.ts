/** How many of something there are, for all clients together and for each. */
export class Tally {
  private sum = 0;
  private readonly byClient = new Map<string, number>();

  get all(): number {
    return this.sum;
  }

  of(client: string): number {
    return this.byClient.get(client) ?? 0;
  }

  /** Counts one more; what it returns takes that back, once. */
  add(client: string): () => void {
    this.change(client, 1);
    let counts = true;
    return () => {
      if (counts) this.change(client, -1);
      counts = false;
    };
  }

  private change(client: string, by: number): void {
    this.sum += by;
    const count = this.of(client) + by;
    if (count === 0) this.byClient.delete(client);
    else this.byClient.set(client, count);
  }
}
