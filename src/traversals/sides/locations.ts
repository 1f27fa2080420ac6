import type { View } from '../view/view.js';
import { isInstitution } from './attribution.js';

/** So many entities are read at once, so that what comes back is taken in within a few milliseconds. */
const ENTITIES_AT_ONCE = 500;

/** In which countries institutions lie; what was read once is not read again. */
export class Locations {
  private readonly countries = new Map<string, string | null>();

  constructor(private readonly view: View) {}

  /** Reads where those of these entities lie that are institutions. */
  async read(entities: Iterable<string>): Promise<void> {
    const unknown = [...new Set(entities)].filter((key) => !this.countries.has(key) && isInstitution(key));
    for (let start = 0; start < unknown.length; start += ENTITIES_AT_ONCE) {
      const some = unknown.slice(start, start + ENTITIES_AT_ONCE);
      const records = await this.view.entities(some);
      some.forEach((key, index) => {
        const link = records[index]?.relations.find(({ relation }) => relation === 'LOCATED_IN');
        this.countries.set(key, link?.to ?? null);
      });
    }
  }

  /** The country in which an institution that was read lies. */
  of(institution: string): string | undefined {
    return this.countries.get(institution) ?? undefined;
  }
}
