/*
 * Whether trainings can follow one another. Each is known to lie between two days; nothing is assumed of where between
 * them it lies, nor of how long it took.
 */

/** The first and the last day that a training can have had; infinite where nothing is said. */
export interface Extent {
  readonly first: number;
  readonly last: number;
}

/** How sure it must be that each training of a chain came before the next. */
export type OrderCertainty = 'CERTAIN' | 'POSSIBLE';

/**
 * The end of a chain, as far as it matters to what can follow: the fewer the better. CERTAIN: the last day that the
 * last training can have had. POSSIBLE: the first day on which it can have happened, given those before it.
 */
export type ChainEnd = number;

/**
 * The end of the chain with one more training; null where that cannot follow. Of a chain that has none yet the end is
 * null, and anything can follow.
 *
 * CERTAIN: all of the one before lies before all of the next. POSSIBLE: days can be chosen, one for each training of
 * the chain and none before the one chosen last; trainings of the same day, or that overlap, are in order then.
 */
export function follow(end: ChainEnd | null, next: Extent, certainty: OrderCertainty): ChainEnd | null {
  if (certainty === 'CERTAIN') return end === null || end < next.first ? next.last : null;
  const day = Math.max(end ?? -Infinity, next.first);
  return day <= next.last ? day : null;
}

/** The extent with time turned round, for walking a chain from its last training to its first. */
export function turned({ first, last }: Extent): Extent {
  return { first: -last, last: -first };
}
