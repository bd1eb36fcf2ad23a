import { columnsOf, FIRST_SEEN, PADDING, type GapNet, type NetShape, type Reading, type Stretch } from './net-shape.js';

/** Gaps and units that are worked on together, so that every number read is used more than once. */
const GAPS_AT_ONCE = 2;
const UNITS_AT_ONCE = 4;

/** Computes the hidden units of the open gaps into `reading`, two gaps at a time. */
export function readUnits(net: GapNet, table: Float32Array, { stretch, reading }: { stretch: Stretch; reading: Reading }): void {
  const gaps = openGaps(stretch);
  for (const gap of gaps) addWords(net, table, { stretch, reading, gap });
  const weights = sideBySide(net);
  const pair: Pair = { states: new Float64Array(GAPS_AT_ONCE * 2 * net.shape.states), first: 0, second: 0 };
  for (let index = 0; index < gaps.length; index += GAPS_AT_ONCE) {
    pair.first = gaps[index] ?? 0;
    pair.second = gaps[index + 1] ?? pair.first;
    addStates(net.shape, { weights, reading }, pair);
  }
}

function openGaps({ open, count }: Stretch): Int32Array {
  const gaps = new Int32Array(count);
  let found = 0;
  for (let gap = 0; gap < count; gap++) if (open[gap] === 1) gaps[found++] = gap;
  return gaps.subarray(0, found);
}

/** What the words around a gap say directly. */
function addWords(
  { shape, unitBias }: GapNet,
  table: Float32Array,
  { stretch, reading, gap }: { stretch: Stretch; reading: Reading; gap: number },
): void {
  const { units } = shape;
  const columns = columnsOf(shape);
  const { places } = stretch;
  const first = gap + PADDING + FIRST_SEEN;
  const direct = 8 * shape.states;
  // Six sums in one go, each rounded to 32 bits: the table is large, and its rows are far from each other.
  const from0 = (places[first] ?? 0) * columns + direct;
  const from1 = (places[first + 1] ?? 0) * columns + direct + units;
  const from2 = (places[first + 2] ?? 0) * columns + direct + 2 * units;
  const from3 = (places[first + 3] ?? 0) * columns + direct + 3 * units;
  const from4 = (places[first + 4] ?? 0) * columns + direct + 4 * units;
  const from5 = (places[first + 5] ?? 0) * columns + direct + 5 * units;
  const to = gap * units;
  for (let unit = 0; unit < units; unit++) {
    let sum = Math.fround((unitBias[unit] ?? 0) + (table[from0 + unit] ?? 0));
    sum = Math.fround(sum + (table[from1 + unit] ?? 0));
    sum = Math.fround(sum + (table[from2 + unit] ?? 0));
    sum = Math.fround(sum + (table[from3 + unit] ?? 0));
    sum = Math.fround(sum + (table[from4 + unit] ?? 0));
    reading.units[to + unit] = sum + (table[from5 + unit] ?? 0);
  }
}

/** The weights of both scans, four units beside each other for one state after another. */
function sideBySide({ shape, fromLeft, fromRight }: GapNet): Float64Array {
  const { states, units } = shape;
  const both = 2 * states;
  const weights = new Float64Array(units * both);
  for (let unit = 0; unit < units; unit++) {
    const to = (unit - (unit % UNITS_AT_ONCE)) * both + (unit % UNITS_AT_ONCE);
    for (let state = 0; state < states; state++) {
      weights[to + state * UNITS_AT_ONCE] = fromLeft[state * units + unit] ?? 0;
      weights[to + (states + state) * UNITS_AT_ONCE] = fromRight[state * units + unit] ?? 0;
    }
  }
  return weights;
}

/** Two gaps, and the states of both scans there, side by side. With an odd number of gaps the last is its own pair. */
interface Pair {
  readonly states: Float64Array;
  first: number;
  second: number;
}

function addStates(
  { states, units }: NetShape,
  { weights, reading }: { weights: Float64Array; reading: Reading },
  { states: seen, first, second }: Pair,
): void {
  const both = 2 * states;
  for (let state = 0; state < states; state++) {
    seen[2 * state] = reading.left[(first + 1) * states + state] ?? 0;
    seen[2 * state + 1] = reading.left[(second + 1) * states + state] ?? 0;
    seen[both + 2 * state] = reading.right[(first + 1) * states + state] ?? 0;
    seen[both + 2 * state + 1] = reading.right[(second + 1) * states + state] ?? 0;
  }
  const { units: values } = reading;
  for (let unit = 0; unit < units; unit += UNITS_AT_ONCE) {
    let one0 = 0;
    let one1 = 0;
    let one2 = 0;
    let one3 = 0;
    let two0 = 0;
    let two1 = 0;
    let two2 = 0;
    let two3 = 0;
    const row = unit * both;
    for (let state = 0; state < both; state++) {
      const one = seen[2 * state] ?? 0;
      const two = seen[2 * state + 1] ?? 0;
      const at = row + state * UNITS_AT_ONCE;
      const weight0 = weights[at] ?? 0;
      const weight1 = weights[at + 1] ?? 0;
      const weight2 = weights[at + 2] ?? 0;
      const weight3 = weights[at + 3] ?? 0;
      one0 += one * weight0;
      one1 += one * weight1;
      one2 += one * weight2;
      one3 += one * weight3;
      two0 += two * weight0;
      two1 += two * weight1;
      two2 += two * weight2;
      two3 += two * weight3;
    }
    const to = first * units + unit;
    add(values, to + 0, one0);
    add(values, to + 1, one1);
    add(values, to + 2, one2);
    add(values, to + 3, one3);
    if (second === first) continue;
    const other = second * units + unit;
    add(values, other + 0, two0);
    add(values, other + 1, two1);
    add(values, other + 2, two2);
    add(values, other + 3, two3);
  }
}

function add(array: Float32Array, index: number, value: number): void {
  array[index] = (array[index] ?? 0) + value;
}
