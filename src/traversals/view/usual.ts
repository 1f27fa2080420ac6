import type { FactFilter } from '../../store/port.js';

/** What a question leaves out unless it is asked for: what nobody has reviewed, what is withdrawn, merely planned, or denied. */
export const USUAL_FACTS = {
  statuses: ['ACCEPTED', 'DISPUTED'],
  modalities: ['FACTUAL'],
  negated: false,
} as const satisfies FactFilter;
