import type { View } from './view/view.js';
import { allLinkedTo } from './view/walk.js';

/** These techniques and all that are narrower, at any depth; each once, even where the hierarchy has a circle. */
export async function withNarrower(view: View, techniques: readonly string[]): Promise<string[]> {
  const found = new Set(techniques);
  let level = [...found];
  while (level.length > 0) {
    const narrower = await allLinkedTo(view, level, { relation: 'BROADER' });
    level = narrower.map((technique) => technique.key).filter((key) => !found.has(key));
    level.forEach((key) => found.add(key));
  }
  return [...found].sort();
}
