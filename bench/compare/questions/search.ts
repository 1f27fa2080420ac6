import { NAMES_INDEX } from '../graphs/plainGraph.js';
import type { Json, Question } from './question.js';
import { at, list, picked } from './reading.js';

const HITS = 10;
/** So many names are asked for, evenly spread. */
const NAMES = 500;

/** As it is written, in small letters, and with its words the other way round. Its digits are no words that could be misspelt. */
const SPELLINGS = `[name, toLower(name), trim(reduce(turned = '', word IN split(name, ' ') | word + ' ' + turned))]`;

/** Whose name it is. Each contender has an order of its own; what they agree on is who comes first where the whole name is given. */
export const search: Question = {
  letter: 'f',
  title: `search by name, ${HITS} hits`,
  cases: async (plain) => {
    const texts = await plain(
      `MATCH (entity:PlainEntity) WITH entity ORDER BY entity.key
       WITH collect(entity.name) AS names
       UNWIND range(0, ${NAMES - 1}) AS number
       WITH number, names[number * size(names) / ${NAMES}] AS name
       RETURN ${SPELLINGS}[number % 3] AS value`,
    );
    return texts.map((text) => ({ name: JSON.stringify(text), variablesFor: async () => ({ text }) }));
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

/** The first hit. Fails where there is none. */
function firstOf([first]: readonly Json[], where: string): Json {
  if (first === undefined) throw new Error('expected a hit; the answer has none');
  return picked(at(first, where), 'key', 'name');
}
