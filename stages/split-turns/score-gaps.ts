import type { Potentials } from './decode-voices.js';
import { addRows, newTotals, rowOf, type FeatureTable } from './feature-table.js';
import type { Gaps } from './find-gaps.js';
import type { TurnModel } from './turn-model.js';
import type { WordView } from './view-words.js';
import { GAP_SCORES, readUnits, ROLE_SCORES, SCORES } from './voice-net.js';
import { FEATURE_ROOM, writeFeatures } from './write-features.js';

/** What the words say at each gap and in each unit, and the rows of those role features of each unit whose habits tell something. */
export interface WordEvidence extends Potentials {
  /** Rows of the role table, unit after unit; `roleEnd[unit]` closes a unit's rows. */
  readonly roleRows: readonly number[];
  readonly roleEnd: Int32Array;
}

/** Sums the model's weights over the features of every gap and unit, and adds what the network makes of their order. */
export function scoreGaps(view: WordView, gaps: Gaps, { mask, gaps: gapTable, roles, tellings, net }: TurnModel): WordEvidence {
  const { count } = gaps;
  const { width } = net.shape;
  const evidence = { change: new Float64Array(count), toward: new Float64Array(count), role: new Float64Array(count) };
  const inputs = new Float32Array(count * 2 * width);
  const roleRows: number[] = [];
  const roleEnd = new Int32Array(count);
  const [gapSums, roleSums] = [newSums(gapTable, mask), newSums(roles, mask)];
  writeFeatures(view, gaps, (gap, { gapRow, gapCount, roleRow, roleCount }) => {
    sumUp(gapSums, gapRow, gapCount);
    const known = sumUp(roleSums, roleRow, roleCount);
    for (let index = 0; index < known; index++) {
      const row = roleSums.rows[index] ?? 0;
      if ((tellings[row] ?? 0) > 0) roleRows.push(row);
    }
    evidence.change[gap] = worth(gapSums, 0);
    evidence.toward[gap] = worth(gapSums, 1);
    evidence.role[gap] = worth(roleSums, 0);
    const scale = wordScale(known);
    for (let input = 0; input < width; input++) {
      inputs[gap * 2 * width + input] = worth(gapSums, GAP_SCORES + input);
      inputs[gap * 2 * width + width + input] = scale * worth(roleSums, ROLE_SCORES + input);
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

/** What the features of a gap or unit add up to in a table: the rows of those that it knows, and the steps of each column. */
interface Sums {
  readonly table: FeatureTable;
  readonly mask: number;
  readonly rows: Int32Array;
  readonly totals: Int32Array;
}

function newSums(table: FeatureTable, mask: number): Sums {
  return { table, mask, rows: new Int32Array(FEATURE_ROOM), totals: newTotals(table) };
}

/** Adds up the first `count` features; returns how many of them the table knows. */
function sumUp({ table, mask, rows, totals }: Sums, features: Int32Array, count: number): number {
  let known = 0;
  for (let index = 0; index < count; index++) {
    const row = rowOf(table, (features[index] ?? 0) & mask);
    rows[known] = row;
    if (row !== 0) known++;
  }
  addRows(table, { rows, count: known }, totals);
  return known;
}

function worth({ table, totals }: Sums, column: number): number {
  return (totals[column] ?? 0) * (table.scales[column] ?? 0);
}
