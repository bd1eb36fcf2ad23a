import { MARKS } from './marks.js';
import { readUnits } from './gap-units.js';
import { columnsOf, PADDING, type GapNet, type Reading, type Stretch } from './net-shape.js';

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

/** What is read, with the table of its words. */
interface Scan {
  readonly table: Float32Array;
  readonly stretch: Stretch;
  readonly inputs?: Float32Array;
}

/**
 * Reads a stretch: both scans, then the hidden units of its open gaps. Training gives room for the gates and inputs of the scans
 * (`4 * states` numbers a word), which nothing else needs.
 */
export function readStretch(net: GapNet, scan: Scan): Reading {
  const { table, stretch } = scan;
  const { states, units } = net.shape;
  const { count } = stretch;
  const reading = {
    left: new Float32Array((count + 1) * states),
    right: new Float32Array((count + 1) * states),
    units: new Float32Array(count * units),
  };
  scanFromLeft(net, scan, reading.left);
  scanFromRight(net, scan, reading.right);
  readUnits(net, table, { stretch, reading });
  return reading;
}

/** Each word's gate and input come from the word itself and the one read before it. */
function scanFromLeft({ shape, stateBias }: GapNet, { table, stretch, inputs }: Scan, left: Float32Array): void {
  const { states } = shape;
  const columns = columnsOf(shape);
  for (let word = 0; word < stretch.count; word++) {
    const before = (stretch.places[word + PADDING - 1] ?? 0) * columns;
    const here = (stretch.places[word + PADDING] ?? 0) * columns + 2 * states;
    const at = word * states;
    const to = word * 4 * states;
    for (let state = 0; state < states; state++) {
      const opening = squash((stateBias[state] ?? 0) + (table[before + state] ?? 0) + (table[here + state] ?? 0));
      const other = state + states;
      const input = squash((stateBias[other] ?? 0) + (table[before + other] ?? 0) + (table[here + other] ?? 0));
      const old = left[at + state] ?? 0;
      left[at + other] = old + openedBy(opening) * (input - old);
      if (inputs === undefined) continue;
      inputs[to + state] = opening;
      inputs[to + other] = input;
    }
  }
}

function scanFromRight({ shape, stateBias }: GapNet, { table, stretch, inputs }: Scan, right: Float32Array): void {
  const { states } = shape;
  const columns = columnsOf(shape);
  const bias = 2 * states;
  for (let word = stretch.count - 1; word >= 0; word--) {
    const here = (stretch.places[word + PADDING] ?? 0) * columns + 4 * states;
    const after = (stretch.places[word + PADDING + 1] ?? 0) * columns + 6 * states;
    const at = word * states;
    const to = word * 4 * states + 2 * states;
    for (let state = 0; state < states; state++) {
      const opening = squash((stateBias[bias + state] ?? 0) + (table[here + state] ?? 0) + (table[after + state] ?? 0));
      const other = state + states;
      const input = squash((stateBias[bias + other] ?? 0) + (table[here + other] ?? 0) + (table[after + other] ?? 0));
      const old = right[at + other] ?? 0;
      right[at + state] = old + openedBy(opening) * (input - old);
      if (inputs === undefined) continue;
      inputs[to + state] = opening;
      inputs[to + other] = input;
    }
  }
}

/** Into -1..1, in 32 bits. */
function squash(value: number): number {
  return Math.fround(value / (1 + Math.abs(value)));
}

/** From -1..1 to the 0..1 of a gate. */
function openedBy(opening: number): number {
  return 0.5 + 0.5 * opening;
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
