import {
  CITATIONS_CONFRERE,
  citationOf,
  citationsInCypher,
  citationsOfConfrere,
  citationsOfCypher,
} from './citations.js';
import { aboutKeys } from './question.js';
import type { Json, Question } from './question.js';
import { at, list, only, orNull, picked, unordered } from './reading.js';
import { PAGE, SOME_DOCTORS, STANDING_GRAPHQL, factsIn, standing } from './words.js';

/** So deep: whom a doctor taught, whom those taught, and whom those. */
export const LEVELS = 3;

/** Whom a doctor taught, three levels deep: each training with its techniques, place and country, source and locator. */
export const trainings: Question = {
  letter: 'a',
  title: `trainings nested ${LEVELS} levels, ${PAGE} each`,
  cases: aboutKeys(doctorsWithTrainings(40, 60)),
  asked: {
    confrere: {
      text: `query Trainings($key: String!) { entity(key: $key) { key name ... on Doctor { ${inConfrere(LEVELS)} } } }`,
      canonical: (answer) => doctorOf(at(answer, 'data', 'entity'), LEVELS, readConfrere),
    },
    neo4jGraphql: {
      text: `query Trainings($key: String!) { doctors(where: { key: { eq: $key } }) { key name ${inNeo4jGraphql(LEVELS)} } }`,
      canonical: (answer) => doctorOf(only(at(answer, 'data', 'doctors')), LEVELS, readNeo4jGraphql),
    },
    cypher: {
      text: `MATCH (d0:PlainDoctor {key: $key}) RETURN d0 {.key, .name, trainingsGiven: ${inCypher(1)}} AS answer`,
      canonical: (answer) => doctorOf(answer, LEVELS, readCypher),
    },
    sqlite: { text: '', canonical: (answer) => doctorOf(answer, LEVELS, readCypher) },
  },
};

/**
 * Of some doctors those with so many trainings in all levels together, which makes answers of about 31 KB. No more are counted
 * than matter: the busy one has millions.
 */
function doctorsWithTrainings(least: number, most: number): string {
  const given = (doctor: string, fact: string) =>
    `(${doctor})<-[:PLAIN_TRAINER]-(${fact}:PlainTraining WHERE ${standing(fact)})`;
  const taught = '-[:PLAIN_TRAINEE]->';
  const [one, two, three] = [given('doctor', 't1'), given(':PlainDoctor', 't2'), given(':PlainDoctor', 't3')];
  const moreThan = (most: number, path: string) => `COUNT { MATCH ${path} RETURN 1 LIMIT ${most + 1} }`;
  return `${SOME_DOCTORS}
    WITH doctor, ${[[one], [one, two], [one, two, three]]
      .map((path) => moreThan(most, path.join(taught)))
      .join(' + ')} AS trainings
    WHERE ${least} <= trainings <= ${most}
    RETURN doctor.key AS value ORDER BY value`;
}

function inConfrere(levels: number): string {
  const below = levels === 1 ? '' : inConfrere(levels - 1);
  return `trainingsGiven(first: ${PAGE}) { nodes {
    key statement time { edtf } techniques { key name }
    place { key name ... on Hospital { country { key name } } }
    ${CITATIONS_CONFRERE}
    trainees { ... on Doctor { key name ${below} } }
  } }`;
}

function inNeo4jGraphql(levels: number): string {
  const below = levels === 1 ? '' : inNeo4jGraphql(levels - 1);
  return `trainingsGiven(${STANDING_GRAPHQL}) {
    key statement time techniques { key name }
    place { key name country { key name } }
    citationsConnection { edges { properties { page paragraph } node { key title } } }
    trainees { key name ${below} }
  }`;
}

/** Variables are numbered: inside, one with the name of an outer one would be held to be the same. */
function inCypher(level: number): string {
  const [fact, trainee] = [`t${level}`, `d${level}`];
  const below = level === LEVELS ? '' : `, trainingsGiven: ${inCypher(level + 1)}`;
  return `COLLECT { ${factsIn(`d${level - 1}`, 'PLAIN_TRAINER', 'PlainTraining', fact)}
    RETURN ${fact} {.key, .statement, .time,
      techniques: COLLECT { MATCH (${fact})-[:PLAIN_TECHNIQUE]->(x${level}) RETURN x${level} {.key, .name} },
      place: head(COLLECT { MATCH (${fact})-[:PLAIN_AT]->(p${level}) RETURN p${level} {.key, .name,
        country: head(COLLECT { MATCH (p${level})-[:PLAIN_LOCATED_IN]->(c${level}) RETURN c${level} {.key, .name} })} }),
      citations: ${citationsInCypher(fact, level)},
      trainees: COLLECT { MATCH (${fact})-[:PLAIN_TRAINEE]->(${trainee}:PlainDoctor)
        RETURN ${trainee} {.key, .name${below}} }
    } }`;
}

/** Where the styles differ. */
interface Reader {
  readonly trainings: (doctor: Json) => Json;
  readonly time: (training: Json) => Json;
  readonly place: (training: Json) => Json;
  readonly country: (place: Json) => Json;
  readonly citations: (training: Json) => readonly Json[];
  readonly trainees: (training: Json) => readonly Json[];
}

const readConfrere: Reader = {
  trainings: (doctor) => at(doctor, 'trainingsGiven', 'nodes'),
  time: (training) => orNull(at(training, 'time'), 'edtf'),
  place: (training) => at(training, 'place'),
  country: (place) => at(place, 'country'),
  citations: citationsOfConfrere,
  trainees: (training) => list(at(training, 'trainees')).filter(isNamed),
};

const readNeo4jGraphql: Reader = {
  trainings: (doctor) => at(doctor, 'trainingsGiven'),
  time: (training) => at(training, 'time'),
  place: (training) => only(at(training, 'place')),
  country: (place) => only(at(place, 'country')),
  citations: (training) =>
    unordered(
      list(at(training, 'citationsConnection', 'edges')).map((edge) =>
        citationOf({ source: at(edge, 'node'), ...picked(at(edge, 'properties'), 'page', 'paragraph') }),
      ),
    ),
  trainees: (training) => list(at(training, 'trainees')),
};

const readCypher: Reader = {
  trainings: (doctor) => at(doctor, 'trainingsGiven'),
  time: (training) => at(training, 'time'),
  place: (training) => at(training, 'place'),
  country: (place) => at(place, 'country'),
  citations: citationsOfCypher,
  trainees: (training) => list(at(training, 'trainees')),
};

/** A group has no field that was asked for. */
function isNamed(participant: Json): boolean {
  return JSON.stringify(participant) !== '{}';
}

function doctorOf(doctor: Json, levels: number, reader: Reader): Json {
  const named = picked(doctor, 'key', 'name');
  if (levels === 0) return named;
  return {
    ...named,
    trainings: list(reader.trainings(doctor)).map((training) => trainingOf(training, levels, reader)),
  };
}

function trainingOf(training: Json, levels: number, reader: Reader): Json {
  const place = reader.place(training);
  return {
    ...picked(training, 'key', 'statement'),
    time: reader.time(training),
    techniques: unordered(
      list(at(training, 'techniques')).map((technique) => picked(technique, 'key', 'name')),
    ),
    place: place === null ? null : placeOf(place, reader.country(place)),
    citations: reader.citations(training),
    trainees: unordered(reader.trainees(training).map((trainee) => doctorOf(trainee, levels - 1, reader))),
  };
}

function placeOf(place: Json, country: Json): Json {
  return {
    ...picked(place, 'key', 'name'),
    country: country === null ? null : picked(country, 'key', 'name'),
  };
}
