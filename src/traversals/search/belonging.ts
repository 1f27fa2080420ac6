import { INSTITUTIONS, ontology } from '../../ontology/index.js';
import { BroaderTechniques } from '../broader.js';
import { Locations } from '../sides/locations.js';
import { USUAL_FACTS } from '../view/usual.js';
import type { View } from '../view/view.js';

/** By what hits can be chosen, beside their kind. */
export type Subject = 'Country' | 'Technique';

/** So many entities are looked at in one call: it takes a few milliseconds. */
const ENTITIES_AT_ONCE = 200;

/**
 * To which countries and techniques entities belong; what was read once is not read again.
 *
 * An entity belongs to a country that it is, in which it lies, or with which, or with an institution that lies there, it
 * takes part in a fact. It belongs to a technique that it is, or with which it takes part in a fact, and to the broader
 * ones. Facts are those that lists of facts have unless asked otherwise. Of an entity that plays too many roles (see
 * `companionsOf` of the port) facts tell nothing.
 */
export class Belongings {
  private readonly found: Readonly<Record<Subject, Map<string, ReadonlySet<string>>>> = {
    Country: new Map(),
    Technique: new Map(),
  };
  private readonly locations: Locations;
  private readonly broader: BroaderTechniques;

  constructor(
    private readonly view: View,
    /** Whether what belongs to a technique belongs to the broader ones too. */
    readonly narrower: boolean,
  ) {
    this.locations = new Locations(view);
    this.broader = new BroaderTechniques(view);
  }

  /** For each entity the countries or techniques to which it belongs, none where it is in none. */
  async of(entities: readonly string[], subject: Subject): Promise<ReadonlySet<string>[]> {
    const found = this.found[subject];
    const unknown = [...new Set(entities)].filter((key) => !found.has(key));
    for (let start = 0; start < unknown.length; start += ENTITIES_AT_ONCE) {
      const some = unknown.slice(start, start + ENTITIES_AT_ONCE);
      const read = subject === 'Country' ? await this.countriesOf(some) : await this.techniquesOf(some);
      some.forEach((key, index) => found.set(key, read[index] ?? new Set()));
    }
    return entities.map((key) => found.get(key) ?? new Set());
  }

  private async countriesOf(entities: readonly string[]): Promise<Set<string>[]> {
    const parties = await this.partiesOf(entities, ['Country', ...INSTITUTIONS]);
    await this.locations.read(parties.flatMap((keys) => [...keys]));
    return parties.map((keys) => {
      const countries = [...keys].flatMap((key) =>
        isOf(key, 'Country') ? key : (this.locations.of(key) ?? []),
      );
      return new Set(countries);
    });
  }

  private async techniquesOf(entities: readonly string[]): Promise<Set<string>[]> {
    const parties = await this.partiesOf(entities, ['Technique']);
    const techniques = parties.map((keys) => [...keys].filter((key) => isOf(key, 'Technique')));
    if (!this.narrower) return techniques.map((keys) => new Set(keys));
    await this.broader.read(techniques.flat());
    return techniques.map((keys) => this.broader.of(keys));
  }

  /** Each entity with all of these kinds that take part in facts with it. */
  private async partiesOf(
    entities: readonly string[],
    kinds: readonly string[],
  ): Promise<ReadonlySet<string>[]> {
    const companions = await this.view.companionsOf(
      entities.map((key) => [key]),
      kinds,
      USUAL_FACTS,
    );
    return entities.map((key, index) => new Set([key, ...(companions[index] ?? [])]));
  }
}

function isOf(key: string, kind: string): boolean {
  return ontology.entityKindOfKey(key)?.name === kind;
}
