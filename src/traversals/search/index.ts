/** Whose name is it? Names in any script, spelling and order of words. */
export { Belongings } from './belonging.js';
export type { Subject } from './belonging.js';
export { kindFacet, subjectFacet } from './facets.js';
export type { FacetCount } from './facets.js';
export { MATCHES } from './lexicon.js';
export type { Match } from './lexicon.js';
export { TEXT_MAXIMUM } from './query.js';
export type { MatchedWord } from './score.js';
export { hitPlace, search } from './search.js';
export type { Hit, Search, SearchQuestion } from './search.js';
export { searchFacts, searchSources } from './texts.js';
export type { FactSearchQuestion, TextHit, TextSearch } from './texts.js';
