import { aboutKeys } from './question.js';
import type { Json, Question } from './question.js';
import { at, list, orNull, picked, unordered } from './reading.js';
import { standing } from './words.js';

const DEPTH = 6;
/** The most that a page of Confrere has; those are asked about whose lineage is shorter. */
const PAGE = 100;

/** Each way is one of the shortest to whom it leads to; whose lineage it is, is not in it. */
const LINEAGE = `MATCH ALL SHORTEST (doctor)
    (()<-[:PLAIN_TRAINER]-(fact:PlainTraining WHERE ${standing('fact')})-[:PLAIN_TRAINEE]->(:PlainDoctor)){1,${DEPTH}}
    (member) WHERE member <> doctor`;

/** Everyone whom a chain of trainings reaches from a doctor: how far away, by which training, and who says so. */
export const lineage: Question = {
  letter: 'c',
  title: `lineage to depth ${DEPTH}`,
  cases: aboutKeys(`MATCH (doctor:PlainDoctor) WITH doctor ORDER BY doctor.key
    WITH collect(doctor) AS doctors
    UNWIND range(0, size(doctors) - 1, 1 + size(doctors) / 500) AS place
    WITH doctors[place] AS doctor
    WITH doctor, COLLECT { ${LINEAGE} RETURN DISTINCT member.key LIMIT ${PAGE} } AS members
    WHERE 20 <= size(members) <= 60
    RETURN doctor.key AS value ORDER BY value`),
  whyNot: '@neo4j/graphql has no such question; it would be Cypher by hand, behind a field.',
  asked: {
    confrere: {
      text: `query Lineage($key: String!) { lineage(of: $key, maxDepth: ${DEPTH}, first: ${PAGE}) { nodes {
        depth participant { ... on Doctor { key name } }
        step { training { key statement time { edtf } citations { source { key title } locator { page paragraph } } } } } } }`,
      canonical: (answer) =>
        unordered(
          list(at(answer, 'data', 'lineage', 'nodes'))
            .filter((member) => JSON.stringify(at(member, 'participant')) !== '{}')
            .map((member) => ({
              ...picked(at(member, 'participant'), 'key', 'name'),
              ...picked(member, 'depth'),
              step: stepOfConfrere(at(member, 'step', 'training')),
            })),
        ),
    },
    cypher: {
      text: `MATCH (doctor:PlainDoctor {key: $key}) ${LINEAGE}
        WITH member, size(fact) AS depth, fact[-1] AS step ORDER BY step.order
        WITH member, depth, head(collect(step)) AS step
        RETURN collect(member {.key, .name, depth: depth, step: step {.key, .statement, .time,
          citations: COLLECT { MATCH (step)-[cites:PLAIN_CITES]->(source)
            RETURN cites {.page, .paragraph, source: source {.key, .title}} } }}) AS answer`,
      canonical: (answer) =>
        unordered(
          list(answer).map((member) => ({
            ...picked(member, 'key', 'name', 'depth'),
            step: {
              ...picked(at(member, 'step'), 'key', 'statement', 'time'),
              citations: unordered(list(at(member, 'step', 'citations')).map(citationOf)),
            },
          })),
        ),
    },
  },
};

function stepOfConfrere(training: Json): Json {
  return {
    ...picked(training, 'key', 'statement'),
    time: orNull(at(training, 'time'), 'edtf'),
    citations: unordered(
      list(at(training, 'citations')).map((citation) =>
        citationOf({
          source: at(citation, 'source'),
          ...picked(at(citation, 'locator'), 'page', 'paragraph'),
        }),
      ),
    ),
  };
}

function citationOf(citation: Json): Json {
  return {
    source: picked(at(citation, 'source'), 'key', 'title'),
    ...picked(citation, 'page', 'paragraph'),
  };
}
