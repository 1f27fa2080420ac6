import fc from 'fast-check';
import { expect, it } from 'vitest';
import { questionText } from '../../src/store/questionText.js';

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    fc.constantFrom(Infinity, -Infinity, 0, 1, null, true, 'null', 'Infinity', '', 'a'),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('from', 'to', 'null'), tie('any'), { maxKeys: 3 }),
  ),
})).any;

/** The same with what JSON cannot write written as nothing else is. */
function written(question: unknown): unknown {
  return JSON.parse(
    JSON.stringify(question, (_name, each: unknown) =>
      each === Infinity || each === -Infinity || typeof each === 'string'
        ? `${typeof each} ${String(each)}`
        : each,
    ),
  );
}

it('two questions have one text only where they are equal', () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      if (questionText(one) === questionText(other)) {
        expect(written(one)).toStrictEqual(written(other));
      }
      expect(questionText(one)).toBe(questionText(structuredClone(one)));
    }),
    { numRuns: 5_000 },
  );
});
