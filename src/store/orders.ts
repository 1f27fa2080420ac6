/** The orders that a store has its lists in. Each ends in the key, so that no two items stand at one place. */
export type FactOrder = 'TIME' | 'KEY';
export type EntityOrder = 'NAME' | 'KEY';
export type SourceOrder = 'KEY';
