import type { Potentials } from './decode-voices.js';
import type { Gaps } from './find-gaps.js';
import type { TurnModel } from './turn-model.js';
import type { WordView } from './view-words.js';
import { writeFeatures } from './write-features.js';

/** What the words say at each gap and in each unit, and the rows of the role features of each unit. */
export interface WordEvidence extends Potentials {
  /** Rows of the role table, unit after unit; `roleEnd[unit]` closes a unit's rows. */
  readonly roleRows: readonly number[];
  readonly roleEnd: Int32Array;
}

/** Sums the model's weights over the features of every gap and unit. */
export function scoreGaps(view: WordView, gaps: Gaps, { mask, gaps: gapTable, roles }: TurnModel): WordEvidence {
  const { count } = gaps;
  const change = new Float64Array(count);
  const toward = new Float64Array(count);
  const role = new Float64Array(count);
  const roleRows: number[] = [];
  const roleEnd = new Int32Array(count);
  const [changeWeights, towardWeights] = gapTable.columns;
  const [roleWeights] = roles.columns;
  writeFeatures(view, gaps, (gap, { gapRow, gapCount, roleRow, roleCount }) => {
    let [changes, goes, hosts] = [0, 0, 0];
    for (let index = 0; index < gapCount; index++) {
      const row = gapTable.row[(gapRow[index] ?? 0) & mask] ?? 0;
      changes += changeWeights?.[row] ?? 0;
      goes += towardWeights?.[row] ?? 0;
    }
    for (let index = 0; index < roleCount; index++) {
      const row = roles.row[(roleRow[index] ?? 0) & mask] ?? 0;
      if (row === 0) continue;
      hosts += roleWeights?.[row] ?? 0;
      roleRows.push(row);
    }
    change[gap] = changes;
    toward[gap] = goes;
    role[gap] = hosts;
    roleEnd[gap] = roleRows.length;
  });
  return { change, toward, role, roleRows, roleEnd };
}
