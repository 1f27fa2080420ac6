import { HUB_HOSPITAL } from '../../../scripts/largeExample/world.js';
import type { Case, Cases, Json, Question, Variables } from './question.js';
import type { AskConfrere, Plain, Style } from './question.js';
import { at, list, only, orNull, picked } from './reading.js';
import { standing } from './words.js';

/** So many trainings a page has. */
const PAGE = 20;
/** How many are asked for at once on the way to a page: the most that Confrere gives. */
const STRIDE = 100;

/** The trainings at the busy hospital, where a tenth of all facts has its place: the first page of them. */
export const hubFirst: Question = hubQuestion('g1', 'the first page of the hub', 1);

/** The same far behind: the 1,000th page or, where there are not so many, the last whole one. */
export const hubFar: Question = hubQuestion('g1000', 'the 1,000th page of the hub, or the last', 1_000);

function hubQuestion(letter: string, title: string, page: number): Question {
  return {
    letter,
    title: `${title}, ${PAGE} each`,
    cases: pageOfHub(page),
    asked: {
      confrere: {
        text: `query Hub($key: String!, $after: String) { entity(key: $key) { key name ... on Hospital {
          trainings(first: ${PAGE}, after: $after) { nodes { key statement time { edtf } } } } } }`,
        canonical: (answer) =>
          hospitalOf(
            at(answer, 'data', 'entity'),
            (hospital) => at(hospital, 'trainings', 'nodes'),
            (training) => orNull(at(training, 'time'), 'edtf'),
          ),
      },
      neo4jGraphql: {
        text: `query Hub($key: String!, $offset: Int!) { hospitals(where: { key: { eq: $key } }) { key name
          trainings(where: { status: { in: ["ACCEPTED", "DISPUTED"] }, modality: { eq: "FACTUAL" }, negated: { eq: false } },
            sort: [{ order: ASC }], limit: ${PAGE}, offset: $offset) { key statement time } } }`,
        canonical: (answer) => hospitalOf(only(at(answer, 'data', 'hospitals')), trainings, time),
      },
      cypher: {
        // Ordered as the index on the relationship is, so that nothing needs to be sorted.
        text: `MATCH (hospital:PlainHospital {key: $key}) RETURN hospital {.key, .name, trainings: COLLECT {
          MATCH ()<-[place:PLAIN_AT]-(fact:PlainTraining)
          WHERE place.target = $key AND place.order > $after AND ${standing('fact')}
          WITH fact, place ORDER BY place.target, place.order LIMIT ${PAGE}
          RETURN fact {.key, .statement, .time} }} AS answer`,
        canonical: (answer) => hospitalOf(answer, trainings, time),
      },
    },
  };
}

/** The page by its number, from 1; the last whole one where there are fewer. */
function pageOfHub(page: number): Cases {
  return async (plain) => {
    const [count] = await plain(`${FACTS_OF_HUB} RETURN count(fact) AS value`, { key: HUB_HOSPITAL });
    const pages = Math.max(1, Math.min(page, Math.floor(Number(count) / PAGE)));
    return [caseOf((pages - 1) * PAGE, await orderBefore((pages - 1) * PAGE, plain))];
  };
}

const FACTS_OF_HUB = `MATCH (:PlainHospital {key: $key})<-[:PLAIN_AT]-(fact:PlainTraining) WHERE ${standing('fact')}`;

async function orderBefore(offset: number, plain: Plain): Promise<Json> {
  if (offset === 0) return '';
  const [order = ''] = await plain(
    `${FACTS_OF_HUB} RETURN fact.order AS value ORDER BY value SKIP toInteger($skipped) LIMIT 1`,
    { key: HUB_HOSPITAL, skipped: offset - 1 },
  );
  return order;
}

function caseOf(offset: number, order: Json): Case {
  return {
    name: `${HUB_HOSPITAL} from ${offset}`,
    variablesFor: async (style: Style, confrere: AskConfrere): Promise<Variables> => {
      switch (style) {
        case 'confrere':
          return { key: HUB_HOSPITAL, after: await cursorBefore(offset, confrere) };
        case 'neo4jGraphql':
          return { key: HUB_HOSPITAL, offset };
        case 'cypher':
        case 'sqlite':
          return { key: HUB_HOSPITAL, after: order };
      }
    },
  };
}

/** The cursor of the last training before the page, which only the pages before it tell. */
async function cursorBefore(offset: number, ask: AskConfrere): Promise<Json> {
  let cursor: Json = null;
  for (let passed = 0; passed < offset; passed += STRIDE) {
    const answer = await ask(
      `query Walk($key: String!, $first: Int!, $after: String) { entity(key: $key) { ... on Hospital {
        trainings(first: $first, after: $after) { pageInfo { endCursor } } } } }`,
      { key: HUB_HOSPITAL, first: Math.min(STRIDE, offset - passed), after: cursor },
    );
    cursor = at(answer, 'data', 'entity', 'trainings', 'pageInfo', 'endCursor');
  }
  return cursor;
}

const trainings = (hospital: Json): Json => at(hospital, 'trainings');
const time = (training: Json): Json => at(training, 'time');

function hospitalOf(
  hospital: Json,
  trainingsOf: (hospital: Json) => Json,
  timeOf: (training: Json) => Json,
): Json {
  return {
    ...picked(hospital, 'key', 'name'),
    trainings: list(trainingsOf(hospital)).map((training) => ({
      ...picked(training, 'key', 'statement'),
      time: timeOf(training),
    })),
  };
}
