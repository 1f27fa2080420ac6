import { HUB_DOCTOR, HUB_HOSPITAL, keyOf } from '../../scripts/largeExample/world.js';

const doctor = keyOf('doctor', 17);
const other = keyOf('doctor', 4_242);
const key = (value: string) => JSON.stringify(value);

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
];

export { HUB_HOSPITAL };
