import type { Json, Question } from './question.js';
import { at, list, picked } from './reading.js';
import { standing } from './words.js';

const FLOWS = 100;
const TECHNIQUES = 3;

/** What a transfer or a cooperation joins: the countries in which those lie who take part. Each pair of a fact once. */
const PAIRS = `CALL () {
    MATCH (fact:PlainTransfer WHERE ${standing('fact')})
    MATCH (fact)-[:PLAIN_PROVIDER]->()-[:PLAIN_LOCATED_IN]->(source), (fact)-[:PLAIN_RECIPIENT]->()-[:PLAIN_LOCATED_IN]->(target)
    RETURN DISTINCT fact, source, target, 'DIRECTED' AS direction
    UNION ALL
    MATCH (fact:PlainCooperation WHERE ${standing('fact')})
    MATCH (fact)-[:PLAIN_PARTY]->(party)-[:PLAIN_LOCATED_IN]->(one), (fact)-[:PLAIN_PARTY]->(partner)-[:PLAIN_LOCATED_IN]->(other)
    WHERE party.key < partner.key
    WITH fact, CASE WHEN one.key <= other.key THEN [one, other] ELSE [other, one] END AS pair
    RETURN DISTINCT fact, pair[0] AS source, pair[1] AS target, 'UNDIRECTED' AS direction
  }`;

/** Gives the one row `flows`: those with most facts, and how many there are at all. */
const FLOWS_IN_CYPHER = `${PAIRS}
  WITH source, target, direction, collect(fact) AS facts
  ORDER BY size(facts) DESC, source.key, target.key, direction
  WITH collect({source: source, target: target, direction: direction, facts: facts}) AS every
  WITH size(every) AS total, every[..${FLOWS}] AS most
  UNWIND most AS flow
  WITH total, flow, COLLECT { UNWIND flow.facts AS fact
    MATCH (fact)-[:PLAIN_TECHNIQUE]->(technique)
    WITH technique, count(*) AS times ORDER BY times DESC, technique.key LIMIT ${TECHNIQUES}
    RETURN technique {.key, .name, factCount: times} } AS techniques
  WITH total, flow.source AS source, flow.target AS target, flow.direction AS direction, size(flow.facts) AS factCount, techniques
  WITH total, collect({from: source {.key, .name}, to: target {.key, .name}, direction: direction, factCount: factCount,
    techniques: techniques}) AS most
  WITH {totalCount: total, nodes: most} AS flows`;

/** Which countries work together or hand techniques over: the flows with most facts, each with its foremost techniques. */
export const flows: Question = {
  letter: 'e',
  title: 'flows between countries, by transfers and cooperations',
  cases: async () => [{ name: 'all countries', variablesFor: async () => ({}) }],
  asked: {
    confrere: {
      text: `query Flows { cooperation(between: COUNTRY, kinds: [COOPERATION, TRANSFER], first: ${FLOWS}) { totalCount nodes {
        from { key name } to { key name } direction factCount
        techniques(first: ${TECHNIQUES}) { nodes { entity { key name } factCount } } } } }`,
      canonical: (answer) =>
        flowsOf(at(answer, 'data', 'cooperation'), (flow) =>
          list(at(flow, 'techniques', 'nodes')).map((technique) => ({
            ...picked(at(technique, 'entity'), 'key', 'name'),
            ...picked(technique, 'factCount'),
          })),
        ),
    },
    neo4jGraphql: {
      text: `query Flows { flows { totalCount nodes {
        from { key name } to { key name } direction factCount techniques { key name factCount } } } }`,
      typeDefinitions: `type Flows { totalCount: Int! nodes: [Flow!]! }
        type Flow { from: FlowEnd! to: FlowEnd! direction: String! factCount: Int! techniques: [FlowTechnique!]! }
        type FlowEnd { key: String! name: String! }
        type FlowTechnique { key: String! name: String! factCount: Int! }
        type Query { flows: Flows! @cypher(columnName: "flows", statement: """${FLOWS_IN_CYPHER} RETURN flows""") }`,
      canonical: (answer) => flowsOf(at(answer, 'data', 'flows'), techniques),
    },
    cypher: {
      text: `${FLOWS_IN_CYPHER} RETURN flows AS answer`,
      canonical: (answer) => flowsOf(answer, techniques),
    },
  },
};

const techniques = (flow: Json): readonly Json[] =>
  list(at(flow, 'techniques')).map((technique) => picked(technique, 'key', 'name', 'factCount'));

function flowsOf(found: Json, techniquesOf: (flow: Json) => readonly Json[]): Json {
  return {
    ...picked(found, 'totalCount'),
    flows: list(at(found, 'nodes')).map((flow) => ({
      from: picked(at(flow, 'from'), 'key', 'name'),
      to: picked(at(flow, 'to'), 'key', 'name'),
      ...picked(flow, 'direction', 'factCount'),
      techniques: techniquesOf(flow),
    })),
  };
}
