import { addProduct, roomFor, toStrips } from './strips.js';

/** Sizes of the network. */
export interface VoiceNetShape {
  /** Inputs of a unit that its gap's features add up to; as many again come from its words. */
  readonly width: number;
  /** Numbers that carry what was read so far, in each direction. */
  readonly states: number;
  /** Hidden units. */
  readonly units: number;
}

/**
 * A small network over the units of an episode. One gated scan reads them from the left, one from the right
 * (`state += gate * (value - state)`); the hidden units of a gap see both states on both of its sides and the unit's own inputs.
 */
export interface VoiceNet {
  readonly shape: VoiceNetShape;
  readonly inputBias: Float32Array;
  readonly toScans: Float32Array;
  readonly scanBias: Float32Array;
  readonly toUnits: Float32Array;
  readonly unitBias: Float32Array;
  readonly toScores: Float32Array;
}

/** Change, direction and role: what the network adds to each unit's log-odds. */
export const SCORES = 3;
/** Log-odds of a change and of its direction stand before a gap's inputs, those of the role before a unit's. */
export const GAP_SCORES = 2;
export const ROLE_SCORES = 1;

/** Columns of the table of gap features. */
export function columnsOfGap({ width }: VoiceNetShape): number {
  return GAP_SCORES + width;
}

/** Columns of the table of role features. */
export function columnsOfRole({ width }: VoiceNetShape): number {
  return ROLE_SCORES + width;
}

/** Numbers in each matrix, in the order of `VoiceNet`. */
export function sizesOf({ width, states, units }: VoiceNetShape): number[] {
  const inputs = 2 * width;
  return [inputs, inputs * 4 * states, 4 * states, (inputs + 4 * states) * units, units, units * SCORES];
}

/** Everything the network computed; the training needs it on its way back. */
export interface Reading {
  readonly count: number;
  /** Inputs of each unit, squashed to -1..1. */
  readonly inputs: Float32Array;
  /** Gate and value of the left scan, gate and value of the right scan, per unit, squashed. */
  readonly scans: Float32Array;
  /** State of the left scan after unit `i` at `i + 1`; of the right scan down to unit `i` at `i`. */
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly hidden: Float32Array;
  /** `SCORES` numbers a unit. */
  readonly scores: Float32Array;
}

/** Reads `count` units, of which `sums` has the features' inputs added up (`2 * width` numbers each; they are squashed in place). */
export function readUnits(net: VoiceNet, inputs: Float32Array, count: number): Reading {
  const { width, states, units } = net.shape;
  const reading = {
    count,
    inputs,
    scans: new Float32Array(count * 4 * states),
    left: new Float32Array((count + 1) * states),
    right: new Float32Array((count + 1) * states),
    hidden: new Float32Array(count * units),
    scores: new Float32Array(count * SCORES),
  };
  for (let unit = 0; unit < count; unit++) {
    const from = unit * 2 * width;
    for (let input = 0; input < 2 * width; input++) {
      const sum = (inputs[from + input] ?? 0) + (net.inputBias[input] ?? 0);
      inputs[from + input] = sum / (1 + Math.abs(sum));
    }
  }
  readScans(net, reading);
  readHidden(net, reading);
  return reading;
}

function readScans({ shape: { width, states }, toScans, scanBias }: VoiceNet, { count, inputs, scans, left, right }: Reading): void {
  const columns = 4 * states;
  const strips = toStrips(toScans, columns);
  const own = new Float64Array(2 * width);
  const sums = roomFor(columns);
  for (let unit = 0; unit < count; unit++) {
    own.set(inputs.subarray(unit * 2 * width, (unit + 1) * 2 * width));
    sums.set(scanBias);
    addProduct(strips, own, sums);
    for (let column = 0; column < columns; column++) {
      const sum = sums[column] ?? 0;
      scans[unit * columns + column] = sum / (1 + Math.abs(sum));
    }
  }
  for (let unit = 0; unit < count; unit++) {
    for (let state = 0; state < states; state++) {
      const before = left[unit * states + state] ?? 0;
      const from = unit * columns + state;
      left[(unit + 1) * states + state] = before + gateOf(scans[from] ?? 0) * ((scans[from + states] ?? 0) - before);
    }
  }
  for (let unit = count - 1; unit >= 0; unit--) {
    for (let state = 0; state < states; state++) {
      const before = right[(unit + 1) * states + state] ?? 0;
      const from = unit * columns + 2 * states + state;
      right[unit * states + state] = before + gateOf(scans[from] ?? 0) * ((scans[from + states] ?? 0) - before);
    }
  }
}

/** A gate is moved from -1..1 to 0..1. */
export function gateOf(squashed: number): number {
  return 0.5 + 0.5 * squashed;
}

function readHidden({ shape, toUnits, unitBias, toScores }: VoiceNet, { count, inputs, left, right, hidden, scores }: Reading): void {
  const { width, states, units } = shape;
  const strips = toStrips(toUnits, units);
  const seen = new Float64Array(2 * width + 4 * states);
  const sums = roomFor(units);
  for (let unit = 0; unit < count; unit++) {
    // A unit's states on both of its sides: those before it, and those after it.
    seen.set(inputs.subarray(unit * 2 * width, (unit + 1) * 2 * width));
    seen.set(left.subarray(unit * states, (unit + 2) * states), 2 * width);
    seen.set(right.subarray(unit * states, (unit + 2) * states), 2 * width + 2 * states);
    sums.set(unitBias);
    addProduct(strips, seen, sums);
    for (let index = 0; index < units; index++) {
      const value = sums[index] ?? 0;
      if (value <= 0) continue;
      hidden[unit * units + index] = value;
      for (let score = 0; score < SCORES; score++)
        scores[unit * SCORES + score] = (scores[unit * SCORES + score] ?? 0) + value * (toScores[index * SCORES + score] ?? 0);
    }
  }
}
