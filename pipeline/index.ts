export { extract, type ExtractOptions, type Extracted } from './extract.js';
export { canonicalTextOf, problemsOfEpisode, type Problem } from './validate.js';
export { WhosaidError, type ErrorCode } from './errors.js';
export type { EpisodeGraph, EpisodeNode, GraphEdge, LedgerRow, NodeOf } from '../schemas/graph.js';
