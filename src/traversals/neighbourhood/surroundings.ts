import type { FactFilter } from '../../store/port.js';
import { degreesOf } from '../view/degrees.js';
import type { Pace } from '../view/pace.js';
import type { Reading } from '../view/reading.js';
import type { DrawnFacts } from './drawnFacts.js';

/** Each neighbour of an entity with the number of facts that the two share. */
export type Neighbours = ReadonlyMap<string, number>;

/** What was read around an entity. */
export interface Surroundings {
  readonly key: string;
  readonly neighbours: Neighbours;
  /** In how many facts it takes part, whether they were read or not. */
  readonly degree: number;
  /** Whether all of its facts were read. */
  readonly isWhole: boolean;
}

/** Reads all facts of the entities, as far as the bound allows. They go to `drawn`. */
export async function surroundingsOf(
  reading: Reading,
  entities: readonly string[],
  filter: FactFilter,
  drawn: DrawnFacts,
  pace: Pace,
): Promise<Surroundings[]> {
  const found = new Map(entities.map((key) => [key, { read: 0, neighbours: new Map<string, number>() }]));
  for await (const portion of reading.factsOf(entities, undefined, filter)) {
    for (const { entity, facts } of portion) {
      const around = found.get(entity);
      if (around === undefined) continue;
      around.read += facts.length;
      for (const record of facts) {
        for (const other of drawn.add(record).entities) {
          if (other !== entity) around.neighbours.set(other, (around.neighbours.get(other) ?? 0) + 1);
        }
        if (pace.due) await pace.pause();
      }
    }
  }
  const degrees = reading.cut === null ? null : await degreesOf(reading.view, entities, filter);
  return [...found].map(([key, { read, neighbours }]) => {
    const degree = degrees?.get(key) ?? read;
    return { key, neighbours, degree, isWhole: read === degree };
  });
}
