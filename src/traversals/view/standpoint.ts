/** Which state of the graph a question is about. */
export interface Standpoint {
  /** The number of the changeset after which the graph is read. */
  readonly knownIn: number;
  /** Sources that are taken not to exist. */
  readonly withoutSources: readonly string[];
}
