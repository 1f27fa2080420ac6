/** Something in a store that is not as its records say it must be. */
export interface Finding {
  /** The record that it concerns: its key, or `changeset 7`. */
  key: string;
  problem: string;
  /** What follows from the records, and what is there instead, where both can be shown. */
  expected?: string;
  found?: string;
}
