import { MARKS } from './marks.js';
import { readUnits } from './gap-units.js';
import { columnsOf, PADDING, type GapNet, type NetShape, type Reading, type Stretch } from './net-shape.js';

/** What each of the given rows adds to whatever it stands beside: computed once instead of at every occurrence. */
export function tabulate(net: GapNet, rows: readonly number[]): Float32Array {
  const table = new Float32Array(rows.length * columnsOf(net.shape));
  for (const [place, row] of rows.entries()) tabulateRow(net, row, { table, place });
  return table;
}

/** Adds what one row adds to a place of a table that is 0 there. */
export function tabulateRow(net: GapNet, row: number, { table, place }: { readonly table: Float32Array; readonly place: number }): void {
  const { width } = net.shape;
  const columns = columnsOf(net.shape);
  const { embeddings, projections } = net;
  const to = place * columns;
  const from = row * width;
  for (let dim = 0; dim < width; dim++) {
    const value = embeddings[from + dim] ?? 0;
    const weights = dim * columns;
    for (let column = 0; column < columns; column++)
      table[to + column] = (table[to + column] ?? 0) + value * (projections[weights + column] ?? 0);
  }
}

/** Reads a stretch: both scans, then the hidden units of its open gaps. */
export function readStretch(net: GapNet, table: Float32Array, stretch: Stretch): Reading {
  const { states, units } = net.shape;
  const { count } = stretch;
  const reading = {
    inputs: new Float32Array(count * 4 * states),
    left: new Float32Array((count + 1) * states),
    right: new Float32Array((count + 1) * states),
    units: new Float32Array(count * units),
  };
  readInputs(net, table, { stretch, inputs: reading.inputs });
  scan(net.shape, count, reading);
  readUnits(net, table, { stretch, reading });
  return reading;
}

function readInputs(net: GapNet, table: Float32Array, { stretch, inputs }: { stretch: Stretch; inputs: Float32Array }): void {
  const { stateBias } = net;
  const half = 2 * net.shape.states;
  const columns = columnsOf(net.shape);
  const { places, count } = stretch;
  for (let word = 0; word < count; word++) {
    const here = (places[word + PADDING] ?? 0) * columns;
    const before = (places[word + PADDING - 1] ?? 0) * columns;
    const after = (places[word + PADDING + 1] ?? 0) * columns;
    const to = word * 2 * half;
    for (let column = 0; column < half; column++) {
      const left = (stateBias[column] ?? 0) + (table[before + column] ?? 0) + (table[here + half + column] ?? 0);
      const right = (stateBias[half + column] ?? 0) + (table[here + 2 * half + column] ?? 0) + (table[after + 3 * half + column] ?? 0);
      inputs[to + column] = left / (1 + Math.abs(left));
      inputs[to + half + column] = right / (1 + Math.abs(right));
    }
  }
}

/** The gate is the first half of each direction's inputs, moved from -1..1 to 0..1. */
function scan({ states }: NetShape, count: number, { inputs, left, right }: Omit<Reading, 'units'>): void {
  for (let word = 0; word < count; word++) {
    const from = word * 4 * states;
    const at = word * states;
    for (let state = 0; state < states; state++) {
      const before = left[at + state] ?? 0;
      const gate = 0.5 + 0.5 * (inputs[from + state] ?? 0);
      left[at + states + state] = before + gate * ((inputs[from + states + state] ?? 0) - before);
    }
  }
  for (let word = count - 1; word >= 0; word--) {
    const from = word * 4 * states + 2 * states;
    const at = word * states;
    for (let state = 0; state < states; state++) {
      const before = right[at + states + state] ?? 0;
      const gate = 0.5 + 0.5 * (inputs[from + state] ?? 0);
      right[at + state] = before + gate * ((inputs[from + states + state] ?? 0) - before);
    }
  }
}

/** The share of each mark in an open gap, written into `shares` (they add up to one). */
export function shareMarks(
  net: GapNet,
  { scores, units: values }: { readonly scores: Float32Array; readonly units: Float32Array },
  { gap, shares }: { gap: number; shares: Float64Array },
): void {
  const { units } = net.shape;
  const { toMarks, markBias } = net;
  for (let mark = 0; mark < MARKS; mark++) shares[mark] = (scores[gap * MARKS + mark] ?? 0) + (markBias[mark] ?? 0);
  for (let unit = 0; unit < units; unit++) {
    const value = values[gap * units + unit] ?? 0;
    if (value <= 0) continue;
    for (let mark = 0; mark < MARKS; mark++) shares[mark] = (shares[mark] ?? 0) + value * (toMarks[unit * MARKS + mark] ?? 0);
  }
  toShares(shares);
}

function toShares(scores: Float64Array): void {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let index = 0; index < scores.length; index++) {
    const share = Math.exp((scores[index] ?? 0) - top);
    scores[index] = share;
    sum += share;
  }
  for (let index = 0; index < scores.length; index++) scores[index] = (scores[index] ?? 0) / sum;
}
