import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ERROR_CODES } from '../../src/errors.js';

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

// Of Apollo Server and of the HTTP edge; the rest are ours.
const EDGE_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'BAD_REQUEST',
  'NOT_FOUND',
  'INTERNAL_SERVER_ERROR',
];

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

test('the README explains every error code, once, and no other', () => {
  const section = read('README.md').split('\n## Errors\n')[1] ?? '';
  const explained = [...section.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code);
  expect(explained.sort()).toEqual([...ERROR_CODES, ...EDGE_CODES].sort());
});

describe.each(['README.md', 'CONTRIBUTING.md'])('%s', (file) => {
  const text = read(file);

  test('names only npm scripts that exist', () => {
    const named = [...text.matchAll(/npm run ([a-z0-9:]+)/g)].map(([, script = '']) => script);
    expect(named.length).toBeGreaterThan(0);
    for (const script of named) expect(Object.keys(scripts)).toContain(script);
  });

  test('names and links only files that exist', () => {
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path = '']) => path);
    const named = [...text.matchAll(/`((?:src|schema|seeds|test|scripts|web|bench|\.ci)\/[\w./*-]*)`/g)]
      .map(([, path = '']) => path)
      .filter((path) => !path.includes('*'));
    expect([...linked, ...named].length).toBeGreaterThan(0);
    for (const path of [...linked, ...named]) {
      expect(existsSync(new URL(`../../${path}`, import.meta.url)), path).toBe(true);
    }
  });
});
