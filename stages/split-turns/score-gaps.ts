import type { Potentials } from './decode-voices.js';
import { addSteps, newSums, takeTotals, type FeatureTable } from './feature-table.js';
import type { Gaps } from './find-gaps.js';
import type { TurnModel } from './turn-model.js';
import type { WordView } from './view-words.js';
import { GAP_SCORES, readUnits, ROLE_SCORES, SCORES } from './voice-net.js';
import { writeFeatures } from './write-features.js';

/** What the words say at each gap and in each unit, and the rows of the role features of each unit. */
export interface WordEvidence extends Potentials {
  /** Rows of the role table, unit after unit; `roleEnd[unit]` closes a unit's rows. */
  readonly roleRows: readonly number[];
  readonly roleEnd: Int32Array;
}

/** Sums the model's weights over the features of every gap and unit, and adds what the network makes of their order. */
export function scoreGaps(view: WordView, gaps: Gaps, { mask, gaps: gapTable, roles, net }: TurnModel): WordEvidence {
  const { count } = gaps;
  const { width } = net.shape;
  const evidence = { change: new Float64Array(count), toward: new Float64Array(count), role: new Float64Array(count) };
  const inputs = new Float32Array(count * 2 * width);
  const roleRows: number[] = [];
  const roleEnd = new Int32Array(count);
  const [gapSteps, roleSteps] = [newSums(gapTable), newSums(roles)];
  const [gapSums, roleSums] = [new Int32Array(gapTable.columns), new Int32Array(roles.columns)];
  writeFeatures(view, gaps, (gap, { gapRow, gapCount, roleRow, roleCount }) => {
    for (let index = 0; index < gapCount; index++) {
      const row = gapTable.row[(gapRow[index] ?? 0) & mask] ?? 0;
      if (row !== 0) addSteps(gapTable, row, gapSteps);
    }
    const known = roleRows.length;
    for (let index = 0; index < roleCount; index++) {
      const row = roles.row[(roleRow[index] ?? 0) & mask] ?? 0;
      if (row === 0) continue;
      addSteps(roles, row, roleSteps);
      roleRows.push(row);
    }
    takeTotals(gapSteps, gapSums);
    takeTotals(roleSteps, roleSums);
    evidence.change[gap] = worth(gapTable, gapSums, 0);
    evidence.toward[gap] = worth(gapTable, gapSums, 1);
    evidence.role[gap] = worth(roles, roleSums, 0);
    const scale = wordScale(roleRows.length - known);
    for (let input = 0; input < width; input++) {
      inputs[gap * 2 * width + input] = worth(gapTable, gapSums, GAP_SCORES + input);
      inputs[gap * 2 * width + width + input] = scale * worth(roles, roleSums, ROLE_SCORES + input);
    }
    roleEnd[gap] = roleRows.length;
  });
  const { scores } = readUnits(net, inputs, count);
  for (let gap = 0; gap < count; gap++) {
    evidence.change[gap] = (evidence.change[gap] ?? 0) + (scores[gap * SCORES] ?? 0);
    evidence.toward[gap] = (evidence.toward[gap] ?? 0) + (scores[gap * SCORES + 1] ?? 0);
    evidence.role[gap] = (evidence.role[gap] ?? 0) + (scores[gap * SCORES + 2] ?? 0);
  }
  return { ...evidence, roleRows, roleEnd };
}

/** What a unit's words say together grows with their number, but more slowly. */
export function wordScale(features: number): number {
  return 1 / Math.sqrt(1 + features);
}

function worth({ scales }: FeatureTable, sums: Int32Array, column: number): number {
  return (sums[column] ?? 0) * (scales[column] ?? 0);
}
