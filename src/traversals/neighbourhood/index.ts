export { Drawing } from './drawing.js';
export type { NeighbourhoodLink } from './drawing.js';
export {
  AROUND_MAXIMUM,
  AROUND_HOPS_MAXIMUM,
  AROUND_EACH_MAXIMUM,
  neighbourhood,
  nodePlace,
} from './neighbourhood.js';
export type { Neighbourhood, NeighbourhoodNode, NeighbourhoodQuestion } from './neighbourhood.js';
