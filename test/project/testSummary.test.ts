import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/testSummary.mjs', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'confrere-summary-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function summaryOf(report: object | null, exitCode: number): string {
  const path = join(folder, report === null ? 'absent.json' : 'report.json');
  if (report !== null) writeFileSync(path, JSON.stringify(report));
  return execFileSync(process.execPath, [script, path, String(exitCode)], { encoding: 'utf8' });
}

const COUNTS = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };
const fileWith = (status: string, ...results: string[]) => ({
  status,
  assertionResults: results.map((result) => ({ status: result })),
});

test('counts what passed, failed and was skipped', () => {
  const good = { ...COUNTS, testResults: [fileWith('passed', 'passed')] };
  expect(summaryOf(good, 0)).toBe('tests: 7 passed, 0 failed, 3 skipped\n');
  const bad = { ...COUNTS, numFailedTests: 2, testResults: [fileWith('failed', 'failed', 'failed')] };
  expect(summaryOf(bad, 1)).toBe('tests: 7 passed, 2 failed, 3 skipped\n');
});

test('counts a file that broke before its tests as a failure', () => {
  const report = { ...COUNTS, testResults: [fileWith('passed', 'passed'), fileWith('failed')] };
  expect(summaryOf(report, 1)).toBe('tests: 7 passed, 1 failed, 3 skipped\n');
});

test('never reports a run that failed as one without failures', () => {
  expect(summaryOf({ ...COUNTS, testResults: [] }, 1)).toBe('tests: 7 passed, 1 failed, 3 skipped\n');
  expect(summaryOf(null, 1)).toBe('tests: 0 passed, 1 failed, 0 skipped\n');
  expect(summaryOf(null, 0)).toBe('tests: 0 passed, 1 failed, 0 skipped\n');
});
