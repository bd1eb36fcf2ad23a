import { chancesOf, toLattice, type Lattice } from '../choose-clauses.js';
import type { Example, ExampleRun } from './examples.js';
import { randomFrom, shuffled } from '../../random.js';

/** How the weights of clauses are fitted. */
export interface ClauseFitting {
  readonly rounds: number;
  readonly step: number;
  /** Pulls every weight towards 0. */
  readonly decay: number;
  /** Parts that fewer clauses have get no weight. */
  readonly fewest: number;
  readonly seed: number;
}

/**
 * Fits the weights so that the marked clauses of a run get as likely as they can, over all ways to pick clauses that do not overlap
 * (Adagrad on the log-likelihood; the weights of the later half of the rounds are averaged).
 */
export function fitClauses(examples: readonly Example[], size: number, fitting: ClauseFitting): Float64Array {
  const runs = examples.flatMap((example) => example.runs);
  const counted = countParts(runs, size);
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(0.01);
  const average = new Float64Array(size);
  const gradient = new Float64Array(size);
  const lattice = toLattice(Math.max(...runs.map(({ run }) => run.end)));
  let averaged = 0;
  for (let round = 0; round < fitting.rounds; round++) {
    for (const run of shuffled(runs, randomFrom(fitting.seed + round))) {
      const touched = addGradient(run, weights, { gradient, lattice });
      for (const part of touched) {
        const slope = (gradient[part] ?? 0) - fitting.decay * (weights[part] ?? 0);
        gradient[part] = 0;
        if ((counted[part] ?? 0) < fitting.fewest) continue;
        squares[part] = (squares[part] ?? 0) + slope * slope;
        weights[part] = (weights[part] ?? 0) + (fitting.step * slope) / Math.sqrt(squares[part] ?? 1);
      }
    }
    if (round * 2 < fitting.rounds) continue;
    averaged++;
    for (let part = 0; part < size; part++) average[part] = (average[part] ?? 0) + (weights[part] ?? 0);
  }
  return average.map((sum) => sum / Math.max(1, averaged));
}

/** The scores of a run's clauses under some weights. */
export function scoreRun({ clauses, parts, ends }: ExampleRun, weights: Float64Array): number[] {
  return clauses.firsts.map((_, index) => {
    let score = 0;
    for (let at = ends[index] ?? 0; at < (ends[index + 1] ?? 0); at++) score += weights[parts[at] ?? 0] ?? 0;
    return score;
  });
}

function addGradient(
  example: ExampleRun,
  weights: Float64Array,
  { gradient, lattice }: { readonly gradient: Float64Array; readonly lattice: Lattice },
): Set<number> {
  const { run, clauses, parts, ends, marked } = example;
  const slopes = chancesOf(run, { ...clauses, scores: scoreRun(example, weights) }, lattice).map((chance) => -chance);
  for (const index of marked) slopes[index] = (slopes[index] ?? 0) + 1;
  const touched = new Set<number>();
  for (const [index, slope] of slopes.entries()) {
    if (Math.abs(slope) < 1e-6) continue;
    for (let at = ends[index] ?? 0; at < (ends[index + 1] ?? 0); at++) {
      const part = parts[at] ?? 0;
      gradient[part] = (gradient[part] ?? 0) + slope;
      touched.add(part);
    }
  }
  return touched;
}

function countParts(runs: readonly ExampleRun[], size: number): Float64Array {
  const counted = new Float64Array(size);
  for (const { parts } of runs) for (const part of parts) counted[part] = (counted[part] ?? 0) + 1;
  return counted;
}
