import type { Gaps } from './find-gaps.js';
import { unitRoleFeatures, wordRoleFeatures } from './role-features.js';
import { sentenceFeatures } from './sentence-features.js';
import { NO_UNIT, unitAfter, unitBefore, type Unit } from './sum-up-units.js';
import type { WordView } from './view-words.js';
import { wallFeatures } from './wall-features.js';

/** The features of one gap and of the unit after it: the first `gapCount` of one row, the first `roleCount` of the other. */
export interface FeatureRows {
  readonly gapRow: Int32Array;
  readonly gapCount: number;
  readonly roleRow: Int32Array;
  readonly roleCount: number;
}

/** Room for the two features of each word of a unit, and for the features of a gap. */
const ROLE_ROOM = 4096;
const GAP_ROOM = 64;
/** How far back the words of a unit are looked for. */
const ECHO_TOKENS = 40;
const MANY_ECHOES = 2;

/** Walks over all gaps and hands the features of each to `take`; the rows are written over for the next gap. */
export function writeFeatures(view: WordView, gaps: Gaps, take: (gap: number, rows: FeatureRows) => void): void {
  const gapRow = new Int32Array(GAP_ROOM);
  const roleRow = new Int32Array(ROLE_ROOM);
  const units = Array.from({ length: gaps.count }, (_, gap) => (gaps.inWall[gap] === 1 ? NO_UNIT : unitAfter(view, gaps, gap)));
  const unitAt = (gap: number): Unit => units[gap] ?? NO_UNIT;
  for (let gap = 0; gap < gaps.count; gap++) {
    const from = gaps.token[gap] ?? 0;
    const to = gaps.token[gap + 1] ?? from;
    let roleCount = wordRoleFeatures(view, { from, to }, roleRow);
    if (gaps.inWall[gap] === 1) {
      take(gap, { gapRow, gapCount: wallFeatures(view, from, gapRow), roleRow, roleCount });
      continue;
    }
    if (gaps.inWall[gap + 1] !== 1) roleCount = unitRoleFeatures(unitAt(gap), roleRow, roleCount);
    const before = gaps.inWall[gap - 1] === 1 ? unitBefore(view, gaps, gap) : unitAt(gap - 1);
    const context = { before2: unitAt(gap - 2), before, after: unitAt(gap), after2: unitAt(gap + 1), echo: echoOf(view, from, to) };
    take(gap, { gapRow, gapCount: sentenceFeatures(context, gapRow), roleRow, roleCount });
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
