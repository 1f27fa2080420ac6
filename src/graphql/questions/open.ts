import type { ParticipantCondition } from '../../store/port.js';
import { EVERY_KIND, demandEntities, demandSources } from '../../traversals/index.js';
import type { View } from '../../traversals/index.js';
import type { Context } from '../context.js';
import type { Loaders } from '../loaders.js';
import type { PageArguments } from '../paging.js';
import type { ParticipantFilterInput } from '../queries/arguments.js';
import type { QuestionArgs } from '../types/arguments.js';
import { standpointOf } from '../types/standpoint.js';

/**
 * The loaders over the graph as a question asks to see it. Refuses with BAD_TIME, BAD_CURSOR, or BAD_KEY where the
 * question names sources that are not there.
 */
export async function loadersForQuestion(
  context: Context,
  args: QuestionArgs & PageArguments,
): Promise<Loaders> {
  const loaders = await context.loaders(standpointOf(args));
  await demandSources(loaders.view, 'filter.sources', args.filter?.sources ?? []);
  return noting(loaders);
}

/** Who must play a role, as a question asks it. Refuses with BAD_KEY entities that are not there. */
export async function participantConditions(
  view: View,
  asked: readonly ParticipantFilterInput[] | null | undefined,
): Promise<ParticipantCondition[] | undefined> {
  if (asked == null) return undefined;
  for (const { entities } of asked) await demandEntities(view, 'participants', entities, EVERY_KIND);
  return asked.map(({ entities, roles }) => (roles == null ? { entities } : { entities, roles }));
}

/** The loaders with a view that notes what one answer leans on. What is asked below it is read by what all share, and not noted. */
export function noting(loaders: Loaders): Loaders {
  return { ...loaders, view: loaders.view.noting() };
}
