import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { jsonOffsets, readJson } from '../../src/ingest/jsonText.js';
import { linesOf } from '../../src/ingest/offsets.js';
import type { Wanted } from '../../src/ingest/offsets.js';
import { readYaml, yamlOffsets } from '../../src/ingest/yamlText.js';

const value = fc.jsonValue({ maxDepth: 4 });
const indent = fc.constantFrom(undefined, 2, '\t');

/** JSON with one thing spoilt here or there, or not at all. */
const almostJson = fc
  .tuple(
    value,
    indent,
    fc.nat(),
    fc.constantFrom('', ',', '"', '\\', '0', ' ', '\n', '\t', '{', '[', '}', ']', 'é', '/'),
  )
  .map(([json, space, where, put]) => {
    const text = JSON.stringify(json, null, space);
    const at = where % (text.length + 1);
    return text.slice(0, at) + put + text.slice(at + (where % 3));
  });

describe('the reader of JSON', () => {
  test('takes what JSON.parse takes, and nothing else but fields that stand twice', () => {
    fc.assert(
      fc.property(fc.oneof(almostJson, fc.string()), (text) => {
        const reading = readJson(text);
        let parsed: unknown;
        try {
          parsed = JSON.parse(text);
        } catch {
          expect(reading).toHaveProperty('faults');
          return;
        }
        if ('value' in reading) expect(reading.value).toEqual(parsed);
        else for (const { message } of reading.faults) expect(message).toMatch(/^expected each field once/);
      }),
      { numRuns: 3000 },
    );
  });

  test('takes strings of any length', () => {
    const long = { plain: 'x'.repeat(5_000_000), escaped: '\n"\u0001'.repeat(1_000_000) };
    expect(readJson(JSON.stringify(long))).toEqual({ value: long });
  });
});

describe('the place of a value', () => {
  /** The ways to all values in a value. */
  function waysIn(inside: unknown, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
    if (typeof inside !== 'object' || inside === null) return [way];
    const entries: [string | number, unknown][] = Array.isArray(inside)
      ? inside.map((item: unknown, index) => [index, item])
      : Object.entries(inside);
    return [way, ...entries.flatMap(([name, each]) => waysIn(each, [...way, name]))];
  }

  const wanted = value.map((json) => {
    const ways = waysIn(json);
    const places: Wanted[] = [
      ...ways.map((path): Wanted => ({ path })),
      ...ways.map((path): Wanted => ({ path, of: 'name' })),
      ...ways.map((path): Wanted => ({ path: [...path, 'not there'] })),
    ];
    return { json, places };
  });

  test('in JSON is where the text from there on is that value', () => {
    fc.assert(
      fc.property(wanted, indent, ({ json, places }, space) => {
        const text = JSON.stringify(json, null, space);
        const offsets = jsonOffsets(text, places);
        places.forEach(({ path, of }, index) => {
          const from = text.slice(offsets[index]);
          const name = path.at(-1);
          if (of === 'name' && typeof name === 'string') {
            expect(from.startsWith(`${JSON.stringify(name)}:`)).toBe(true);
          } else if (name !== 'not there') {
            expect(from.startsWith(JSON.stringify(at(json, path), null, space).split('\n', 1)[0] ?? '')).toBe(
              true,
            );
          }
        });
      }),
    );
  });

  test('is the same to the reader of YAML, which JSON is', () => {
    fc.assert(
      fc.property(wanted, ({ json, places }) => {
        const text = JSON.stringify(json, null, 2);
        expect(yamlOffsets(text, places)).toEqual(jsonOffsets(text, places));
      }),
    );
  });

  test('in YAML leads through aliases', () => {
    const text = 'a: &x\n  b: [1, {c: 2}]\nd: *x\n';
    expect(readYaml(text)).toEqual({ value: { a: { b: [1, { c: 2 }] }, d: { b: [1, { c: 2 }] } } });
    const [alias, inside] = yamlOffsets(text, [{ path: ['d'] }, { path: ['d', 'b', 1, 'c'] }]);
    expect(text.slice(alias)).toMatch(/^\*x/);
    expect(text.slice(inside)).toMatch(/^2/);
  });

  test('has a line and a column', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', 'é', '😀') }), (text) => {
        const toLine = linesOf(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const before = text.slice(0, offset).split('\n');
          expect(toLine(offset)).toEqual({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
        }
      }),
    );
  });
});

test('YAML means what it says: no dates, no truths but true and false, no octals', () => {
  const words = { a: '2016-11-27', b: 'yes', c: 'no', d: 'on', e: 'NULLE', f: '1_000', g: '12:30:45' };
  const text = Object.entries(words)
    .map(([name, word]) => `${name}: ${word}\n`)
    .join('');
  expect(readYaml(text)).toEqual({ value: words });
  expect(readYaml(`%YAML 1.1\n---\n${text}`)).toEqual({ value: words });
  expect(readYaml(stringify(words))).toEqual({ value: words });
});

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inside, name) => (inside as Record<string | number, unknown>)[name], value);
}
