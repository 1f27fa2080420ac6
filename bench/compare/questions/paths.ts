import { HUB_DOCTOR } from '../../../scripts/largeExample/world.js';
import {
  CITATIONS_CONFRERE,
  citationsInCypher,
  citationsOfConfrere,
  citationsOfCypher,
} from './citations.js';
import type { Case, Json, Question } from './question.js';
import { at, list, orNull, picked, unordered } from './reading.js';
import { PAGE, SOME_DOCTORS, standing } from './words.js';

const HOPS = 6;
/** The most paths that Confrere gives. Those are asked about between whom no more are the shortest. */
const PATHS = 10;
/** Of so many pairs it is looked how many paths are the shortest; every so many of them may go through the busy doctor. */
const PAIRS = 140;
const WITH_HUB = 4;

/** Each way is one of the shortest through people who took part in the same facts; what they pass through is in `stop`. */
const SHORTEST = `MATCH ALL SHORTEST (first)
    (()<--(fact:PlainFact WHERE ${standing('fact')})-->(stop:PlainDoctor|PlainPerson WHERE NOT stop.key IN $without)){1,${HOPS}}
    (last)`;

/**
 * Gives the rows `stops` and `hops`, one for each path. Ways that differ only in the fact that joins two people are one path,
 * and have all facts of its hops.
 */
const ALL_PATHS = `MATCH (first:PlainDoctor {key: $from}) MATCH (last:PlainDoctor {key: $to})
  ${SHORTEST}
  UNWIND range(0, size(fact) - 1) AS place
  WITH DISTINCT [first] + stop AS stops, place, fact[place] AS fact
  ORDER BY place, fact.order
  WITH stops, place, collect(fact {.key, .statement, .time, citations: ${citationsInCypher('fact')}})[..${PAGE}] AS facts
  ORDER BY place
  WITH stops, collect({facts: facts}) AS hops`;

const PATH = '{length: size(hops), stops: [stop IN stops | stop {.key, .name}], hops: hops}';

/** How two people are connected: all of the shortest paths, with the facts that make each hop, and who says so. */
export const paths: Question = {
  letter: 'd',
  title: `the shortest paths of up to ${HOPS} hops between two people, by way of people`,
  cases: async (plain) => {
    const found = await plain(
      `${SOME_DOCTORS}
       WITH collect(doctor) AS doctors
       UNWIND range(1, ${PAIRS}) AS number
       WITH number, doctors[number * 7919 % size(doctors)] AS first, doctors[number * 104729 % size(doctors)] AS last
       WITH first, last, CASE WHEN number % ${WITH_HUB} = 0 THEN [] ELSE [$hub] END AS without
       WHERE first <> last AND NOT first.key IN without AND NOT last.key IN without
       WITH first, last, without,
         COUNT { ${SHORTEST.replaceAll('$without', 'without')} RETURN DISTINCT stop LIMIT ${PATHS + 1} } AS k
       WHERE 1 <= k <= ${PATHS}
       RETURN {from: first.key, to: last.key, without: without, k: k} AS value`,
      { hub: HUB_DOCTOR },
    );
    return found.map(caseOf);
  },
  asked: {
    confrere: {
      text: `query Paths($from: String!, $to: String!, $k: Int!, $without: [String!]!) {
        paths(from: $from, to: $to, k: $k, maxHops: ${HOPS}, withoutEntities: $without,
          withoutEntityKinds: [COUNTRY, HOSPITAL, ORGANISATION, PROGRAMME, TECHNIQUE]) { paths {
            length stops { entity { key name } }
            hops { facts(first: ${PAGE}) { nodes { key statement time { edtf } ${CITATIONS_CONFRERE} } } } } } }`,
      canonical: (answer) => unordered(list(at(answer, 'data', 'paths', 'paths')).map(pathOfConfrere)),
    },
    neo4jGraphql: {
      text: `query Paths($from: String!, $to: String!, $without: [String!]!) { paths(from: $from, to: $to, without: $without) {
        length stops { key name }
        hops { facts { key statement time citations { page paragraph source { key title } } } } } }`,
      typeDefinitions: `type Path { length: Int! stops: [PathStop!]! hops: [PathHop!]! }
        type PathStop { key: String! name: String! }
        type PathHop { facts: [PathFact!]! }
        type PathFact { key: String! statement: String! time: String citations: [PathCitation!]! }
        type PathCitation { page: String paragraph: Int source: Source! }
        type Query { paths(from: String!, to: String!, without: [String!]!): [Path!]! @cypher(columnName: "path",
          statement: """${ALL_PATHS} RETURN ${PATH} AS path""") }`,
      canonical: (answer) => unordered(list(at(answer, 'data', 'paths')).map(pathOfCypher)),
    },
    cypher: {
      text: `${ALL_PATHS} RETURN collect(${PATH}) AS answer`,
      canonical: (answer) => unordered(list(answer).map(pathOfCypher)),
    },
  },
};

/** Confrere is asked for as many paths as are the shortest, so that it looks no further than the others do. */
function caseOf(pair: Json): Case {
  const ends = picked(pair, 'from', 'to', 'without');
  return {
    name: JSON.stringify(pair),
    variablesFor: async (style) => (style === 'confrere' ? { ...ends, ...picked(pair, 'k') } : ends),
  };
}

function pathOfConfrere(path: Json): Json {
  return {
    ...picked(path, 'length'),
    stops: list(at(path, 'stops')).map((stop) => picked(at(stop, 'entity'), 'key', 'name')),
    hops: list(at(path, 'hops')).map((hop) =>
      list(at(hop, 'facts', 'nodes')).map((fact) => ({
        ...picked(fact, 'key', 'statement'),
        time: orNull(at(fact, 'time'), 'edtf'),
        citations: citationsOfConfrere(fact),
      })),
    ),
  };
}

function pathOfCypher(path: Json): Json {
  return {
    ...picked(path, 'length'),
    stops: list(at(path, 'stops')).map((stop) => picked(stop, 'key', 'name')),
    hops: list(at(path, 'hops')).map((hop) =>
      list(at(hop, 'facts')).map((fact) => ({
        ...picked(fact, 'key', 'statement', 'time'),
        citations: citationsOfCypher(fact),
      })),
    ),
  };
}
