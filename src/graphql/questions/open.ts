import { demandSources } from '../../traversals/index.js';
import type { Context } from '../context.js';
import type { Loaders } from '../loaders.js';
import type { PageArguments } from '../paging.js';
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
  // What is asked below the answer is read by loaders that all share, and not noted here.
  return { ...loaders, view: loaders.view.noting() };
}
