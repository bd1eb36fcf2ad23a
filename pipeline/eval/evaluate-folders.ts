import { basename, join } from 'node:path';
import { episodeGraph, type EpisodeGraph } from '../../schemas/graph.js';
import type { ReaderLexicon } from '../../stages/read-transcript/lexicon.js';
import { readTranscript } from '../../stages/read-transcript/read-transcript.js';
import { WhosaidError } from '../errors.js';
import { stemOf } from '../find-inputs.js';
import { readManifestEntries } from '../manifest-file.js';
import { episodePathsIn, readCorpus, readGraphFile } from '../read-graphs.js';
import { DEFAULT_MAX_BYTES } from '../decode-source.js';
import { readSource } from '../read-source.js';
import { evaluate, type EvalReport, type Predicted } from './evaluate.js';
import { fromGraph } from './from-graph.js';
import { placesFromGraph, type LinePlace } from './line-places.js';
import { loadGold } from './load-gold.js';
import type { Prediction } from './prediction.js';

/** What `whosaid eval` reads. */
export interface EvalFolders {
  /** Annotations (gold/GUIDELINES.md). */
  readonly gold: string;
  /** What `whosaid extract` wrote. */
  readonly graphs: string;
  /** Where the transcripts lie. Found without: where they lay when they were extracted, beside the gold, and in `transcripts` next to it. */
  readonly transcripts?: string;
}

/**
 * Scores the graphs of a folder against a folder of gold annotations.
 *
 * @throws WhosaidError where a folder or one of its files cannot be read.
 */
export async function evaluateFolders(folders: EvalFolders, lexicon: ReaderLexicon): Promise<EvalReport> {
  const gold = await loadGold(folders.gold);
  const graphs = await loadGraphs(
    folders.graphs,
    gold.documents.map(({ name }) => name),
  );
  const inputs = await readManifestEntries(folders.graphs);
  const lyingAt = new Map(inputs.flatMap(({ sha256, absolute }) => (sha256 === undefined ? [] : [[sha256, absolute] as const])));
  const corpus = await readCorpus(folders.graphs);
  const withLines = async (graph: EpisodeGraph): Promise<Predicted> => {
    const { path, sha256 } = graph.graph.metadata.source;
    const candidates = [...candidatesOf(path, folders), ...[lyingAt.get(sha256)].filter((known) => known !== undefined)];
    return placeLines({ graph, prediction: fromGraph(graph, corpus) }, candidates, lexicon);
  };
  return evaluate(gold, await Promise.all(graphs.map(withLines)));
}

function candidatesOf(path: string, { gold, transcripts }: EvalFolders): readonly string[] {
  const folders = [
    ...(transcripts === undefined ? [] : [transcripts]),
    gold,
    join(gold, '..', 'transcripts'),
    join(gold, '..', '..', 'transcripts'),
  ];
  return folders.flatMap((folder) => [join(folder, path), join(folder, basename(path))]);
}

async function loadGraphs(folder: string, names: readonly string[]): Promise<readonly EpisodeGraph[]> {
  const paths = (await episodePathsIn(folder)).filter((path) => names.some((name) => basename(path).startsWith(`${name}-`)));
  const graphs = await Promise.all(paths.map(loadGraph));
  return graphs.filter(({ graph }) => names.includes(stemOf(graph.metadata.source.path)));
}

async function loadGraph(path: string): Promise<EpisodeGraph> {
  const parsed = episodeGraph.safeParse((await readGraphFile(path)).content);
  if (parsed.success) return parsed.data;
  throw new WhosaidError('cannot-read', path, { hint: 'whosaid validate says what is wrong with a graph', cause: parsed.error });
}

/** Gold names lines of the transcript: read again, it says where they stand in the text. */
async function placeLines(
  { graph, prediction }: { readonly graph: EpisodeGraph; readonly prediction: Prediction },
  candidates: readonly string[],
  lexicon: ReaderLexicon,
): Promise<Predicted> {
  const { sha256 } = graph.graph.metadata.source;
  for (const candidate of candidates) {
    const places = await placesFromSource(candidate, { sha256, text: prediction.text, lexicon });
    if (places !== null) return { prediction, places, exactLines: true };
  }
  return { prediction, places: placesFromGraph(graph), exactLines: false };
}

/** The places of a transcript's lines; null where the file is not the one that the graph was made from. */
async function placesFromSource(
  path: string,
  expected: { sha256: string; text: string; lexicon: ReaderLexicon },
): Promise<readonly LinePlace[] | null> {
  const read = await readSource({ absolute: path }, DEFAULT_MAX_BYTES);
  if (!read.ok || read.source.sha256 !== expected.sha256) return null;
  const { content } = read.source;
  const result = readTranscript({ id: expected.sha256.slice(0, 16), content }, expected.lexicon);
  return result.ok && result.doc.text === expected.text ? result.doc.layers.segments : null;
}
