import type { Sentence } from '../../schemas/document.js';
import type { EpisodeGraph } from '../../schemas/graph.js';
import { joinEpisodes } from '../corpus/join-episodes.js';
import { everySentence, libraryNames, type FindNames } from './baselines.js';
import { evaluate, type EvalReport } from './evaluate.js';
import { fromGraph } from './from-graph.js';
import type { Gold } from './gold.js';
import type { LinePlace } from './line-places.js';

/** What the program makes of one transcript, and the steps on the way that the baselines start from. */
export interface Extracted {
  readonly graph: EpisodeGraph;
  readonly segments: readonly LinePlace[];
  readonly sentences: readonly Sentence[];
}

/** The program's scores on a folder of gold, beside those of the two baselines on the same text. */
export interface ScoredSet {
  readonly program: EvalReport;
  /** Every sentence of six words or more is a claim: its `claims` figures. */
  readonly everySentence: EvalReport;
  /** A library's own people, organizations and places: its `entities.named` figures. */
  readonly libraryNames: EvalReport;
}

/** Extracts each annotated transcript (by its name) and scores it, and the baselines with it. */
export async function scoreSet(gold: Gold, extract: (name: string) => Promise<Extracted>, find: FindNames): Promise<ScoredSet> {
  const extracted: Extracted[] = [];
  for (const { name } of gold.documents) extracted.push(await extract(name));
  const corpus = joinEpisodes(extracted.map(({ graph }) => graph));
  const all = extracted.map(({ graph, segments, sentences }) => ({
    prediction: fromGraph(graph, corpus),
    places: segments,
    sentences,
    exactLines: true,
  }));
  return {
    program: evaluate(gold, all),
    everySentence: evaluate(
      gold,
      all.map((one) => ({ ...one, prediction: everySentence(one.prediction, one.sentences) })),
    ),
    libraryNames: evaluate(
      gold,
      all.map((one) => ({ ...one, prediction: libraryNames(one.prediction, one.sentences, find) })),
    ),
  };
}
