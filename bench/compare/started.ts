import { contenders as all } from './contenders/index.js';
import type { RunningContender } from './contenders/contender.js';
import type { Places } from './graphs/places.js';
import type { Style } from './questions/question.js';

/** A contender that answers. */
export interface Started extends RunningContender {
  readonly name: string;
  readonly style: Style;
}

/** Starts the named contenders, in their order, lets them work, and stops them. */
export async function withContenders(
  names: readonly string[],
  places: Places,
  work: (contenders: readonly Started[]) => Promise<void>,
): Promise<void> {
  const started: Started[] = [];
  try {
    for (const { name, style, start } of all.filter((each) => names.includes(each.name))) {
      started.push({ name, style, ...(await start(places)) });
    }
    await work(started);
  } finally {
    for (const contender of started) await contender.stop();
  }
}
