/** What a program sees of an answer through the client that it asks with. */
export type Seen = { data: unknown; codes?: undefined } | { codes: readonly string[]; data?: undefined };

/** A client as somebody has it who has set nothing but the address. */
export interface Client {
  ask(query: string, variables?: Record<string, unknown>): Promise<Seen>;
  /** Ends what belongs to it alone. */
  close?(): void;
}

/** The codes of errors as GraphQL has them. */
export function codesOf(errors: Iterable<object> = []): string[] {
  return [...errors].map((error) => {
    const { extensions } = error as { extensions?: { code?: unknown } };
    return String(extensions?.code);
  });
}
