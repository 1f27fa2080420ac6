import { aboutKeys } from './question.js';
import type { Json, Question } from './question.js';
import { at, list, only, orNull, picked, unordered } from './reading.js';
import { PAGE, SOME_DOCTORS, STANDING_GRAPHQL, factsIn } from './words.js';

/** A list of the facts in which the doctor plays a role. */
interface FactList {
  /** In GraphQL, on both sides. */
  readonly field: string;
  /** In the plain graph. */
  readonly type: string;
  readonly label: string;
  readonly properties: readonly string[];
  /** Who or what else takes part, by the field in GraphQL. */
  readonly others: readonly Other[];
}

interface Other {
  readonly field: string;
  readonly type: string;
  /** One at the most, or a list. */
  readonly isOne?: true;
  /** Where groups may stand in the list, too, those named are doctors. */
  readonly isDoctor?: true;
}

const place: Other = { field: 'place', type: 'PLAIN_AT', isOne: true };
const techniques: Other = { field: 'techniques', type: 'PLAIN_TECHNIQUE' };

const LISTS: readonly FactList[] = [
  {
    field: 'affiliations',
    type: 'PLAIN_MEMBER',
    label: 'PlainAffiliation',
    properties: ['post'],
    others: [place],
  },
  {
    field: 'postings',
    type: 'PLAIN_POSTED',
    label: 'PlainPosting',
    properties: [],
    others: [place, { field: 'senders', type: 'PLAIN_FROM' }],
  },
  {
    field: 'procedures',
    type: 'PLAIN_OPERATOR',
    label: 'PlainProcedure',
    properties: [],
    others: [place, techniques],
  },
  {
    field: 'trainingsGiven',
    type: 'PLAIN_TRAINER',
    label: 'PlainTraining',
    properties: ['form'],
    others: [place, techniques, { field: 'trainees', type: 'PLAIN_TRAINEE', isDoctor: true }],
  },
  {
    field: 'trainingsReceived',
    type: 'PLAIN_TRAINEE',
    label: 'PlainTraining',
    properties: ['form'],
    others: [place, techniques, { field: 'trainers', type: 'PLAIN_TRAINER', isDoctor: true }],
  },
];

/** A doctor with posts, postings, operations, and what was taught and learnt: ten facts each, with those who take part. */
export const lists: Question = {
  letter: 'b',
  title: `an entity with five lists, ${PAGE} each`,
  cases: aboutKeys(`${SOME_DOCTORS}
    WITH doctor WHERE (doctor)<-[:PLAIN_MEMBER]-() AND (doctor)<-[:PLAIN_POSTED]-() AND (doctor)<-[:PLAIN_TRAINER]-()
    RETURN doctor.key AS value ORDER BY value`),
  asked: {
    confrere: {
      text: `query Lists($key: String!) { entity(key: $key) { key name ... on Doctor { ${LISTS.map(inConfrere).join('\n')} } } }`,
      canonical: (answer) =>
        doctorOf(at(answer, 'data', 'entity'), (doctor, { field }) =>
          list(at(doctor, field, 'nodes')).map((fact) => ({ fact, time: orNull(at(fact, 'time'), 'edtf') })),
        ),
    },
    neo4jGraphql: {
      text: `query Lists($key: String!) { doctors(where: { key: { eq: $key } }) { key name ${LISTS.map(inNeo4jGraphql).join('\n')} } }`,
      canonical: (answer) => doctorOf(only(at(answer, 'data', 'doctors')), plainFacts),
    },
    cypher: {
      text: `MATCH (doctor:PlainDoctor {key: $key}) RETURN doctor {.key, .name, ${LISTS.map(inCypher).join(',\n')}} AS answer`,
      canonical: (answer) => doctorOf(answer, plainFacts),
    },
  },
};

function inConfrere({ field, properties, others }: FactList): string {
  const players = others.map((other) =>
    other.isDoctor === true ? `${other.field} { ... on Doctor { key name } }` : `${other.field} { key name }`,
  );
  return `${field}(first: ${PAGE}) { nodes { key statement time { edtf } ${properties.join(' ')} ${players.join(' ')} } }`;
}

function inNeo4jGraphql({ field, properties, others }: FactList): string {
  const players = others.map((other) => `${other.field} { key name }`);
  return `${field}(${STANDING_GRAPHQL}) { key statement time ${properties.join(' ')} ${players.join(' ')} }`;
}

function inCypher({ field, type, label, properties, others }: FactList): string {
  const players = others.map((other) => {
    const found = `COLLECT { MATCH (fact)-[:${other.type}]->(other:PlainEntity) RETURN other {.key, .name} }`;
    return `${other.field}: ${other.isOne === true ? `head(${found})` : found}`;
  });
  const own = ['key', 'statement', 'time', ...properties].map((name) => `.${name}`);
  return `${field}: COLLECT { ${factsIn('doctor', type, label, 'fact')}
    RETURN fact {${[...own, ...players].join(', ')}} }`;
}

/** The facts of a list, each with its time. */
type Read = (doctor: Json, from: FactList) => readonly { fact: Json; time: Json }[];

const plainFacts: Read = (doctor, { field }) =>
  list(at(doctor, field)).map((fact) => ({ fact, time: at(fact, 'time') }));

function doctorOf(doctor: Json, read: Read): Json {
  return {
    ...picked(doctor, 'key', 'name'),
    ...Object.fromEntries(
      LISTS.map((each) => [each.field, read(doctor, each).map(({ fact, time }) => factOf(fact, time, each))]),
    ),
  };
}

function factOf(fact: Json, time: Json, { properties, others }: FactList): Json {
  return {
    ...picked(fact, 'key', 'statement', ...properties),
    time,
    ...Object.fromEntries(others.map((other) => [other.field, othersOf(at(fact, other.field), other)])),
  };
}

/** Who or what takes part. A group has no field that was asked for, and where there may be one there may be a list of one. */
function othersOf(found: Json, { isOne }: Other): Json {
  const named = (Array.isArray(found) ? (found as readonly Json[]) : found === null ? [] : [found])
    .filter((one) => JSON.stringify(one) !== '{}')
    .map((one) => picked(one, 'key', 'name'));
  return isOne === true ? only(named) : unordered(named);
}
