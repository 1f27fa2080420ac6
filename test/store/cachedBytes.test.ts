import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { AnswerCache } from '../../src/store/cache/answerCache.js';
import { questionName } from '../../src/store/questionText.js';

const BYTES = 16_000_000;

const ANSWERS: [what: string, answer: (index: number) => object][] = [
  ['counts', (index) => ({ count: index })],
  ['empty pages', () => ({ places: [], hasMore: false })],
  ['counts of many', (index) => [index, index, index]],
];

it.each(ANSWERS)('small answers take no more memory than they may: %s', (_what, answer) => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const cache = new AnswerCache(BYTES);
  for (let knownIn = 0; knownIn < 200_000; knownIn++)
    cache.set(questionName('countFacts', { knownIn }), answer(knownIn));
  collect();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(BYTES * 1.2);
  expect(cache.entries).toBeGreaterThan(50_000);
});
