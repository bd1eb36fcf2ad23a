import type { Gaps } from './find-gaps.js';
import { unitRoleFeatures, wordRoleFeatures } from './role-features.js';
import { sentenceFeatures } from './sentence-features.js';
import { mix } from './feature-hash.js';
import { NO_UNIT, unitAfter, type Unit } from './sum-up-units.js';
import type { WordView } from './view-words.js';
import { wallFeatures } from './wall-features.js';

/** The features of one gap and of the unit after it: the first `gapCount` of one row, the first `roleCount` of the other. */
export interface FeatureRows {
  readonly gapRow: Int32Array;
  readonly gapCount: number;
  readonly roleRow: Int32Array;
  readonly roleCount: number;
}

/** Room for the two features of each word of a unit, and for those of a gap, of which there are fewer. */
export const FEATURE_ROOM = 4096;
const GAP_ROOM = 96;
/** Keeps what lengths and edges mean between the openings of a wall apart from what they mean between sentences. */
const IN_WALL = 200;
/** How far back the words of a unit are looked for. */
const ECHO_TOKENS = 40;
const MANY_ECHOES = 2;

/** Walks over all gaps and hands the features of each to `take`; the rows are written over for the next gap. */
export function writeFeatures(view: WordView, gaps: Gaps, take: (gap: number, rows: FeatureRows) => void): void {
  const gapRow = new Int32Array(GAP_ROOM);
  const roleRow = new Int32Array(FEATURE_ROOM);
  const units = Array.from({ length: gaps.count }, (_, gap) => unitAfter(view, gaps, gap));
  const unitAt = (gap: number): Unit => units[gap] ?? NO_UNIT;
  for (let gap = 0; gap < gaps.count; gap++) {
    const from = gaps.token[gap] ?? 0;
    const to = gaps.token[gap + 1] ?? from;
    const roleCount = unitRoleFeatures(unitAt(gap), roleRow, wordRoleFeatures(view, { from, to }, roleRow));
    const context = {
      before2: unitAt(gap - 2),
      before: unitAt(gap - 1),
      after: unitAt(gap),
      after2: unitAt(gap + 1),
      echo: echoOf(view, from, to),
    };
    let gapCount = sentenceFeatures(context, gapRow);
    if (gaps.inWall[gap] === 1) {
      for (let index = 0; index < gapCount; index++) gapRow[index] = mix(IN_WALL, gapRow[index] ?? 0);
      gapCount = wallFeatures(view, from, { row: gapRow, start: gapCount });
    }
    take(gap, { gapRow, gapCount, roleRow, roleCount });
  }
}

/** How many content words of the unit stand in the words before it, up to "many". */
function echoOf(view: WordView, from: number, to: number): number {
  let echoes = 0;
  const end = Math.min(to, from + ECHO_TOKENS);
  const start = Math.max(0, from - ECHO_TOKENS);
  for (let index = from; index < end && echoes < MANY_ECHOES; index++) {
    if (view.content[index] === 1 && stands(view.hash, view.hash[index] ?? 0, { start, end: from })) echoes++;
  }
  return echoes;
}

function stands(hashes: Int32Array, word: number, { start, end }: { start: number; end: number }): boolean {
  for (let index = start; index < end; index++) if (hashes[index] === word) return true;
  return false;
}
