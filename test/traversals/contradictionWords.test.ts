import { describe, expect, it } from 'vitest';
import { atTime, listed } from '../../src/traversals/contradictions/words.js';

describe('explanations', () => {
  it.each([
    ['2016', 'in 2016'],
    ['2016-11', 'in 2016-11'],
    ['2016-11-05', 'on 2016-11-05'],
    ['XXXX-11-05', 'in an unknown year (XXXX-11-05)'],
    ['2014/2016-05', 'from 2014 to 2016-05'],
    ['2014/..', 'from 2014 on'],
    ['2014/', 'from 2014 to an unknown day'],
    ['../2011', 'until 2011'],
    ['/2011', 'from an unknown day to 2011'],
    ['/..', 'from an unknown day on'],
    ['../..', 'at all times'],
    ['../', 'until an unknown day'],
  ])('say %s as %s', (edtf, words) => {
    expect(atTime(edtf)).toBe(words);
  });

  it('list what is one, two or three', () => {
    expect(listed(['a'], 'or')).toBe('a');
    expect(listed(['a', 'b'], 'or')).toBe('a or b');
    expect(listed(['a', 'b', 'c'], 'and')).toBe('a, b and c');
  });
});
