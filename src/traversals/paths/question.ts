import { ConfrereError } from '../../errors.js';
import { ontology } from '../../ontology/index.js';
import type { FactFilter } from '../../store/port.js';
import { EVERY_KIND, demandApart, demandEntities } from '../view/keys.js';
import { demandNumber } from '../view/limits.js';
import type { View } from '../view/view.js';
import type { Scope } from './surroundings.js';

/** What connects two entities. */
export interface PathsQuestion {
  /** The keys of two different entities, of any kind. */
  from: string;
  to: string;
  /** The most paths to answer, from 1 to PATHS_MAXIMUM. */
  k: number;
  /** The most hops of a path, from 1 to HOPS_MAXIMUM. */
  maxHops: number;
  /** Keys of entities that may not be passed through, at most EXCLUDED_MAXIMUM; neither end is one of them. */
  withoutEntities?: readonly string[];
  /** Kinds of entities that may not be passed through. The ends may be of these kinds. */
  withoutEntityKinds?: readonly string[];
  /** Only facts of these kinds make a hop; of any kind where left out. */
  kinds?: readonly string[];
  /** Facts of these kinds make no hop. */
  withoutKinds?: readonly string[];
  /** From 0 to HUB_PENALTY_MAXIMUM: see `penaltyOf`. */
  hubPenalty: number;
  /** What narrows any list of facts; its kinds and participants are the question’s own. */
  filter: Omit<FactFilter, 'kinds' | 'participants'>;
}

export const PATHS_MAXIMUM = 10;
export const HOPS_MAXIMUM = 8;
export const EXCLUDED_MAXIMUM = 1_000;
export const HUB_PENALTY_MAXIMUM = 10;

/** What passing through an entity costs that takes part in so many facts: `hubPenalty` for every power of ten that they reach. */
export function penaltyOf(hubPenalty: number, degree: number): number {
  // The digits of a whole number are counted, for its logarithm may be rounded.
  return hubPenalty * (String(Math.max(1, degree)).length - 1);
}

/** Reads the question. Refuses unknown keys with BAD_KEY, and with BAD_USER_INPUT numbers out of bounds and ends that cannot be. */
export async function scopeOf(view: View, question: PathsQuestion): Promise<Scope> {
  const { withoutEntityKinds = [] } = question;
  const [from = '', to = ''] = [question.from, question.to].map((key) => view.clusters.canonical(key));
  demandNumber('k', question.k, 1, PATHS_MAXIMUM);
  demandNumber('maxHops', question.maxHops, 1, HOPS_MAXIMUM);
  demandNumber('hubPenalty', question.hubPenalty, 0, HUB_PENALTY_MAXIMUM);
  const named = question.withoutEntities?.length ?? 0;
  if (named > EXCLUDED_MAXIMUM) {
    refuse(`\`withoutEntities\` names ${named} keys; expected at most ${EXCLUDED_MAXIMUM}.`);
  }
  const withoutEntities = view.canonicals(question.withoutEntities ?? []);
  await demandEntities(view, 'from', [from], EVERY_KIND);
  await demandEntities(view, 'to', [to], EVERY_KIND);
  await demandEntities(view, 'withoutEntities', withoutEntities, EVERY_KIND);
  if (question.from === question.to) {
    refuse(`\`from\` and \`to\` are both "${from}"; expected two different entities.`);
  }
  demandApart(view, 'from` and `to', [question.from, question.to], view.clusters.canonicals([from, to]));
  for (const [argument, key] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (!withoutEntities.includes(key)) continue;
    refuse(`\`withoutEntities\` names "${key}", which is \`${argument}\`; a path has to end there.`);
  }
  const excluded = new Set(withoutEntities);
  const excludedPrefixes = withoutEntityKinds.map((name) => `${ontology.entityKind(name).prefix}/`);
  return {
    from,
    to,
    isStop: (key) => !excluded.has(key) && !excludedPrefixes.some((prefix) => key.startsWith(prefix)),
    filter: hopFilter(question),
  };
}

/** Which facts make hops. */
function hopFilter({ kinds, withoutKinds, filter }: PathsQuestion): FactFilter {
  if (kinds === undefined && withoutKinds === undefined) return filter;
  const asked = kinds ?? ontology.factKinds.map(({ name }) => name);
  return { ...filter, kinds: asked.filter((kind) => withoutKinds?.includes(kind) !== true) };
}

function refuse(message: string): never {
  throw new ConfrereError('BAD_USER_INPUT', message);
}
