import { shuffled } from '../../random.js';
import { MARKS } from '../marks.js';
import { emptyGroups, forEachGroup, keysOf, toRuns, type Runs, type WordGroups } from '../word-groups.js';
import type { Example } from './train-net.js';

/** A linear model with what its training keeps. */
export interface GroupFit {
  readonly groups: WordGroups;
  /** Sums of squared slopes (Adagrad). */
  readonly squares: Float32Array;
  /** The groups in the order of their weights. */
  readonly known: { readonly keys: Int32Array; readonly lengths: Uint8Array };
}

export interface GroupTraining {
  /** Groups seen less often have no weights. */
  readonly leastSeen: number;
  readonly rate: number;
  readonly openFrom: number;
  readonly random: () => number;
}

/** By the end of the pass the rate has come down to this part. */
const LAST_RATE = 0.1;
const BIAS_RATE = 0.0005;
/** An error smaller than this teaches nothing. */
const LEAST_ERROR = 0.003;

/** Finds the frequent groups of the examples, and fits their weights to the marks in one pass (logistic regression). */
export function fitGroups(examples: readonly Example[], { leastSeen, rate, openFrom, random }: GroupTraining): GroupFit {
  const known = frequentGroups(examples, leastSeen);
  const groups = { ...emptyGroups(known.keys, known.lengths), bias: new Float32Array(MARKS), openFrom };
  const fit = { groups, squares: new Float32Array(groups.weights.length), known };
  const errors = new Float32Array(MARKS);
  for (const [index, { words, marks }] of shuffled(examples, random).entries()) {
    const runs = toRuns(groups, words, { from: 0, to: words.count });
    const now = rate * (1 - (1 - LAST_RATE) * (index / examples.length));
    for (let gap = 0; gap < words.count; gap++) {
      errors.set(groups.bias);
      forEachGroup(runs, gap, (place) => {
        for (let mark = 0; mark < MARKS; mark++) errors[mark] = (errors[mark] ?? 0) + (groups.weights[place + mark] ?? 0);
      });
      toErrors(errors, marks[gap] ?? 0);
      for (let mark = 0; mark < MARKS; mark++) groups.bias[mark] = (groups.bias[mark] ?? 0) - BIAS_RATE * (errors[mark] ?? 0);
      learnGroups(fit, { runs, gap }, { errors, at: 0, rate: now });
    }
  }
  return fit;
}

/** Scores become shares less the truth. */
function toErrors(scores: Float32Array, gold: number): void {
  const top = Math.max(...scores);
  let sum = 0;
  for (let mark = 0; mark < MARKS; mark++) sum += Math.exp((scores[mark] ?? 0) - top);
  for (let mark = 0; mark < MARKS; mark++) scores[mark] = Math.exp((scores[mark] ?? 0) - top) / sum - Number(mark === gold);
}

/** Moves the weights of a gap's groups against its errors, the `MARKS` numbers from `at` on. */
export function learnGroups(
  { groups: { weights }, squares }: GroupFit,
  { runs, gap }: { readonly runs: Runs; readonly gap: number },
  { errors, at, rate }: { readonly errors: Float32Array; readonly at: number; readonly rate: number },
): void {
  if (largest(errors, at) < LEAST_ERROR) return;
  forEachGroup(runs, gap, (place) => {
    for (let mark = 0; mark < MARKS; mark++) {
      const error = errors[at + mark] ?? 0;
      const square = (squares[place + mark] ?? 0) + error * error;
      squares[place + mark] = square;
      weights[place + mark] = (weights[place + mark] ?? 0) - (rate * error) / (Math.sqrt(square) + 1);
    }
  });
}

function largest(errors: Float32Array, at: number): number {
  let top = 0;
  for (let mark = 0; mark < MARKS; mark++) top = Math.max(top, Math.abs(errors[at + mark] ?? 0));
  return top;
}

/** Cells of the first, rough count: keys that share one are counted together. */
const CELL_BITS = 26;
const MOST = 255;

/** The groups seen at least so often, the shortest first, by their keys. */
function frequentGroups(examples: readonly Example[], leastSeen: number): GroupFit['known'] {
  const cells = new Uint8Array(2 ** CELL_BITS);
  const cellOf = (key: number): number => key >>> (32 - CELL_BITS);
  forEachKey(examples, (key) => {
    const cell = cellOf(key);
    if ((cells[cell] ?? 0) < MOST) cells[cell] = (cells[cell] ?? 0) + 1;
  });
  const frequent = new Map<number, number>();
  forEachKey(examples, (key, length) => {
    if ((cells[cellOf(key)] ?? 0) >= leastSeen && !frequent.has(key)) frequent.set(key, length);
  });
  const sorted = [...frequent].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  return { keys: Int32Array.from(sorted, ([key]) => key), lengths: Uint8Array.from(sorted, ([, length]) => length) };
}

function forEachKey(examples: readonly Example[], take: (key: number, length: number) => void): void {
  for (const { words } of examples)
    for (const [index, keys] of keysOf(words, { from: 0, to: words.count }).entries()) for (const key of keys) take(key, index + 1);
}
