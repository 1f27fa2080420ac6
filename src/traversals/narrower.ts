import type { Store } from '../store/port.js';
import { allLinkedTo } from './walk.js';

/** These techniques and all that are narrower, at any depth; each once, even where the hierarchy has a circle. */
export async function withNarrower(store: Store, techniques: readonly string[]): Promise<string[]> {
  const found = new Set(techniques);
  let level = [...found];
  while (level.length > 0) {
    const narrower = await allLinkedTo(store, level, { relation: 'BROADER' });
    level = narrower.map((technique) => technique.key).filter((key) => !found.has(key));
    level.forEach((key) => found.add(key));
  }
  return [...found].sort();
}
