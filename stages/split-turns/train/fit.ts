import { sumPaths, type Potentials } from '../decode-voices.js';
import type { Example, Rows } from './examples.js';
import { SETTINGS } from './settings.js';

/** One weight a slot, with the sum of squared gradients that sets its step (Adagrad). */
export interface Column {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly decay: number;
}

/** The weights while they are trained. */
export interface Fit {
  readonly change: Column;
  readonly toward: Column;
  readonly role: Column;
}

/** A stretch of an example, and which of its two speakers is the first state (the host). */
export interface Stretch {
  readonly example: Example;
  readonly from: number;
  readonly to: number;
  readonly host: number;
}

/** Weights that know nothing. */
export function newFit(slots: number): Fit {
  const column = (decay: number): Column => ({ weights: new Float32Array(slots), squares: new Float32Array(slots).fill(1), decay });
  const { change, toward, role } = SETTINGS.decay;
  return { change: column(change), toward: column(toward), role: column(role) };
}

/** One step towards the gold path through a stretch: a linear-chain conditional random field with two states. */
export function stepOn(stretch: Stretch, fit: Fit, rate: number): void {
  const { example, from, to, host } = stretch;
  const posteriors = sumPaths(potentialsOf(stretch, fit));
  for (let unit = from; unit < to; unit++) {
    const first = example.speaker[unit] === host ? 1 : 0;
    update(fit.role, rowOf(example.roles, unit), 2 * (first - (posteriors.first[unit - from] ?? 0)), rate);
    if (unit === from) continue;
    const before = example.speaker[unit - 1] === host ? 1 : 0;
    update(fit.change, rowOf(example.gaps, unit), Math.abs(first - before) - (posteriors.change[unit - from] ?? 0), rate);
    update(fit.toward, rowOf(example.gaps, unit), before - first - (posteriors.toward[unit - from] ?? 0), rate);
  }
}

/** How much likelier the gold path of an example is with speaker 0 as host than with speaker 1 (log-odds). */
export function hostOdds(example: Example, fit: Fit): number {
  const stretch = { example, from: 0, to: example.units, host: 0 };
  const { toward, role } = potentialsOf(stretch, fit);
  let odds = 0;
  for (let unit = 0; unit < example.units; unit++) {
    const first = example.speaker[unit] === 0;
    odds += 2 * (first ? 1 : -1) * (role[unit] ?? 0);
    if (unit > 0 && example.speaker[unit - 1] !== example.speaker[unit]) odds += 2 * (first ? -1 : 1) * (toward[unit] ?? 0);
  }
  return odds;
}

function potentialsOf({ example, from, to }: Stretch, { change, toward, role }: Fit): Potentials {
  const sums = (column: Column, rows: Rows): Float64Array =>
    Float64Array.from({ length: to - from }, (_, index) => sumOf(column, rows, from + index));
  return { change: sums(change, example.gaps), toward: sums(toward, example.gaps), role: sums(role, example.roles) };
}

function sumOf({ weights }: Column, { ids, ends }: Rows, row: number): number {
  let sum = 0;
  for (let index = ends[row] ?? 0; index < (ends[row + 1] ?? 0); index++) sum += weights[ids[index] ?? 0] ?? 0;
  return sum;
}

function rowOf({ ids, ends }: Rows, row: number): Int32Array {
  return ids.subarray(ends[row], ends[row + 1]);
}

/** Smaller errors change nothing that lasts. */
const NEGLIGIBLE = 1e-4;

// eslint-disable-next-line max-params -- the innermost loop: an options object for each row would cost as much as the row
function update({ weights, squares, decay }: Column, row: Int32Array, error: number, rate: number): void {
  if (Math.abs(error) < NEGLIGIBLE) return;
  for (const id of row) {
    const weight = weights[id] ?? 0;
    const gradient = error - decay * weight;
    const square = (squares[id] ?? 0) + gradient * gradient;
    squares[id] = square;
    weights[id] = weight + (rate * gradient) / Math.sqrt(square);
  }
}
