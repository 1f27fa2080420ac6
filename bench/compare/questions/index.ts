import { flows } from './flows.js';
import { hubFar, hubFirst } from './hub.js';
import { lineage } from './lineage.js';
import { lists } from './lists.js';
import { paths } from './paths.js';
import type { Question } from './question.js';
import { search } from './search.js';
import { trainings } from './trainings.js';

/** All questions, in the order of the tables. */
export const questions: readonly Question[] = [
  trainings,
  lists,
  lineage,
  paths,
  flows,
  search,
  hubFirst,
  hubFar,
];
