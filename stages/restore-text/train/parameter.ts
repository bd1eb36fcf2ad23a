/** One array of weights with its gradient and its running moments (Adam). */
export interface Parameter {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  readonly means: Float32Array;
  readonly squares: Float32Array;
}

const MEAN_KEPT = 0.9;
const SQUARE_KEPT = 0.999;

/** Weights around zero; `spread` is their standard deviation. */
export function randomParameter(length: number, spread: number, random: () => number): Parameter {
  const values = new Float32Array(length);
  if (spread > 0) for (let index = 0; index < length; index++) values[index] = (random() + random() + random() - 1.5) * 2 * spread;
  return { values, slopes: new Float32Array(length), means: new Float32Array(length), squares: new Float32Array(length) };
}

/** Moves the weights `from` to `to` down their slopes, and clears the slopes. Weights without a slope rest. */
export function descend(parameter: Parameter, range: { from: number; to: number }, step: { rate: number; count: number }): void {
  const { values, slopes, means, squares } = parameter;
  const correction = 1 - SQUARE_KEPT ** step.count;
  for (let index = range.from; index < range.to; index++) {
    const slope = slopes[index] ?? 0;
    if (slope === 0) continue;
    const mean = (means[index] ?? 0) * MEAN_KEPT + slope * (1 - MEAN_KEPT);
    const square = (squares[index] ?? 0) * SQUARE_KEPT + slope * slope * (1 - SQUARE_KEPT);
    means[index] = mean;
    squares[index] = square;
    values[index] = (values[index] ?? 0) - (step.rate * mean) / (Math.sqrt(square / correction) + 1e-6);
    slopes[index] = 0;
  }
}
