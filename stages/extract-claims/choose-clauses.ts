import type { ClauseModel } from './claim-model.js';
import type { Clause, Run } from './split-clauses.js';
import { MOST_TOKENS, type ClauseList, type WeighedClauses } from './weigh-clauses.js';

/** A clause with the chance that it, or one that shares at least half of its words, is a claim. */
export interface LikelyClause extends Clause {
  readonly likelihood: number;
}

export interface Choice {
  readonly chosen: readonly LikelyClause[];
  /** Every clause that had a chance. */
  readonly likely: LikelyClauses;
}

/** Clauses that have a chance, in columns and in order of their start. */
export interface LikelyClauses {
  readonly firsts: readonly number[];
  readonly ends: readonly number[];
  readonly likelihoods: Float64Array;
  /** Matched claims that each promises, closer matches counting more. */
  readonly gains: Float64Array;
}

/** Clauses with less of a chance than this are not looked at again. */
const LEAST_CHANCE = 0.004;
/** Two clauses that share this much of their tokens are the same claim. */
const SAME_CLAIM = 0.5;
/** What a clause that just about matches gains, against 1 for the very clause. */
const LEAST_GAIN = 0.8;

/**
 * The chance of each clause to be a claim, over all ways to pick clauses of a run that do not overlap: a way's weight is the
 * exponential of the sum of its clauses' scores (a semi-Markov field, summed up forwards and backwards).
 */
export function chancesOf(run: Run, { firsts, ends, scores }: WeighedClauses): Float64Array {
  const size = run.end - run.first;
  const before = new Float64Array(size + 1).fill(-Infinity);
  const after = new Float64Array(size + 1);
  before[0] = 0;
  let next = 0;
  for (let offset = 0; offset <= size; offset++) {
    if (offset > 0) before[offset] = logAdd(before[offset] ?? 0, before[offset - 1] ?? 0);
    for (; next < firsts.length && firsts[next] === run.first + offset; next++) {
      const end = (ends[next] ?? 0) - run.first;
      before[end] = logAdd(before[end] ?? 0, (before[offset] ?? 0) + (scores[next] ?? 0));
    }
  }
  next = firsts.length - 1;
  for (let offset = size - 1; offset >= 0; offset--) {
    let sum = after[offset + 1] ?? 0;
    for (; next >= 0 && firsts[next] === run.first + offset; next--) {
      sum = logAdd(sum, (scores[next] ?? 0) + (after[(ends[next] ?? 0) - run.first] ?? 0));
    }
    after[offset] = sum;
  }
  const all = before[size] ?? 0;
  return scores.map((score, index) =>
    Math.exp((before[(firsts[index] ?? 0) - run.first] ?? 0) + score + (after[(ends[index] ?? 0) - run.first] ?? 0) - all),
  );
}

/** The clauses to keep: those that do not overlap and together promise the most matched claims, each worth more than the threshold. */
export function chooseClauses(run: Run, weighed: WeighedClauses, { threshold }: Pick<ClauseModel, 'threshold'>): Choice {
  const likely = likelyClauses(weighed, chancesOf(run, weighed));
  const size = run.end - run.first;
  // best[n]: what the first n tokens promise at most; taken[n]: the clause that ends there, in the best choice.
  const best = new Float64Array(size + 1);
  const taken = new Int32Array(size + 1).fill(-1);
  let next = 0;
  for (let offset = 0; offset <= size; offset++) {
    const before = best[offset - 1] ?? 0;
    if (before >= (best[offset] ?? 0)) {
      best[offset] = before;
      taken[offset] = -1;
    }
    for (; next < likely.firsts.length && likely.firsts[next] === run.first + offset; next++) {
      const end = (likely.ends[next] ?? 0) - run.first;
      const value = (best[offset] ?? 0) + (likely.gains[next] ?? 0) - threshold;
      if (value <= (best[end] ?? 0)) continue;
      best[end] = value;
      taken[end] = next;
    }
  }
  const chosen: LikelyClause[] = [];
  for (let offset = size; offset > 0;) {
    const index = taken[offset] ?? -1;
    if (index < 0) offset--;
    else {
      const first = likely.firsts[index] ?? 0;
      chosen.push({ first, end: run.first + offset, likelihood: likely.likelihoods[index] ?? 0 });
      offset = first - run.first;
    }
  }
  return { chosen: chosen.reverse(), likely };
}

/** Adds up the chances of all clauses that would count as the same claim. */
function likelyClauses({ firsts, ends }: ClauseList, chances: Float64Array): LikelyClauses {
  const live: number[] = [];
  for (let index = 0; index < chances.length; index++) if ((chances[index] ?? 0) > LEAST_CHANCE) live.push(index);
  const likelihoods = new Float64Array(live.length);
  const gains = new Float64Array(live.length);
  let near = 0;
  for (let index = 0; index < live.length; index++) {
    const clause = live[index] ?? 0;
    const first = firsts[clause] ?? 0;
    const end = ends[clause] ?? 0;
    let likelihood = 0;
    let gain = (chances[clause] ?? 0) * NUDGE;
    while ((firsts[live[near] ?? 0] ?? 0) + MOST_TOKENS <= first) near++;
    for (let place = near; place < live.length; place++) {
      const other = live[place] ?? 0;
      const otherFirst = firsts[other] ?? 0;
      if (otherFirst >= end) break;
      const otherEnd = ends[other] ?? 0;
      const shared = Math.min(end, otherEnd) - Math.max(first, otherFirst);
      const overlap = shared / (end - first + (otherEnd - otherFirst) - shared);
      if (shared <= 0 || overlap < SAME_CLAIM) continue;
      likelihood += chances[other] ?? 0;
      gain += (chances[other] ?? 0) * (LEAST_GAIN + (1 - LEAST_GAIN) * ((overlap - SAME_CLAIM) / (1 - SAME_CLAIM)));
    }
    likelihoods[index] = Math.min(1, likelihood);
    gains[index] = gain;
  }
  return { firsts: live.map((index) => firsts[index] ?? 0), ends: live.map((index) => ends[index] ?? 0), likelihoods, gains };
}

/** Between clauses that promise the same, the likelier one is taken. */
const NUDGE = 0.05;

function logAdd(a: number, b: number): number {
  if (a === -Infinity) return b;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
