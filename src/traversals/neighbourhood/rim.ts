import type { FactFilter } from '../../store/port.js';
import { degreesOf } from '../view/degrees.js';
import type { Pace } from '../view/pace.js';
import type { Reading } from '../view/reading.js';
import type { DrawnFacts } from './drawnFacts.js';
import { surroundingsOf } from './surroundings.js';
import type { Surroundings } from './surroundings.js';

/** Of entities with so few facts all are read; of others only those that they share with one another. */
export const FEW_FACTS = 40;

/** The rim of what is drawn: the entities from which the walk did not go on. */
export interface Rim {
  readonly degrees: ReadonlyMap<string, number>;
  /** What was read around those with few facts. */
  readonly surroundings: readonly Surroundings[];
}

/** Reads the facts that entities of the rim share with one another. They go to `drawn`. */
export async function readRim(
  reading: Reading,
  rim: readonly string[],
  { filter, few }: { filter: FactFilter; few: number },
  drawn: DrawnFacts,
  pace: Pace,
): Promise<Rim> {
  const degrees = await degreesOf(reading.view, rim, filter);
  const withFew = rim.filter((key) => (degrees.get(key) ?? 0) <= few);
  const surroundings = await surroundingsOf(reading, withFew, filter, drawn, pace);

  // Each looks only for those with more facts than itself, so that what two share is read by way of the shorter list.
  const withMany = [...degrees].filter(([, degree]) => degree > few);
  withMany.sort(([a, degreeOfA], [b, degreeOfB]) => degreeOfA - degreeOfB || (a < b ? -1 : 1));
  const left = withMany.map(([key]) => key);
  for (let key = left.shift(); key !== undefined && left.length > 0; key = left.shift()) {
    const shared = { ...filter, participants: [{ entities: left }] };
    for await (const portion of reading.factsOf([key], undefined, shared)) {
      for (const record of portion.flatMap(({ facts }) => facts)) {
        drawn.add(record);
        if (pace.due) await pace.pause();
      }
    }
  }
  return { degrees, surroundings };
}
