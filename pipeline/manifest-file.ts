import { readFile } from 'node:fs/promises';
import { toStableJson } from '../output/stable-json.js';
import { manifest, type Manifest, type ManifestEntry } from '../schemas/manifest.js';
import { manifestPath } from './layout.js';
import { writeWhole } from './write-output.js';

/** The entries of an earlier run into the same folder; none where there was no run, or where its manifest cannot be read. */
export async function readManifestEntries(out: string): Promise<readonly ManifestEntry[]> {
  try {
    const parsed = manifest.safeParse(JSON.parse(await readFile(manifestPath(out), 'utf8')));
    return parsed.success ? parsed.data.inputs : [];
  } catch {
    return [];
  }
}

/** Writes the manifest, its inputs in the order of their paths. */
export async function writeManifest(out: string, content: Manifest): Promise<void> {
  const inputs = [...content.inputs].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.absolute < b.absolute ? -1 : 1));
  await writeWhole(manifestPath(out), toStableJson({ ...content, inputs }));
}
