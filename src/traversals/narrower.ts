import type { ParticipantCondition } from '../store/port.js';
import { demandEntities } from './view/keys.js';
import type { View } from './view/view.js';
import { allLinkedTo } from './view/walk.js';

/** These techniques and all that are narrower, at any depth; each once, even where the hierarchy has a circle. */
export async function withNarrower(view: View, techniques: readonly string[]): Promise<string[]> {
  const found = new Set(view.canonicals(techniques));
  let level = [...found];
  while (level.length > 0) {
    const narrower = await allLinkedTo(view, level, { relation: 'BROADER' });
    level = narrower.map((technique) => technique.key).filter((key) => !found.has(key));
    level.forEach((key) => found.add(key));
  }
  return [...found].sort();
}

/**
 * That a fact is about one of these techniques. Refuses with BAD_KEY techniques that are not there; `argument` names the
 * argument in messages.
 */
export async function techniqueCondition(
  view: View,
  argument: string,
  techniques: readonly string[],
  narrower: boolean,
): Promise<ParticipantCondition> {
  await demandEntities(view, argument, techniques, ['Technique']);
  return { entities: narrower ? await withNarrower(view, techniques) : techniques, roles: ['TECHNIQUE'] };
}
