/** The bounds that can end a question before it is answered whole. */
export const BOUNDS = {
  FACTS_READ: 'So many facts were read.',
  NODES: 'So many entities were reached.',
  DEPTH: 'The walk went as many steps as it was allowed to; what lies behind its ends was not looked at.',
  PLACEMENTS: 'Facts were counted so many times, over all that they belong to.',
  PAIRS: 'So many pairs of facts, or of names, were compared.',
  FINDINGS: 'So much was found.',
  CANDIDATES: 'So many entities with like names were looked at.',
} as const;

export type Bound = keyof typeof BOUNDS;

/** Why an answer is not whole: the bound that was reached, and what it is set to. */
export interface Cut {
  bound: Bound;
  maximum: number;
}

/** The most facts that one question reads; no question loads a graph whole. */
export const FACTS_READ_MAXIMUM = 100_000;
