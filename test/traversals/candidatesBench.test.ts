import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgedPairs } from '../../bench/names/judgedPairs.js';
import type { JudgedPair } from '../../bench/names/judgedPairs.js';
import { newFile } from '../helpers/stores.js';
import type { Place } from '../helpers/stores.js';

/*
 * The floor below which suggestions must not fall, over all labelled pairs (`npx tsx bench/pairs.ts` tells the figures).
 */

const FALSE_AMONG_LIKELY = 0.01;
const SAME_LIKELY = 0.92;
const SAME_POSSIBLE = 0.96;
const SAME_FOUND = 0.96;

describe('suggestions of who may be the same', () => {
  let place: Place;
  let pairs: JudgedPair[];

  beforeAll(async () => {
    place = await newFile();
    pairs = await judgedPairs(await place.open());
  }, 240_000);
  afterAll(() => place.remove());

  it('call hardly anybody likely who is not the same', () => {
    const likely = pairs.filter(
      ({ pair, likelihood }) => likelihood === 'LIKELY' && pair.verdict !== 'UNSURE',
    );
    const wrong = likely.filter(({ pair }) => pair.verdict === 'DIFFERENT').map(({ pair }) => pair.why);
    expect(wrong.length / likely.length, wrong.join('; ')).toBeLessThanOrEqual(FALSE_AMONG_LIKELY);
  });

  it('find most who are', () => {
    const same = pairs.filter(({ pair }) => pair.verdict === 'SAME');
    const share = (isMeant: (each: JudgedPair) => boolean) => same.filter(isMeant).length / same.length;
    expect(same.length).toBeGreaterThan(250);
    expect(share(({ likelihood }) => likelihood === 'LIKELY')).toBeGreaterThanOrEqual(SAME_LIKELY);
    expect(share(({ likelihood }) => likelihood !== null)).toBeGreaterThanOrEqual(SAME_POSSIBLE);
    expect(share(({ isFound }) => isFound)).toBeGreaterThanOrEqual(SAME_FOUND);
  });

  it('say what the score is made of', () => {
    for (const { score, reasons, pair } of pairs) {
      if (reasons.some(({ excludes }) => excludes)) continue;
      const bits = reasons.reduce((sum, { weight }) => sum + weight, 0);
      // Names that are of two keep a score down, and equal ones keep it up.
      if (score > 0.1 && score < 0.9) expect(score, pair.why).toBeCloseTo(1 / (1 + 2 ** -bits), 3);
    }
  });
});
