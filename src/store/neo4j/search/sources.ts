import type { FoundPage } from '../../decode.js';
import { EMPTY_PAGE } from '../../pages.js';
import type { Page, SourceFilter, SourceOrder } from '../../port.js';
import type { Executor } from '../executor.js';
import { LABEL } from '../vocabulary.js';
import { sourceConditions } from './conditions.js';
import { pageOf, pagesOf } from './pages.js';
import { startAtLabel, startAtWord } from './streams.js';
import { fewest } from './counts.js';

/** The page of the sources that fit. */
export async function pageOfSources(
  executor: Executor,
  { words = [] }: SourceFilter,
  page: Page<SourceOrder>,
): Promise<FoundPage> {
  const rarest = words[await fewest(executor, LABEL.sourceWord, words)];
  const conditions = sourceConditions({ words: words.filter((some) => some !== rarest) });
  if (rarest === undefined) return await pageOf(executor, startAtLabel(LABEL.source), conditions, page);
  const [found] = await pagesOf(executor, startAtWord(LABEL.sourceWord), [rarest], conditions, page);
  return found ?? EMPTY_PAGE;
}
