import { MARKS } from './marks.js';

/** Sizes of the network. */
export interface NetShape {
  /** Rows of the word table: frequent words, then classes of word endings, then the edge of the text. */
  readonly rows: number;
  /** Numbers that stand for one word. */
  readonly width: number;
  /** Numbers that carry what was read so far, in each direction. */
  readonly states: number;
  /** Hidden units of a gap. */
  readonly units: number;
}

/**
 * A small network that says which mark stands in the gap after each word. One gated scan reads the words from the left, one from the
 * right (`state += gate * (input - state)`); a gap's units see both states and the six words around the gap.
 */
export interface GapNet {
  readonly shape: NetShape;
  readonly embeddings: Float32Array;
  readonly projections: Float32Array;
  readonly stateBias: Float32Array;
  readonly fromLeft: Float32Array;
  readonly fromRight: Float32Array;
  readonly unitBias: Float32Array;
  readonly toMarks: Float32Array;
  readonly markBias: Float32Array;
}

/** Words around a gap that its units see directly: from two before the word in front of it to three after. */
export const FIRST_SEEN = -2;
export const SEEN = 6;
/** Places kept free at both ends of a row of words. */
export const PADDING = 3;

/** Columns of a table row: the word's part in the left scan (as previous word, as this word), the right scan, and each gap around it. */
export function columnsOf({ states, units }: NetShape): number {
  return 8 * states + SEEN * units;
}

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

/** A stretch of words as the network reads it. */
export interface Stretch {
  readonly count: number;
  /** Table row of each word, with `PADDING` rows for the edge before and after. */
  readonly places: Int32Array;
  /** 1 for gaps that are worth a look. */
  readonly open: Uint8Array;
}

/** Everything the network computed on a stretch; the training needs it on its way back. */
export interface Reading {
  /** Gate and input of the left scan, gate and input of the right scan, per word. */
  readonly inputs: Float32Array;
  /** State of the left scan after word `i` at `i + 1`; of the right scan down to word `i` at `i`. */
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly units: Float32Array;
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
  const scratch = toScratch(net);
  for (let gap = 0; gap < count; gap++) if (stretch.open[gap] === 1) readUnits(table, { stretch, reading, gap }, scratch);
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

function readUnits(table: Float32Array, place: { stretch: Stretch; reading: Reading; gap: number }, scratch: Scratch): void {
  const { states, units, unitBias, weights, seenStates } = scratch;
  const { stretch, reading, gap } = place;
  const both = 2 * states;
  const at = (gap + 1) * states;
  for (let state = 0; state < states; state++) {
    seenStates[state] = reading.left[at + state] ?? 0;
    seenStates[states + state] = reading.right[at + state] ?? 0;
  }
  const { places } = stretch;
  const first = gap + PADDING + FIRST_SEEN;
  const { columns } = scratch;
  const direct = 8 * states;
  const from0 = (places[first] ?? 0) * columns + direct;
  const from1 = (places[first + 1] ?? 0) * columns + direct + units;
  const from2 = (places[first + 2] ?? 0) * columns + direct + 2 * units;
  const from3 = (places[first + 3] ?? 0) * columns + direct + 3 * units;
  const from4 = (places[first + 4] ?? 0) * columns + direct + 4 * units;
  const from5 = (places[first + 5] ?? 0) * columns + direct + 5 * units;
  const to = gap * units;
  for (let unit = 0; unit < units; unit++) {
    let one = (unitBias[unit] ?? 0) + (table[from0 + unit] ?? 0) + (table[from1 + unit] ?? 0);
    let two = (table[from2 + unit] ?? 0) + (table[from3 + unit] ?? 0);
    let three = (table[from4 + unit] ?? 0) + (table[from5 + unit] ?? 0);
    let four = 0;
    const row = unit * both;
    // Four sums at a time, since each addition waits for the one before it.
    for (let state = 0; state < both; state += 4) {
      one += (seenStates[state] ?? 0) * (weights[row + state] ?? 0);
      two += (seenStates[state + 1] ?? 0) * (weights[row + state + 1] ?? 0);
      three += (seenStates[state + 2] ?? 0) * (weights[row + state + 2] ?? 0);
      four += (seenStates[state + 3] ?? 0) * (weights[row + state + 3] ?? 0);
    }
    reading.units[to + unit] = one + two + (three + four);
  }
}

/** What every gap needs: the weights of both scans side by side for each unit, and room for the states of one gap. */
interface Scratch {
  readonly states: number;
  readonly units: number;
  readonly columns: number;
  readonly unitBias: Float64Array;
  readonly weights: Float64Array;
  readonly seenStates: Float64Array;
}

function toScratch({ shape, unitBias, fromLeft, fromRight }: GapNet): Scratch {
  const { states, units } = shape;
  const both = 2 * states;
  const weights = new Float64Array(units * both);
  for (let state = 0; state < states; state++) {
    for (let unit = 0; unit < units; unit++) {
      weights[unit * both + state] = fromLeft[state * units + unit] ?? 0;
      weights[unit * both + states + state] = fromRight[state * units + unit] ?? 0;
    }
  }
  return { states, units, columns: columnsOf(shape), unitBias: Float64Array.from(unitBias), weights, seenStates: new Float64Array(both) };
}

/** The share of each mark in a gap, written into `shares` (they add up to one). */
export function shareMarks(net: GapNet, reading: Reading, { gap, shares }: { gap: number; shares: Float64Array }): void {
  const { units } = net.shape;
  const { toMarks, markBias } = net;
  for (let mark = 0; mark < MARKS; mark++) shares[mark] = markBias[mark] ?? 0;
  for (let unit = 0; unit < units; unit++) {
    const value = reading.units[gap * units + unit] ?? 0;
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
