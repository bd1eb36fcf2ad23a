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
  readonly likelihoods: readonly number[];
  /** Matched claims that each promises, closer matches counting more. */
  readonly gains: readonly number[];
}

/** Where the ways through a document's runs are added up: one value for each place between tokens, the same arrays for all runs. */
export interface Lattice {
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** What the tokens up to a place promise at most, and the clause that ends there in the best choice (-1: none does). */
  readonly best: Float64Array;
  readonly taken: Int32Array;
}

/** A lattice for a text of so many tokens. */
export function toLattice(count: number): Lattice {
  const column = (): Float64Array => new Float64Array(count + 1);
  return { before: column(), after: column(), best: column(), taken: new Int32Array(count + 1) };
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
export function chancesOf(run: Run, { firsts, ends, scores }: WeighedClauses, { before, after }: Lattice): number[] {
  before.fill(-Infinity, run.first, run.end + 1);
  before[run.first] = 0;
  for (let at = run.first, next = 0; at <= run.end; at++) {
    if (at > run.first) before[at] = logAdd(before[at] ?? 0, before[at - 1] ?? 0);
    for (; next < firsts.length && firsts[next] === at; next++) {
      const end = ends[next] ?? 0;
      before[end] = logAdd(before[end] ?? 0, (before[at] ?? 0) + (scores[next] ?? 0));
    }
  }
  after[run.end] = 0;
  for (let at = run.end - 1, next = firsts.length - 1; at >= run.first; at--) {
    let sum = after[at + 1] ?? 0;
    for (; next >= 0 && firsts[next] === at; next--) sum = logAdd(sum, (scores[next] ?? 0) + (after[ends[next] ?? 0] ?? 0));
    after[at] = sum;
  }
  const all = before[run.end] ?? 0;
  return scores.map((score, index) => Math.exp((before[firsts[index] ?? 0] ?? 0) + score + (after[ends[index] ?? 0] ?? 0) - all));
}

/** The clauses to keep: those that do not overlap and together promise the most matched claims, each worth more than the threshold. */
export function chooseClauses(
  run: Run,
  weighed: WeighedClauses,
  { lattice, threshold }: { readonly lattice: Lattice; readonly threshold: number },
): Choice {
  const likely = likelyClauses(weighed, chancesOf(run, weighed, lattice));
  const { best, taken } = lattice;
  best.fill(0, run.first, run.end + 1);
  taken.fill(-1, run.first, run.end + 1);
  for (let at = run.first, next = 0; at <= run.end; at++) {
    const before = at > run.first ? (best[at - 1] ?? 0) : 0;
    if (before >= (best[at] ?? 0)) {
      best[at] = before;
      taken[at] = -1;
    }
    for (; next < likely.firsts.length && likely.firsts[next] === at; next++) {
      const end = likely.ends[next] ?? 0;
      const value = (best[at] ?? 0) + (likely.gains[next] ?? 0) - threshold;
      if (value <= (best[end] ?? 0)) continue;
      best[end] = value;
      taken[end] = next;
    }
  }
  const chosen: LikelyClause[] = [];
  for (let at = run.end; at > run.first;) {
    const index = taken[at] ?? -1;
    if (index < 0) at--;
    else {
      const first = likely.firsts[index] ?? 0;
      chosen.push({ first, end: at, likelihood: likely.likelihoods[index] ?? 0 });
      at = first;
    }
  }
  return { chosen: chosen.reverse(), likely };
}

/** Adds up the chances of all clauses that would count as the same claim. */
function likelyClauses({ firsts: allFirsts, ends: allEnds }: ClauseList, allChances: readonly number[]): LikelyClauses {
  const firsts: number[] = [];
  const ends: number[] = [];
  const chances: number[] = [];
  for (let index = 0; index < allChances.length; index++) {
    const chance = allChances[index] ?? 0;
    if (chance <= LEAST_CHANCE) continue;
    firsts.push(allFirsts[index] ?? 0);
    ends.push(allEnds[index] ?? 0);
    chances.push(chance);
  }
  const likelihoods: number[] = [];
  const gains: number[] = [];
  let near = 0;
  for (let index = 0; index < firsts.length; index++) {
    const first = firsts[index] ?? 0;
    const end = ends[index] ?? 0;
    let likelihood = 0;
    let gain = (chances[index] ?? 0) * NUDGE;
    while ((firsts[near] ?? 0) + MOST_TOKENS <= first) near++;
    for (let other = near; other < firsts.length && (firsts[other] ?? 0) < end; other++) {
      const otherFirst = firsts[other] ?? 0;
      const otherEnd = ends[other] ?? 0;
      const shared = Math.min(end, otherEnd) - Math.max(first, otherFirst);
      const overlap = shared / (end - first + (otherEnd - otherFirst) - shared);
      if (shared <= 0 || overlap < SAME_CLAIM) continue;
      const chance = chances[other] ?? 0;
      likelihood += chance;
      gain += chance * (LEAST_GAIN + (1 - LEAST_GAIN) * ((overlap - SAME_CLAIM) / (1 - SAME_CLAIM)));
    }
    likelihoods.push(Math.min(1, likelihood));
    gains.push(gain);
  }
  return { firsts, ends, likelihoods, gains };
}

/** Between clauses that promise the same, the likelier one is taken. */
const NUDGE = 0.05;

function logAdd(a: number, b: number): number {
  // Beyond this the smaller of the two makes no difference.
  if (a - b > 40) return a;
  if (b - a > 40) return b;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
