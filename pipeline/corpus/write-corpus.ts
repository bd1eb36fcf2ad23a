import { readFile } from 'node:fs/promises';
import { digestOf, toCorpusGraph, type EpisodeDigest } from '../../output/to-corpus-graph.js';
import { toStableJson } from '../../output/stable-json.js';
import type { EpisodeGraph } from '../../schemas/graph.js';
import { systemCodeOf, WhosaidError } from '../errors.js';
import { corpusPath, episodePath } from '../layout.js';
import { writeWhole } from '../write-output.js';

/** Reads the episodes of a folder one after the other and writes the corpus file that joins them. */
export async function writeCorpus(out: string, slugs: readonly string[]): Promise<void> {
  const digests: EpisodeDigest[] = [];
  for (const slug of slugs) digests.push(digestOf(await readEpisode(out, slug), slug));
  await writeWhole(corpusPath(out), toStableJson(toCorpusGraph(digests)));
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
