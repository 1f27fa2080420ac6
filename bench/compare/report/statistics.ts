/** The middle of some figures, and between which they lie. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Fails on no figures at all. */
export function spreadOf(figures: readonly number[]): Spread {
  return { median: quantile(figures, 0.5), min: Math.min(...figures), max: Math.max(...figures) };
}

/** The later half, for what the earlier ones wait for is that programs, plans and memories become warm. */
export function laterHalf<Figure>(figures: readonly Figure[]): readonly Figure[] {
  return figures.slice(Math.floor(figures.length / 2));
}

/** The figure that so large a share of all does not exceed; between two of them where it falls between. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) throw new Error('there are no figures');
  return below + (above - below) * (place - Math.floor(place));
}
