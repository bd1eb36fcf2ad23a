import { acrossEpisodes } from '../../output/same-recording/across-episodes.js';
import { excerptOf, settleExcerpts } from '../../output/same-recording/find-excerpts.js';
import { findPairs } from '../../output/same-recording/find-pairs.js';
import { recordingOf } from '../../output/same-recording/recording.js';
import { digestOf, toCorpusGraph } from '../../output/to-corpus-graph.js';
import type { CorpusGraph } from '../../schemas/corpus.js';
import type { EpisodeGraph } from '../../schemas/graph.js';

/** The corpus of a few episodes that are in memory; a batch reads its own from disk (`write-corpus.ts`). */
export function joinEpisodes(episodes: readonly EpisodeGraph[]): CorpusGraph {
  const digests = episodes.map((episode) => digestOf(episode, episode.graph.id));
  const recordings = new Map(episodes.map((episode) => [episode.graph.id, recordingOf(episode)]));
  const held = findPairs(digests.map(({ print }) => print)).flatMap(({ clip, of }) => {
    const [shorter, longer] = [recordings.get(clip), recordings.get(of)];
    return shorter === undefined || longer === undefined ? [] : (excerptOf(shorter, longer) ?? []);
  });
  return toCorpusGraph(digests, acrossEpisodes(settleExcerpts(held)));
}
