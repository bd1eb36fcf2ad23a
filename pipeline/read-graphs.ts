import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { corpusGraph, type CorpusGraph } from '../schemas/corpus.js';
import { messageOf, WhosaidError } from './errors.js';
import { corpusPath } from './layout.js';

/** A JSON file of an output folder, parsed; `content` is undefined where it is no JSON. */
export interface GraphFile {
  readonly path: string;
  readonly content: unknown;
  readonly fault?: string;
}

/** The paths of a folder's episode graphs, in order. */
export async function episodePathsIn(folder: string): Promise<string[]> {
  const paths = await glob('episodes/*.graph.json', { cwd: folder, absolute: true, expandDirectories: false });
  if (paths.length === 0) throw new WhosaidError('no-graphs', folder, { hint: 'name the folder that extract wrote to (-o)' });
  return paths.sort();
}

/** Reads and parses one graph file; a fault is data, since the other files still count. */
export async function readGraphFile(path: string): Promise<GraphFile> {
  try {
    return { path, content: JSON.parse(await readFile(path, 'utf8')) };
  } catch (error) {
    return { path, content: undefined, fault: messageOf(error) };
  }
}

/** A folder's corpus graph; undefined where there is none that can be read. */
export async function readCorpus(folder: string): Promise<CorpusGraph | undefined> {
  const parsed = corpusGraph.safeParse((await readGraphFile(corpusPath(folder))).content);
  return parsed.success ? parsed.data : undefined;
}

/** The path of a folder's corpus graph, if there is one. */
export async function corpusPathsIn(folder: string): Promise<string[]> {
  const paths = await glob(['corpus.graph.json', 'corpus/*.graph.json'], { cwd: folder, expandDirectories: false });
  return paths.sort().map((path) => join(folder, path));
}
