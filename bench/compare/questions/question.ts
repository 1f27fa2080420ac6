/** How a contender wants to be asked: over which schema, in which language. */
export type Style = 'confrere' | 'neo4jGraphql' | 'cypher' | 'sqlite';

/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What is asked of every contender, and how their answers become alike. */
export interface Question {
  /** The name by which `--questions` picks it. */
  readonly letter: string;
  readonly title: string;
  readonly cases: Cases;
  /** SQLite by hand is asked what somebody has written for it. */
  readonly asked: Readonly<Record<Exclude<Style, 'sqlite'>, Asked> & { sqlite?: Asked }>;
}

/** Gives what a question is asked about, in an order of its own. */
export type Cases = (plain: Plain) => Promise<readonly Case[]>;

/** One thing that a question is asked about. */
export interface Case {
  readonly name: string;
  /** What is sent along with the question, in the style of whoever is asked. */
  readonly variablesFor: (style: Style, confrere: AskConfrere) => Promise<Variables>;
}

export type Variables = Readonly<Record<string, Json>>;

/** Asks Cypher of the plain graph, and gives the column `value`. */
export type Plain = (query: string, parameters?: Variables) => Promise<readonly Json[]>;

/** Asks the contender itself, for what only it can tell: its cursors. */
export type AskConfrere = (query: string, variables: Variables) => Promise<Json>;

/** A question in the language of one style. */
export interface Asked {
  /** A GraphQL document, or Cypher that gives the one value `answer`; for SQLite nothing, there its server knows. */
  readonly text: string;
  /** What it needs in the schema of @neo4j/graphql beside the plain graph: a field with Cypher behind it. */
  readonly typeDefinitions?: string;
  /** The answer in the one form that all are compared in. Fails where something is missing. */
  readonly canonical: (answer: Json) => Json;
}

/** Cases of a question that is asked about an entity: Cypher that gives the keys that are worth it. */
export function aboutKeys(query: string): Cases {
  return async (plain) =>
    (await plain(query)).map((key) => ({ name: JSON.stringify(key), variablesFor: async () => ({ key }) }));
}

/** What is sent over HTTP. */
export function bodyOf({ text }: Asked, variables: Variables): string {
  return JSON.stringify({ query: text, variables });
}
