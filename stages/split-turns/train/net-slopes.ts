import { gateOf, SCORES, type Reading } from '../voice-net.js';
import type { Fit } from './fit.js';

/**
 * Goes back through the network: adds to the slopes of its matrices what the errors of the scores (`SCORES` a unit) say, and returns
 * the slopes of the units' inputs before squashing.
 */
export function addSlopes({ net, matrices }: Fit, reading: Reading, errors: Float64Array): Float32Array {
  const { width, states, units } = net.shape;
  const inputSlopes = new Float32Array(reading.count * 2 * width);
  const leftSlopes = new Float32Array((reading.count + 1) * states);
  const rightSlopes = new Float32Array((reading.count + 1) * states);
  const [inputBias, toScans, scanBias, toUnits, unitBias, toScores] = matrices.map(({ slopes }) => slopes);
  if (!inputBias || !toScans || !scanBias || !toUnits || !unitBias || !toScores) throw new Error('a matrix is missing');
  const hidden = new Float64Array(units);
  const through = (value: number, from: number): number => {
    let slope = 0;
    for (let index = 0; index < units; index++) {
      const part = hidden[index] ?? 0;
      slope += part * (net.toUnits[from + index] ?? 0);
      toUnits[from + index] = (toUnits[from + index] ?? 0) + value * part;
    }
    return slope;
  };
  for (let unit = 0; unit < reading.count; unit++) {
    for (let index = 0; index < units; index++) {
      const value = reading.hidden[unit * units + index] ?? 0;
      let slope = 0;
      for (let score = 0; value > 0 && score < SCORES; score++) {
        const error = errors[unit * SCORES + score] ?? 0;
        slope += error * (net.toScores[index * SCORES + score] ?? 0);
        toScores[index * SCORES + score] = (toScores[index * SCORES + score] ?? 0) + error * value;
      }
      hidden[index] = slope;
      unitBias[index] = (unitBias[index] ?? 0) + slope;
    }
    for (let input = 0; input < 2 * width; input++) {
      const at = unit * 2 * width + input;
      inputSlopes[at] = (inputSlopes[at] ?? 0) + through(reading.inputs[at] ?? 0, input * units);
    }
    for (let state = 0; state < 2 * states; state++) {
      const at = unit * states + state;
      leftSlopes[at] = (leftSlopes[at] ?? 0) + through(reading.left[at] ?? 0, (2 * width + state) * units);
      rightSlopes[at] = (rightSlopes[at] ?? 0) + through(reading.right[at] ?? 0, (2 * width + 2 * states + state) * units);
    }
  }
  const scanSlopes = backThroughScans(reading, { states, leftSlopes, rightSlopes });
  const columns = 4 * states;
  for (let unit = 0; unit < reading.count; unit++) {
    const from = unit * columns;
    for (let column = 0; column < columns; column++) {
      const steep = 1 - Math.abs(reading.scans[from + column] ?? 0);
      const slope = (scanSlopes[from + column] ?? 0) * steep * steep;
      scanSlopes[from + column] = slope;
      scanBias[column] = (scanBias[column] ?? 0) + slope;
    }
    for (let input = 0; input < 2 * width; input++) {
      const at = unit * 2 * width + input;
      const value = reading.inputs[at] ?? 0;
      let slope = inputSlopes[at] ?? 0;
      for (let column = 0; column < columns; column++) {
        const part = scanSlopes[from + column] ?? 0;
        slope += part * (net.toScans[input * columns + column] ?? 0);
        toScans[input * columns + column] = (toScans[input * columns + column] ?? 0) + value * part;
      }
      const steep = 1 - Math.abs(value);
      inputSlopes[at] = slope * steep * steep;
      inputBias[input] = (inputBias[input] ?? 0) + slope * steep * steep;
    }
  }
  return inputSlopes;
}

interface StateSlopes {
  readonly states: number;
  readonly leftSlopes: Float32Array;
  readonly rightSlopes: Float32Array;
}

/** Slopes of gates and values, the states' slopes being handed on against the direction of each scan. */
function backThroughScans({ count, scans, left, right }: Reading, { states, leftSlopes, rightSlopes }: StateSlopes): Float32Array {
  const columns = 4 * states;
  const slopes = new Float32Array(count * columns);
  const back = (slope: number, before: number, at: number): number => {
    const gate = gateOf(scans[at] ?? 0);
    slopes[at] = slope * 0.5 * ((scans[at + states] ?? 0) - before);
    slopes[at + states] = slope * gate;
    return slope * (1 - gate);
  };
  for (let unit = count - 1; unit >= 0; unit--) {
    for (let state = 0; state < states; state++) {
      const at = unit * states + state;
      leftSlopes[at] = (leftSlopes[at] ?? 0) + back(leftSlopes[at + states] ?? 0, left[at] ?? 0, unit * columns + state);
    }
  }
  for (let unit = 0; unit < count; unit++) {
    for (let state = 0; state < states; state++) {
      const at = unit * states + state;
      rightSlopes[at + states] =
        (rightSlopes[at + states] ?? 0) + back(rightSlopes[at] ?? 0, right[at + states] ?? 0, unit * columns + 2 * states + state);
    }
  }
  return slopes;
}
