import type { FactRecord, Side } from '../../ontology/index.js';
import type { FactFilter } from '../../store/port.js';
import type { Pace } from '../view/pace.js';
import type { Reading } from '../view/reading.js';
import type { SideFinder } from './finder.js';

/** The most places in which one question counts facts: a fact of many parties is counted with each of them. */
export const PLACEMENTS_MAXIMUM = 300_000;

/**
 * All facts that fit, by time, each once the finder has read what its sides rest on. Ends early where the reading is cut:
 * a side that was not read is not one that nobody knows.
 */
export async function* factsWithSides(
  reading: Reading,
  finder: SideFinder,
  { filter, sidesOf, pace }: { filter: FactFilter; sidesOf: (kind: string) => readonly Side[]; pace: Pace },
): AsyncGenerator<FactRecord> {
  for await (const facts of reading.facts(filter)) {
    await finder.read(facts, ({ kind }) => sidesOf(kind));
    if (reading.cut !== null) return;
    for (const fact of facts) {
      yield fact;
      if (pace.due) await pace.pause();
    }
  }
}
