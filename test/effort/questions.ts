import { flows } from '../../bench/compare/questions/flows.js';
import { hubFirst } from '../../bench/compare/questions/hub.js';
import { lineage } from '../../bench/compare/questions/lineage.js';
import { lists } from '../../bench/compare/questions/lists.js';
import { paths } from '../../bench/compare/questions/paths.js';
import type { Question, Variables } from '../../bench/compare/questions/question.js';
import { search } from '../../bench/compare/questions/search.js';
import { trainings } from '../../bench/compare/questions/trainings.js';
import { HUB_DOCTOR, HUB_HOSPITAL, keyOf } from '../../scripts/largeExample/world.js';

/** A question of the comparison, about something in the generated example. */
export interface Effort {
  readonly name: string;
  readonly query: string;
  readonly variables: Variables;
}

const key = keyOf('doctor', 7);

/** What is asked to see what it takes. */
export const efforts: readonly Effort[] = [
  effort(trainings, { key }),
  effort(lists, { key }),
  effort(lineage, { key: HUB_DOCTOR }),
  effort(paths, { from: key, to: keyOf('doctor', 8), k: 3, without: [HUB_DOCTOR] }),
  effort(flows, {}),
  effort(search, { text: 'Generated Doctor' }),
  effort(hubFirst, { key: HUB_HOSPITAL, after: null }),
];

function effort({ letter, title, asked }: Question, variables: Variables): Effort {
  if (asked.confrere === undefined) throw new Error(`question ${letter} is not asked of Confrere`);
  return { name: `(${letter}) ${title}`, query: asked.confrere.text, variables };
}
