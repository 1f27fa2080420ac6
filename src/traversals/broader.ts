import type { View } from './view/view.js';

/** Knows for techniques all that are broader, at any depth; what was read once is not read again. */
export class BroaderTechniques {
  private readonly direct = new Map<string, readonly string[]>();

  constructor(private readonly view: View) {}

  /** Reads what is broader than these. */
  async read(techniques: Iterable<string>): Promise<void> {
    let level = this.unknownOf(techniques);
    while (level.length > 0) {
      const records = await this.view.entities(level);
      level.forEach((key, index) => {
        const links = records[index]?.relations.filter(({ relation }) => relation === 'BROADER') ?? [];
        this.direct.set(
          key,
          links.map(({ to }) => to),
        );
      });
      level = this.unknownOf(level.flatMap((key) => this.direct.get(key) ?? []));
    }
  }

  /** These techniques, which were read, and all broader ones; each once, even where the hierarchy has a circle. */
  of(techniques: Iterable<string>): Set<string> {
    const found = new Set(techniques);
    // A set grows while it is walked through, and what is added is walked through too.
    for (const key of found) for (const broader of this.direct.get(key) ?? []) found.add(broader);
    return found;
  }

  private unknownOf(keys: Iterable<string>): string[] {
    return [...new Set(keys)].filter((key) => !this.direct.has(key));
  }
}
