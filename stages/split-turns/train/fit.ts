import { GAP_SCORES, ROLE_SCORES, sizesOf, type VoiceNet, type VoiceNetShape } from '../voice-net.js';
import { SETTINGS } from './settings.js';

/** A table's weights while they are trained, row after row, with the sums of squared slopes that set their steps (Adagrad). */
export interface TableFit {
  readonly columns: number;
  /** The first columns are scores, the others inputs of the network. */
  readonly scores: number;
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  /** How strongly each score is drawn to zero. */
  readonly decays: readonly number[];
}

/** A matrix of the network with its slopes and their running means (Adam). */
export interface MatrixFit {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  readonly means: Float32Array;
  readonly squares: Float32Array;
  /** Biases are not drawn to zero. */
  readonly decay: number;
}

/** Everything that is trained. The network's matrices and `matrices` share their numbers. */
export interface Fit {
  readonly gaps: TableFit;
  readonly roles: TableFit;
  readonly net: VoiceNet;
  readonly matrices: readonly MatrixFit[];
}

/** Rows of zero scores and small random inputs; row 0 stays zero. */
function newTable(rows: number, decays: readonly number[], { width, random }: { width: number; random: () => number }): TableFit {
  const columns = decays.length + width;
  const { spread, firstSquare } = SETTINGS.inputs;
  const weights = new Float32Array(rows * columns);
  const squares = new Float32Array(rows * columns);
  for (let index = 0; index < weights.length; index++) {
    const isScore = index % columns < decays.length;
    squares[index] = isScore ? 1 : firstSquare;
    if (!isScore && index >= columns) weights[index] = (2 * random() - 1) * spread;
  }
  return { columns, scores: decays.length, weights, squares, decays };
}

/** Gates of the scans begin half closed. */
const FIRST_GATE = -0.5;

/** Weights that know nothing yet, for tables of so many rows. */
export function newFit(rows: { readonly gaps: number; readonly roles: number }, random: () => number): Fit {
  const shape: VoiceNetShape = SETTINGS.shape;
  const { width, states } = shape;
  const { changeDecay, towardDecay, roleDecay } = SETTINGS.scores;
  const [inputBias, toScans, scanBias, toUnits, unitBias, toScores] = sizesOf(shape).map((size) => new Float32Array(size));
  if (!inputBias || !toScans || !scanBias || !toUnits || !unitBias || !toScores) throw new Error('a matrix is missing');
  const spreads: readonly (readonly [Float32Array, number])[] = [
    [toScans, 1.5 / Math.sqrt(2 * width)],
    [toUnits, 1 / Math.sqrt(2 * width + 4 * states)],
    [toScores, 0.1],
  ];
  for (const [matrix, spread] of spreads) for (const index of matrix.keys()) matrix[index] = (2 * random() - 1) * spread;
  scanBias.fill(FIRST_GATE, 0, states).fill(FIRST_GATE, 2 * states, 3 * states);
  const net = { shape, inputBias, toScans, scanBias, toUnits, unitBias, toScores };
  const { decay } = SETTINGS.matrices;
  return {
    gaps: newTable(rows.gaps, [changeDecay, towardDecay], { width, random }),
    roles: newTable(rows.roles, [roleDecay], { width, random }),
    net,
    matrices: [
      toMatrix(inputBias, 0),
      toMatrix(toScans, decay),
      toMatrix(scanBias, 0),
      toMatrix(toUnits, decay),
      toMatrix(unitBias, 0),
      toMatrix(toScores, decay),
    ],
  };
}

/** The table's score columns come first. */
export const SCORE_COLUMNS = { gaps: GAP_SCORES, roles: ROLE_SCORES } as const;

function toMatrix(values: Float32Array, decay: number): MatrixFit {
  const [slopes, means, squares] = [new Float32Array(values.length), new Float32Array(values.length), new Float32Array(values.length)];
  return { values, slopes, means, squares, decay };
}

/** How fast each mean forgets. */
const MEAN = 0.9;
const SQUARE = 0.99;

/** Moves every matrix along its slopes, which are sums over `units`, and clears them. */
export function moveMatrices(matrices: readonly MatrixFit[], { units, rate, count }: { units: number; rate: number; count: number }): void {
  const meanShare = 1 - MEAN ** count;
  const squareShare = 1 - SQUARE ** count;
  for (const { values, slopes, means, squares, decay } of matrices) {
    for (let index = 0; index < values.length; index++) {
      const slope = (slopes[index] ?? 0) / units;
      slopes[index] = 0;
      const mean = MEAN * (means[index] ?? 0) + (1 - MEAN) * slope;
      const square = SQUARE * (squares[index] ?? 0) + (1 - SQUARE) * slope * slope;
      means[index] = mean;
      squares[index] = square;
      const value = values[index] ?? 0;
      values[index] = value + rate * (mean / meanShare / (Math.sqrt(square / squareShare) + 1e-6) - decay * value);
    }
  }
}

/** Moves one row of a table along its slopes (of the scores, then of the inputs). */
export function moveRow({ columns, scores, weights, squares, decays }: TableFit, row: number, step: RowStep): void {
  const from = row * columns;
  for (let column = 0; column < columns; column++) {
    const isScore = column < scores;
    if (isScore && Math.abs(step.slopes[column] ?? 0) < NEGLIGIBLE) continue;
    const weight = weights[from + column] ?? 0;
    const slope = (step.slopes[column] ?? 0) - (isScore ? (decays[column] ?? 0) : SETTINGS.inputs.decay) * weight;
    const square = (squares[from + column] ?? 0) + slope * slope;
    squares[from + column] = square;
    weights[from + column] = weight + ((isScore ? SETTINGS.scores.rate : SETTINGS.inputs.rate) * step.share * slope) / Math.sqrt(square);
  }
}

/** Slopes of a row's columns, and the share of the full rate that is left. */
export interface RowStep {
  readonly slopes: Float64Array;
  readonly share: number;
}

/** Smaller errors change nothing that lasts. */
const NEGLIGIBLE = 1e-4;

/** Adds a share of all weights to those of `mean`. */
export function addShare(mean: Fit, fit: Fit, share: number): void {
  const pairs = [
    [mean.gaps.weights, fit.gaps.weights],
    [mean.roles.weights, fit.roles.weights],
    ...mean.matrices.map(({ values }, index) => [values, fit.matrices[index]?.values ?? values] as const),
  ] as const;
  for (const [sums, weights] of pairs)
    for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + share * (weights[index] ?? 0);
}

/** Weights that are all zero, to add others to. */
export function noFit(fit: Fit): Fit {
  const mean = newFit({ gaps: fit.gaps.weights.length / fit.gaps.columns, roles: fit.roles.weights.length / fit.roles.columns }, () => 0.5);
  for (const { values } of mean.matrices) values.fill(0);
  return mean;
}
