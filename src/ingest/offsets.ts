import type { Path } from './problems.js';

/** A value whose offset is looked for, or the name of the field that holds it. */
export interface Wanted {
  path: Path;
  of?: 'value' | 'name';
}

interface Step {
  steps: Map<string | number, Step>;
  wanted: Map<number, 'value' | 'name'>;
}

/**
 * Finds offsets in one run through a text. A value that is not there has the offset of the innermost one around it
 * that is.
 */
export class OffsetFinder {
  readonly offsets: number[];
  private readonly root: Step = { steps: new Map(), wanted: new Map() };
  /** The steps of the values that are open; null where nothing is wanted inside. */
  private readonly open: (Step | null)[] = [];

  constructor(wanted: readonly Wanted[]) {
    this.offsets = wanted.map(() => 0);
    wanted.forEach(({ path, of = 'value' }, index) => {
      let step = this.root;
      for (const name of path) {
        const next = step.steps.get(name) ?? { steps: new Map(), wanted: new Map() };
        step.steps.set(name, next);
        step = next;
      }
      step.wanted.set(index, of);
    });
  }

  /** A value begins. `name` is its field or its place in a list, null for the outermost value. */
  enter(name: string | number | null, valueOffset: number, nameOffset: number): void {
    const around = this.open.at(-1);
    const step = name === null ? this.root : (around?.steps.get(name) ?? null);
    this.open.push(step);
    if (step !== null) this.mark(step, valueOffset, nameOffset);
  }

  leave(): void {
    this.open.pop();
  }

  private mark(step: Step, valueOffset: number, nameOffset: number): void {
    for (const [index, of] of step.wanted) this.offsets[index] = of === 'name' ? nameOffset : valueOffset;
    for (const inner of step.steps.values()) this.mark(inner, valueOffset, valueOffset);
  }
}

/** Line and column, both from 1, of offsets in a text. */
export function linesOf(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
