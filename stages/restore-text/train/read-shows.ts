import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One labelled episode: what each voice said, with the punctuation and case of a human transcriber. */
export interface Episode {
  readonly show: string;
  readonly episode: string;
  readonly turns: readonly { readonly text: string }[];
}

/** Shows that the weights are trained on. */
export const TRAIN_SHOWS = ['gotime', 'jsparty', 'podcast', 'practicalai', 'shipit', 'friends', 'bigtent', 'afk'];
/** The show on which sizes and thresholds were chosen. */
export const TUNING_SHOWS = ['founderstalk'];
/** Shows that nothing was trained or chosen on. */
export const TEST_SHOWS = ['brainscience', 'rfc', 'spotlight', 'backstage'];

/** Reads the episodes of a show; undefined where the folder does not have it. */
export function readShow(folder: string, show: string): Episode[] | undefined {
  const path = join(folder, `changelog_${show}.jsonl.gz`);
  if (!existsSync(path)) return undefined;
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Episode);
}
