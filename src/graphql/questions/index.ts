import { IdentityCandidateQueries } from './candidates.js';
import { CommonQueries } from './common.js';
import { ContradictionQueries } from './contradictions.js';
import { CooperationQueries } from './cooperation.js';
import { DiffusionQueries } from './diffusion.js';
import { FragilityQueries } from './fragility.js';
import { LineageQueries } from './lineage.js';
import { NeighbourhoodQueries } from './neighbourhood.js';
import { PathQueries } from './paths.js';
import { SearchQueries } from './search.js';
import { SearchTextQueries } from './searchTexts.js';
import { TimelineQueries } from './timeline.js';
import { TrainingQueries } from './trainings.js';

/** What can be asked beyond the records themselves: one file a question, named here. */
export const questionResolvers = [
  SearchQueries,
  SearchTextQueries,
  IdentityCandidateQueries,
  TrainingQueries,
  LineageQueries,
  NeighbourhoodQueries,
  PathQueries,
  CooperationQueries,
  CommonQueries,
  DiffusionQueries,
  FragilityQueries,
  TimelineQueries,
  ContradictionQueries,
] as const;
