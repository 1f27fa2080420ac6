import { YARDSTICKS } from './summary.js';
import type { Summary } from './summary.js';
import type { Spread } from './statistics.js';

/** A table, a row for each contender. */
export function table(summaries: readonly Summary[]): string {
  const yardsticks = YARDSTICKS.filter((name) => summaries.some(({ contender }) => contender === name));
  const headings = [
    'contender',
    'answers/s (min..max)',
    ...yardsticks.map((name) => `x ${name} (min..max)`),
    'p50 / p95 / p99 ms',
    'CPU ms own + Neo4j',
    'RSS MiB',
    'loop p99 ms (min..max)',
  ];
  const rows = [headings, ...summaries.map((summary) => rowOf(summary, yardsticks))];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => padded(cell, widths[column] ?? 0, column)).join('  '))
    .join('\n');
}

function rowOf(
  { contender, answersPerSecond, ratios, latency, cpu, memory, loopDelay }: Summary,
  yardsticks: readonly string[],
): string[] {
  return [
    contender,
    spread(answersPerSecond, 1),
    ...yardsticks.map((name) => spread(ratios[name], 2)),
    [latency.p50, latency.p95, latency.p99].map((each) => each.toFixed(1)).join(' / '),
    `${figure(cpu.own, 1)} + ${figure(cpu.neo4j, 1)}`,
    figure(memory, 0),
    spread(loopDelay ?? undefined, 1),
  ];
}

function spread(figures: Spread | undefined, digits: number): string {
  if (figures === undefined) return '-';
  const { median, min, max } = figures;
  return `${median.toFixed(digits)} (${min.toFixed(digits)}..${max.toFixed(digits)})`;
}

function figure(value: number | null, digits: number): string {
  return value === null ? '-' : value.toFixed(digits);
}

/** Names stand at the left of their column, figures at the right. */
function padded(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
