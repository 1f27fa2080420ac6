import { parsePeriod } from '../../../src/ontology/index.js';
import {
  CITATIONS_CONFRERE,
  citationsInCypher,
  citationsOfConfrere,
  citationsOfCypher,
} from './citations.js';
import { aboutKeys } from './question.js';
import type { Json, Question } from './question.js';
import { at, list, orNull, picked } from './reading.js';
import { SOME_DOCTORS, standing } from './words.js';

const DEPTH = 6;
/** The most that a page of Confrere has; those are asked about whose lineage is shorter. */
const PAGE = 100;
const MEMBERS = { least: 20, most: 60 };
/**
 * Of all trainings of the example a chain of six reaches nearly everyone, whatever its size. Those that may have gone on in
 * one year lead as far in a small graph as in a large one.
 */
const YEAR = '2010';

/** One way, or all of the shortest, to whom trainings lead; whose lineage it is, is not in it. Each training is one of `fact`. */
function waysToMembers(which: 'ANY' | 'ALL'): string {
  const { from, to } = parsePeriod(YEAR);
  const counts = `${standing('fact')} AND fact.earliest <= ${to} AND fact.latest >= ${from}`;
  return `MATCH ${which} SHORTEST (doctor)
    ((teacher)<-[:PLAIN_TRAINER]-(fact:PlainTraining WHERE ${counts})-[:PLAIN_TRAINEE]->()){1,${DEPTH}}(member)
    WHERE member <> doctor`;
}

/** Gives the rows `member`, `depth`, `step` and `teacher`. */
const LINEAGE = `MATCH (doctor:PlainDoctor {key: $key})
  ${waysToMembers('ALL')}
  WITH member, size(fact) AS depth, fact[-1] AS step, teacher[-1] AS teacher ORDER BY step.order, teacher.key
  WITH member, depth, head(collect({step: step, teacher: teacher})) AS earliest
  ORDER BY depth, member.key LIMIT ${PAGE}
  WITH member, depth, earliest.step AS step, earliest.teacher AS teacher`;

const MEMBER = `member {.key, .name, .label, depth: depth, from: teacher.key,
  step: step {.key, .statement, .time, citations: ${citationsInCypher('step')}}}`;

/** Everyone whom a chain of trainings reaches from a doctor: how far away, by which training, and who says so. */
export const lineage: Question = {
  letter: 'c',
  title: `lineage to depth ${DEPTH} by trainings that may have gone on in ${YEAR}`,
  cases: aboutKeys(`${SOME_DOCTORS}
    WITH doctor, COUNT { ${waysToMembers('ANY')} RETURN member LIMIT ${MEMBERS.most + 1} } AS members
    WHERE ${MEMBERS.least} <= members <= ${MEMBERS.most}
    RETURN doctor.key AS value ORDER BY value`),
  asked: {
    confrere: {
      text: `query Lineage($key: String!) {
        lineage(of: $key, maxDepth: ${DEPTH}, time: { trueDuring: "${YEAR}", certainty: POSSIBLE }, first: ${PAGE}) { nodes {
          depth participant { ... on Doctor { key name } ... on Group { label } }
          step { from { key } training { key statement time { edtf } ${CITATIONS_CONFRERE} } } } } }`,
      canonical: (answer) => list(at(answer, 'data', 'lineage', 'nodes')).map(memberOfConfrere),
    },
    neo4jGraphql: {
      text: `query Lineage($key: String!) { lineage(key: $key) {
        key name label depth from step { key statement time citations { page paragraph source { key title } } } } }`,
      typeDefinitions: `type LineageMember { key: String! name: String label: String depth: Int! from: String! step: LineageStep! }
        type LineageStep { key: String! statement: String! time: String citations: [LineageCitation!]! }
        type LineageCitation { page: String paragraph: Int source: Source! }
        type Query { lineage(key: String!): [LineageMember!]! @cypher(columnName: "reached",
          statement: """${LINEAGE} RETURN ${MEMBER} AS reached""") }`,
      canonical: (answer) => list(at(answer, 'data', 'lineage')).map(memberOfCypher),
    },
    cypher: {
      text: `${LINEAGE} RETURN collect(${MEMBER}) AS answer`,
      canonical: (answer) => list(answer).map(memberOfCypher),
    },
  },
};

function memberOfConfrere(member: Json): Json {
  const [participant, step] = [at(member, 'participant'), at(member, 'step')];
  const training = at(step, 'training');
  return {
    ...(isGroup(participant) ? picked(participant, 'label') : picked(participant, 'key', 'name')),
    ...picked(member, 'depth'),
    from: at(step, 'from', 'key'),
    step: {
      ...picked(training, 'key', 'statement'),
      time: orNull(at(training, 'time'), 'edtf'),
      citations: citationsOfConfrere(training),
    },
  };
}

function memberOfCypher(member: Json): Json {
  const step = at(member, 'step');
  return {
    ...(at(member, 'label') === null ? picked(member, 'key', 'name') : picked(member, 'label')),
    ...picked(member, 'depth', 'from'),
    step: { ...picked(step, 'key', 'statement', 'time'), citations: citationsOfCypher(step) },
  };
}

function isGroup(participant: Json): boolean {
  return typeof participant === 'object' && participant !== null && 'label' in participant;
}
