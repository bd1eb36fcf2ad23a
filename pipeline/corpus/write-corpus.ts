import { readFile } from 'node:fs/promises';
import { acrossEpisodes } from '../../output/same-recording/across-episodes.js';
import { excerptOf, settleExcerpts, type Excerpt } from '../../output/same-recording/find-excerpts.js';
import { findPairs } from '../../output/same-recording/find-pairs.js';
import { recordingOf, type Recording } from '../../output/same-recording/recording.js';
import { digestOf, toCorpusGraph, type EpisodeDigest } from '../../output/to-corpus-graph.js';
import { toStableJson } from '../../output/stable-json.js';
import type { CorpusGraph } from '../../schemas/corpus.js';
import type { EpisodeGraph } from '../../schemas/graph.js';
import { systemCodeOf, WhosaidError } from '../errors.js';
import { corpusPath, episodePath } from '../layout.js';
import { writeWhole } from '../write-output.js';

/** Reads the episodes of a folder one after the other and writes the corpus file that joins them. */
export async function writeCorpus(out: string, slugs: readonly string[]): Promise<CorpusGraph> {
  const digests: EpisodeDigest[] = [];
  const slugOf = new Map<string, string>();
  for (const slug of slugs) {
    const digest = digestOf(await readEpisode(out, slug), slug);
    digests.push(digest);
    slugOf.set(digest.id, slug);
  }
  const corpus = toCorpusGraph(digests, acrossEpisodes(await findExcerpts(digests, (id) => readEpisode(out, slugOf.get(id) ?? ''))));
  await writeWhole(corpusPath(out), toStableJson(corpus));
  return corpus;
}

/** Only episodes that share enough words with another are read a second time, each once. */
async function findExcerpts(digests: readonly EpisodeDigest[], read: (id: string) => Promise<EpisodeGraph>): Promise<Excerpt[]> {
  const recordings = new Map<string, Recording>();
  const load = async (id: string): Promise<Recording> => {
    const recording = recordings.get(id) ?? recordingOf(await read(id));
    recordings.set(id, recording);
    return recording;
  };
  const held: Excerpt[] = [];
  for (const { clip, of } of findPairs(digests.map(({ print }) => print))) {
    const excerpt = excerptOf(await load(clip), await load(of));
    if (excerpt !== undefined) held.push(excerpt);
  }
  return settleExcerpts(held);
}

async function readEpisode(out: string, slug: string): Promise<EpisodeGraph> {
  const path = episodePath(out, slug);
  try {
    // Written by this program, and checked by its hash before it is used again.
    return JSON.parse(await readFile(path, 'utf8')) as EpisodeGraph;
  } catch (error) {
    throw new WhosaidError('cannot-read', `${path} (${systemCodeOf(error) ?? 'not a graph'})`, {
      hint: 'run extract again with --force',
      cause: error,
    });
  }
}
