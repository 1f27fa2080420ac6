// Prints `tests: N passed, N failed, N skipped`. Arguments: the path where vitest's JSON reporter wrote its report, and
// vitest's exit code. What fails outside of any test is counted as one failure: a test file that breaks before its
// first test, an error that nobody awaited, a run that left no report.
import { readFileSync } from 'node:fs';

const [path, exitCode] = process.argv.slice(2);
const { passed, failed, skipped } = count(read(path));
const failures = exitCode === '0' ? failed : Math.max(failed, 1);
console.log(`tests: ${passed} passed, ${failures} failed, ${skipped} skipped`);

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function count(report) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
