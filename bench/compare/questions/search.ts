import { NAMES_INDEX } from '../graphs/plainGraph.js';
import type { Case, Json, Question } from './question.js';
import { at, list, picked } from './reading.js';

const HITS = 10;
/** About so many names are looked at, evenly spread. */
const NAMES = 500;

/** How people type a name. The digits of the example’s names are no words, in which letters could be wrong. */
const SPELLINGS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toLowerCase(),
  (name) => name.split(' ').reverse().join(' '),
];

/** Whose name it is. Each contender has an order of its own; what they agree on is who comes first where the whole name is given. */
export const search: Question = {
  letter: 'f',
  title: `search by name, ${HITS} hits`,
  cases: async (plain) => {
    const names = await plain(
      `MATCH (entity:PlainEntity) WITH entity.name AS name, entity.key AS key ORDER BY key
       WITH collect(name) AS names
       UNWIND range(0, size(names) - 1, 1 + size(names) / ${NAMES}) AS place
       RETURN names[place] AS value`,
    );
    return names.map((name, index) => caseOf(SPELLINGS[index % SPELLINGS.length]?.(String(name)) ?? ''));
  },
  asked: {
    confrere: {
      text: `query Search($text: String!) { search(text: $text, first: ${HITS}) { nodes { entity { key name } score } } }`,
      canonical: (answer) => firstOf(list(at(answer, 'data', 'search', 'nodes')), 'entity'),
    },
    neo4jGraphql: {
      text: `query Search($text: String!) { search(phrase: $text, first: ${HITS}) { edges { node { key name } score } } }`,
      typeDefinitions: `type Entity @node(labels: ["PlainEntity"])
        @fulltext(indexes: [{ indexName: "${NAMES_INDEX}", queryName: "search", fields: ["name"] }]) { key: String! name: String! }`,
      canonical: (answer) => firstOf(list(at(answer, 'data', 'search', 'edges')), 'node'),
    },
    cypher: {
      text: `CALL db.index.fulltext.queryNodes('${NAMES_INDEX}', $text, {limit: ${HITS}}) YIELD node, score
        RETURN collect({node: node {.key, .name}, score: score}) AS answer`,
      canonical: (answer) => firstOf(list(answer), 'node'),
    },
  },
};

function caseOf(text: string): Case {
  return { name: JSON.stringify(text), variablesFor: async () => ({ text }) };
}

/** The first hit. Fails where there is none. */
function firstOf([first]: readonly Json[], where: string): Json {
  if (first === undefined) throw new Error('expected a hit; the answer has none');
  return picked(at(first, where), 'key', 'name');
}
