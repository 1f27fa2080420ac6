/** Things that are joined with one another, directly or through others. */
export class Union {
  private readonly parents = new Map<string, string>();

  join(one: string, other: string): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a !== b) this.parents.set(a, b);
  }

  /** The same for all that are joined, and for no others. */
  find(each: string): string {
    let root = each;
    for (let up = this.parents.get(root); up !== undefined; up = this.parents.get(root)) root = up;
    // Shortens the way for those who ask again.
    for (let at = each; at !== root;) {
      const up = this.parents.get(at) ?? root;
      this.parents.set(at, root);
      at = up;
    }
    return root;
  }
}
