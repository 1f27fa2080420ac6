import { ConfrereError } from '../../errors.js';
import type { FactFilter } from '../../store/port.js';
import type { Cut } from '../view/bounds.js';
import { EVERY_KIND, demandApart, demandEntities } from '../view/keys.js';
import { Pace } from '../view/pace.js';
import { Reading } from '../view/reading.js';
import { ascending } from '../view/sorted.js';
import type { View } from '../view/view.js';
import { relationsAround } from './relations.js';
import { Sharing } from './sharing.js';
import type { SharedEntity } from './sharing.js';
import type { StatedRelation } from './side.js';

/** What several entities share. */
export interface CommonQuestion {
  /** Entities of any kind, from 2 to COMMON_MAXIMUM different ones. */
  keys: readonly string[];
  /** How many of them must share something, from 2; all of them where left out. */
  atLeast?: number;
  /** Only what is of these kinds; any kind where left out. */
  entityKinds?: readonly string[];
  /** Whether relations join entities as facts do. */
  relations: boolean;
  /** Which facts join entities; its participants are the question’s own. */
  filter: Omit<FactFilter, 'participants'>;
}

export interface Common {
  /** In the order of their places. */
  readonly shared: readonly SharedEntity[];
  /** The order keys by time, sorted, of the facts in which at least two of them take part. */
  readonly together: readonly string[];
  /** The relations between two of them, by their ends. */
  readonly related: readonly StatedRelation[];
  /** Why something may be missing; null where nothing is. */
  readonly cut: Cut | null;
}

export const COMMON_MAXIMUM = 10;

/**
 * What the entities share: whatever takes part in a fact with each of them, or is joined to them by a relation. None of
 * them is shared itself: what joins two of them directly stands in `together` and `related`.
 *
 * Refuses with BAD_KEY a key that is not there, with BAD_USER_INPUT what is out of bounds.
 */
export async function common(view: View, question: CommonQuestion): Promise<Common> {
  const keys = view.canonicals(question.keys);
  const { atLeast = keys.length, entityKinds, relations, filter } = question;
  demandApart(view, 'keys', question.keys, keys);
  checkNumbers(keys, atLeast);
  const entities = await demandEntities(view, 'keys', keys, EVERY_KIND);
  const reading = new Reading(view);
  const pace = new Pace(view);
  const sharing = new Sharing(keys, entityKinds);

  for await (const portion of reading.factsOf(keys, undefined, filter)) {
    for (const { entity, facts } of portion) {
      for (const fact of facts) {
        sharing.addFact(entity, fact);
        if (pace.due) await pace.pause();
      }
    }
  }
  const cut = relations ? await relationsAround(view, entities, (each) => sharing.addRelation(each)) : null;

  const shared: SharedEntity[] = [];
  for (const each of sharing.sharedBy(atLeast)) {
    shared.push(each);
    if (pace.due) await pace.pause();
  }
  const related = [...sharing.related].sort(([a], [b]) => ascending(a, b)).map(([, relation]) => relation);
  return {
    shared: await pace.sorted(shared, (a, b) => ascending(a.place, b.place)),
    together: await pace.sorted([...sharing.together], ascending),
    related,
    cut: reading.cut ?? cut,
  };
}

function checkNumbers(keys: readonly string[], atLeast: number): void {
  if (keys.length < 2 || keys.length > COMMON_MAXIMUM) {
    const named = keys.length === 1 ? 'one entity' : `${keys.length} entities`;
    throw new ConfrereError(
      'BAD_USER_INPUT',
      `\`keys\` names ${named}; expected 2 to ${COMMON_MAXIMUM} different ones.`,
    );
  }
  if (!Number.isInteger(atLeast) || atLeast < 2 || atLeast > keys.length) {
    throw new ConfrereError(
      'BAD_USER_INPUT',
      `\`atLeast\` is ${atLeast}; expected ${expectedAtLeast(keys.length)}.`,
    );
  }
}

function expectedAtLeast(named: number): string {
  if (named === 2) return '2, for `keys` names two entities';
  return `a whole number from 2 to ${named}, as many as \`keys\` names`;
}
