import { readFile } from 'node:fs/promises';
import { sha256 } from '../output/ids.js';
import type { ManifestEntry } from '../schemas/manifest.js';
import { STDIN } from './find-inputs.js';
import { episodePath, ledgerPath } from './layout.js';

/** True when the files that an earlier run wrote for this entry are there, unchanged. */
export async function isUpToDate(out: string, entry: ManifestEntry): Promise<boolean> {
  if (entry.slug === undefined) return false;
  try {
    await readFile(ledgerPath(out, entry.slug));
    return sha256(await readFile(episodePath(out, entry.slug))) === entry.outputSha256;
  } catch {
    return false;
  }
}

export interface CarriedOver {
  /** Episodes of earlier runs that stay part of the folder. */
  readonly kept: readonly ManifestEntry[];
  /** Slugs whose files no longer belong to any input: the source has changed since. */
  readonly outdated: readonly string[];
}

/** What an earlier run's entries mean after this run: episodes of other inputs stay; those of a changed input give way. */
export async function carriedOver(before: readonly ManifestEntry[], now: readonly ManifestEntry[], out: string): Promise<CarriedOver> {
  // What came through standard input replaces nothing: the next thing that comes is another one.
  const paths = new Set(now.map(({ absolute }) => absolute).filter((path) => path !== STDIN));
  const episodes = new Set(now.map(({ episode }) => episode));
  const slugs = new Set(now.map(({ slug }) => slug));
  const kept: ManifestEntry[] = [];
  const outdated: string[] = [];
  for (const entry of before) {
    if (entry.state !== 'done' || entry.slug === undefined || slugs.has(entry.slug)) continue;
    const replaced = paths.has(entry.absolute) || episodes.has(entry.episode);
    if (replaced) outdated.push(entry.slug);
    else if (await isUpToDate(out, entry)) kept.push(entry);
  }
  return { kept, outdated };
}
