import { expect, test } from '@jest/globals';
import { newFit } from '../../../../stages/split-turns/train/fit.js';
import { addSlopes } from '../../../../stages/split-turns/train/net-slopes.js';
import { randomFrom } from '../../../../stages/random.js';
import { readUnits, SCORES } from '../../../../stages/split-turns/voice-net.js';

const COUNT = 7;
const random = randomFrom(6);
const fit = newFit({ gaps: 1, roles: 1 }, random);
const inputs = Float32Array.from({ length: COUNT * 2 * fit.net.shape.width }, () => 2 * random() - 1);
const errors = Float64Array.from({ length: COUNT * SCORES }, () => 2 * random() - 1);

/** What the slopes are slopes of. */
function outcome(): number {
  return readUnits(fit.net, Float32Array.from(inputs), COUNT).scores.reduce((sum, score, index) => sum + score * (errors[index] ?? 0), 0);
}

/** The slope along one number, by nudging it. */
function nudged(values: Float32Array, index: number): number {
  const value = values[index] ?? 0;
  const step = 1e-3;
  values[index] = value + step;
  const above = outcome();
  values[index] = value - step;
  const below = outcome();
  values[index] = value;
  return (above - below) / (2 * step);
}

const inputSlopes = addSlopes(fit, readUnits(fit.net, Float32Array.from(inputs), COUNT), errors);

test.each(['inputBias', 'toScans', 'scanBias', 'toUnits', 'unitBias', 'toScores'] as const)('%s', (name) => {
  const values = fit.net[name];
  const matrix = fit.matrices.find((one) => one.values === values);
  for (let index = 0; index < values.length; index += Math.ceil(values.length / 9))
    expect(matrix?.slopes[index]).toBeCloseTo(nudged(values, index), 2);
});

test('inputs', () => {
  for (let index = 0; index < inputs.length; index += 29) expect(inputSlopes[index]).toBeCloseTo(nudged(inputs, index), 2);
});
