import { HUB_DOCTOR, HUB_HOSPITAL, keyOf } from '../../scripts/largeExample/world.js';

const doctor = keyOf('doctor', 17);
const other = keyOf('doctor', 4_242);
const technique = keyOf('technique', 1);
const key = (value: string) => JSON.stringify(value);
const PATHS =
  '{ reason completeTo cut { bound } paths { cost weakestEvidence stops { penalty } hops { facts(first: 3) { totalCount nodes { key } } } } }';

/** What is asked of the generated example, the hub first. Each asks for a first page and for what is said of the whole. */
export const questionsAbout: readonly (readonly [name: string, query: string])[] = [
  ['trainings of the hub', `{ trainings(trainers: [${key(HUB_DOCTOR)}]) { totalCount nodes { key } } }`],
  [
    'lineage of the hub, 3 deep',
    `{ lineage(of: ${key(HUB_DOCTOR)}, maxDepth: 3) { totalCount completeTo cut { bound } nodes { depth step { training { key } } } } }`,
  ],
  [
    'lineage of a doctor, 5 deep',
    `{ lineage(of: ${key(doctor)}, maxDepth: 5) { totalCount completeTo cut { bound } nodes { depth } } }`,
  ],
  [
    'lineage of the hub, certain order',
    `{ lineage(of: ${key(HUB_DOCTOR)}, maxDepth: 5, inTimeOrder: CERTAIN) { totalCount completeTo cut { bound } nodes { depth } } }`,
  ],
  [
    'common ancestors',
    `{ commonAncestors(of: [${key(doctor)}, ${key(other)}]) { totalCount cut { bound } nodes { entity { key } } } }`,
  ],
  [
    'paths between the two hubs',
    `{ paths(from: ${key(HUB_DOCTOR)}, to: ${key(HUB_HOSPITAL)}, k: 10) ${PATHS} }`,
  ],
  [
    'paths between doctors, 8 hops, through no country',
    `{ paths(from: ${key(doctor)}, to: ${key(other)}, k: 10, maxHops: 8, withoutEntityKinds: [COUNTRY]) ${PATHS} }`,
  ],
  [
    'paths between doctors, with a penalty for hubs',
    `{ paths(from: ${key(doctor)}, to: ${key(other)}, k: 10, hubPenalty: 2) ${PATHS} }`,
  ],
  [
    'cooperation between countries',
    `{ cooperation(between: COUNTRY, first: 3) { totalCount factCount cut { bound } nodes { factCount firstYear { earliest }
      facts(first: 3) { nodes { record { key } from { basis } } } techniques(first: 3) { nodes { factCount } }
      people(first: 3) { totalCount } groups(first: 3) { totalCount } } } }`,
  ],
  [
    'cooperation between hospitals',
    `{ cooperation(between: HOSPITAL, first: 3) { totalCount factCount cut { bound } nodes { factCount facts(first: 3) { nodes { record { key } } } } } }`,
  ],
  [
    'cooperation of the hub hospital',
    `{ cooperation(between: HOSPITAL, keys: [${key(HUB_HOSPITAL)}], first: 3) { totalCount factCount cut { bound } nodes { factCount } } }`,
  ],
  [
    'diffusion over hospitals',
    `{ diffusion(technique: ${key(technique)}, first: 3) { totalCount factCount cut { bound } nodes { earliest first(first: 2) { nodes { certainty } } } } }`,
  ],
  [
    'fragility of hospitals',
    `{ fragility(of: HOSPITAL, first: 3) { totalCount taughtCount cut { bound } nodes { trainerCount } } }`,
  ],
  [
    'fragility of techniques',
    `{ fragility(of: TECHNIQUE, hangingOn: null, first: 3) { totalCount taughtCount cut { bound } nodes { trainerCount corroboration { independentSources } } } }`,
  ],
  [
    'timeline of the hub, by year',
    `{ timeline(keys: [${key(HUB_DOCTOR)}], first: 100) { totalCount datedCount cut { bound } nodes { name certain possible } } }`,
  ],
  [
    'timeline of the hub, by day, with facts',
    `{ timeline(keys: [${key(HUB_DOCTOR)}], by: DAY, first: 20) { totalCount datedCount cut { bound } nodes { name certain possible facts(first: 3) { totalCount nodes { fact { key } } } } undated(first: 3) { totalCount } } }`,
  ],
  [
    'contradictions about the hub',
    `{ contradictions(keys: [${key(HUB_DOCTOR)}]) { totalCount cut { bound } nodes { rule explanation facts { key } } } }`,
  ],
  [
    'contradictions in the whole graph',
    `{ contradictions { totalCount cut { bound } nodes { rule explanation facts { key } } } }`,
  ],
  [
    'neighbourhood of the hub, 1 hop',
    `{ neighbourhood(keys: [${key(HUB_DOCTOR)}]) { totalCount linkCount cut { bound } nodes { degree neighboursLeftOut links(first: 3) { nodes { factCount } } } } }`,
  ],
  [
    'neighbourhood of a doctor, 2 hops',
    `{ neighbourhood(keys: [${key(doctor)}], hops: 2, withoutEntityKinds: [COUNTRY, TECHNIQUE]) { totalCount linkCount cut { bound } nodes { degree } } }`,
  ],
  [
    'neighbourhood of a doctor, 3 hops, 50 each',
    `{ neighbourhood(keys: [${key(doctor)}], hops: 3, perNode: 50) { totalCount linkCount cut { bound } nodes { degree } } }`,
  ],
  [
    'common to both hubs',
    `{ common(keys: [${key(HUB_DOCTOR)}, ${key(HUB_HOSPITAL)}]) { totalCount cut { bound } nodes { sharedBy sides { facts(first: 2) { totalCount } } } } }`,
  ],
  [
    'search for the hub, with facets',
    `{ search(text: "hub") { totalCount cut { bound } kinds { count } countries { count } techniques { count } nodes { name } } }`,
  ],
  [
    'search for doctors of a technique',
    `{ search(text: "doctor 004242", techniques: [${key(technique)}]) { totalCount cut { bound } nodes { name } } }`,
  ],
  [
    'search for facts by words',
    `{ searchFacts(text: "generated training doctor 004242") { totalCount cut { bound } nodes { score fact { statement } } } }`,
  ],
  [
    'search for facts by words that all have',
    `{ searchFacts(text: "generated statment", first: 5) { totalCount cut { bound } nodes { score } } }`,
  ],
];
