import type { Json } from './question.js';
import { at, list, picked, unordered } from './reading.js';

/** The citations of a fact, asked of Confrere. */
export const CITATIONS_CONFRERE = 'citations { source { key title } locator { page paragraph } }';

/** The citations of a fact in Cypher, as a list: each with its source. Variables are numbered where they are nested. */
export function citationsInCypher(fact: string, number: number | '' = ''): string {
  const [cites, source] = [`cites${number}`, `source${number}`];
  return `COLLECT { MATCH (${fact})-[${cites}:PLAIN_CITES]->(${source})
    RETURN ${cites} {.page, .paragraph, source: ${source} {.key, .title}} }`;
}

/** The citations of a fact, as Confrere answers them. They stand in no order. */
export function citationsOfConfrere(fact: Json): readonly Json[] {
  return unordered(
    list(at(fact, 'citations')).map((citation) =>
      citationOf({ source: at(citation, 'source'), ...picked(at(citation, 'locator'), 'page', 'paragraph') }),
    ),
  );
}

/** The citations of a fact, as Cypher answers them. They stand in no order. */
export function citationsOfCypher(fact: Json): readonly Json[] {
  return unordered(list(at(fact, 'citations')).map(citationOf));
}

/** Where a source says something. */
export function citationOf(citation: Json): Json {
  return {
    source: picked(at(citation, 'source'), 'key', 'title'),
    ...picked(citation, 'page', 'paragraph'),
  };
}
