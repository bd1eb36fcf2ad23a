import { shareMarks } from '../gap-net.js';
import { MARKS } from '../marks.js';
import { columnsOf, FIRST_SEEN, PADDING, SEEN, type GapNet, type NetShape, type Reading, type Stretch } from '../net-shape.js';
import { randomParameter, type Parameter } from './parameter.js';

/** The network with slopes beside its weights. */
export interface NetParameters {
  readonly net: GapNet;
  readonly embeddings: Parameter;
  readonly projections: Parameter;
  /** All but the embeddings, which only move where their word was read. */
  readonly dense: readonly Parameter[];
  readonly named: Readonly<Record<'stateBias' | 'fromLeft' | 'fromRight' | 'unitBias' | 'toMarks' | 'markBias', Parameter>>;
}

/** Fresh weights. Gates begin a quarter open, so that states remember some words from the start. */
export function freshNet(shape: NetShape, random: () => number): NetParameters {
  const { rows, width, states, units } = shape;
  const embeddings = randomParameter(rows * width, 0.3, random);
  const projections = randomParameter(width * columnsOf(shape), 1 / Math.sqrt(width * 3), random);
  const named = {
    stateBias: randomParameter(4 * states, 0, random),
    fromLeft: randomParameter(states * units, 1 / Math.sqrt(states), random),
    fromRight: randomParameter(states * units, 1 / Math.sqrt(states), random),
    unitBias: randomParameter(units, 0, random),
    toMarks: randomParameter(units * MARKS, 1 / Math.sqrt(units), random),
    markBias: randomParameter(MARKS, 0, random),
  };
  named.stateBias.values.fill(-1, 0, states).fill(-1, 2 * states, 3 * states);
  const net: GapNet = {
    shape,
    embeddings: embeddings.values,
    projections: projections.values,
    stateBias: named.stateBias.values,
    fromLeft: named.fromLeft.values,
    fromRight: named.fromRight.values,
    unitBias: named.unitBias.values,
    toMarks: named.toMarks.values,
    markBias: named.markBias.values,
  };
  return { net, embeddings, projections, dense: [projections, ...Object.values(named)], named };
}

export interface Lesson {
  readonly stretch: Stretch;
  readonly reading: Reading;
  /** Gate and input of the left scan, gate and input of the right scan, per word. */
  readonly inputs: Float32Array;
  /** The mark that a person put into each gap. */
  readonly marks: Uint8Array;
  /** Takes the shares less the truth, `MARKS` numbers a gap; 0 beforehand. */
  readonly errors: Float32Array;
}

/** Adds up the slopes of a stretch's loss: those of the table into `tableSlopes`, the others into the parameters. Returns the loss. */
export function addSlopes(parameters: NetParameters, lesson: Lesson, tableSlopes: Float32Array): number {
  const { states } = parameters.net.shape;
  const { count } = lesson.stretch;
  const left = new Float32Array((count + 1) * states);
  const right = new Float32Array((count + 1) * states);
  const loss = addGapSlopes(parameters, lesson, { left, right, table: tableSlopes });
  const inputs = scanSlopes(parameters.net.shape, lesson, { left, right });
  addInputSlopes(parameters, lesson.stretch, { inputs, table: tableSlopes });
  return loss;
}

/** An error smaller than this teaches nothing. */
const LEAST_ERROR = 0.003;

interface Slopes {
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly table: Float32Array;
}

function addGapSlopes({ net, named }: NetParameters, { stretch, reading, marks, errors }: Lesson, slopes: Slopes): number {
  const { states, units } = net.shape;
  const columns = columnsOf(net.shape);
  const shares = new Float64Array(MARKS);
  const unitSlopes = new Float32Array(units);
  const seen = { scores: stretch.scores, units: reading.units };
  let loss = 0;
  for (let gap = 0; gap < stretch.count; gap++) {
    if (stretch.open[gap] !== 1) continue;
    shareMarks(net, seen, { gap, shares });
    const gold = marks[gap] ?? 0;
    loss -= Math.log((shares[gold] ?? 0) + 1e-9);
    shares[gold] = (shares[gold] ?? 0) - 1;
    errors.set(shares, gap * MARKS);
    if (Math.abs(shares[gold] ?? 0) < LEAST_ERROR) continue;
    for (let mark = 0; mark < MARKS; mark++) add(named.markBias.slopes, mark, shares[mark] ?? 0);
    for (let unit = 0; unit < units; unit++) {
      const value = reading.units[gap * units + unit] ?? 0;
      let slope = 0;
      if (value > 0) {
        for (let mark = 0; mark < MARKS; mark++) {
          const error = shares[mark] ?? 0;
          slope += error * (net.toMarks[unit * MARKS + mark] ?? 0);
          add(named.toMarks.slopes, unit * MARKS + mark, error * value);
        }
        add(named.unitBias.slopes, unit, slope);
      }
      unitSlopes[unit] = slope;
    }
    for (let seen = 0; seen < SEEN; seen++) {
      const to = (stretch.places[gap + PADDING + FIRST_SEEN + seen] ?? 0) * columns + 8 * states + seen * units;
      for (let unit = 0; unit < units; unit++) slopes.table[to + unit] = (slopes.table[to + unit] ?? 0) + (unitSlopes[unit] ?? 0);
    }
    for (let state = 0; state < states; state++) {
      const at = (gap + 1) * states + state;
      const weights = state * units;
      const left = reading.left[at] ?? 0;
      const right = reading.right[at] ?? 0;
      let leftSlope = 0;
      let rightSlope = 0;
      for (let unit = 0; unit < units; unit++) {
        const slope = unitSlopes[unit] ?? 0;
        leftSlope += slope * (net.fromLeft[weights + unit] ?? 0);
        rightSlope += slope * (net.fromRight[weights + unit] ?? 0);
        named.fromLeft.slopes[weights + unit] = (named.fromLeft.slopes[weights + unit] ?? 0) + slope * left;
        named.fromRight.slopes[weights + unit] = (named.fromRight.slopes[weights + unit] ?? 0) + slope * right;
      }
      add(slopes.left, at, leftSlope);
      add(slopes.right, at, rightSlope);
    }
  }
  return loss;
}

/** The scans backwards. The slope of x / (1 + |x|) is (1 - |y|) squared, y its value. */
function scanSlopes({ states }: NetShape, { stretch, reading, inputs }: Lesson, slopes: Omit<Slopes, 'table'>): Float32Array {
  const result = new Float32Array(stretch.count * 4 * states);
  const through = (
    word: number,
    half: number,
    ends: { before: number; after: number; values: Float32Array; slopes: Float32Array },
  ): void => {
    for (let state = 0; state < states; state++) {
      const at = word * 4 * states + half * 2 * states + state;
      const slope = ends.slopes[ends.after + state] ?? 0;
      const opening = inputs[at] ?? 0;
      const input = inputs[at + states] ?? 0;
      const gate = 0.5 + 0.5 * opening;
      add(ends.slopes, ends.before + state, slope * (1 - gate));
      result[at] = 0.5 * slope * (input - (ends.values[ends.before + state] ?? 0)) * (1 - Math.abs(opening)) ** 2;
      result[at + states] = slope * gate * (1 - Math.abs(input)) ** 2;
    }
  };
  for (let word = stretch.count - 1; word >= 0; word--) {
    through(word, 0, { before: word * states, after: (word + 1) * states, values: reading.left, slopes: slopes.left });
  }
  for (let word = 0; word < stretch.count; word++) {
    through(word, 1, { before: (word + 1) * states, after: word * states, values: reading.right, slopes: slopes.right });
  }
  return result;
}

function addInputSlopes(
  { net, named }: NetParameters,
  stretch: Stretch,
  { inputs, table }: { inputs: Float32Array; table: Float32Array },
): void {
  const half = 2 * net.shape.states;
  const columns = columnsOf(net.shape);
  for (let word = 0; word < stretch.count; word++) {
    const here = (stretch.places[word + PADDING] ?? 0) * columns;
    const before = (stretch.places[word + PADDING - 1] ?? 0) * columns;
    const after = (stretch.places[word + PADDING + 1] ?? 0) * columns;
    const from = word * 2 * half;
    for (let column = 0; column < half; column++) {
      const left = inputs[from + column] ?? 0;
      const right = inputs[from + half + column] ?? 0;
      add(named.stateBias.slopes, column, left);
      add(named.stateBias.slopes, half + column, right);
      add(table, before + column, left);
      add(table, here + half + column, left);
      add(table, here + 2 * half + column, right);
      add(table, after + 3 * half + column, right);
    }
  }
}

function add(array: Float32Array, index: number, value: number): void {
  array[index] = (array[index] ?? 0) + value;
}
