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
  readonly likely: readonly LikelyClause[];
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
  const best = new Float64Array(size + 1);
  const taken: (Promising | undefined)[] = [];
  const byEnd: Promising[][] = [];
  for (const clause of likely) (byEnd[clause.end - run.first] ??= []).push(clause);
  for (let offset = 1; offset <= size; offset++) {
    best[offset] = best[offset - 1] ?? 0;
    for (const clause of byEnd[offset] ?? []) {
      const value = (best[clause.first - run.first] ?? 0) + clause.gain - threshold;
      if (value > (best[offset] ?? 0)) {
        best[offset] = value;
        taken[offset] = clause;
      }
    }
  }
  const chosen: LikelyClause[] = [];
  for (let offset = size; offset > 0; ) {
    const clause = taken[offset];
    if (clause === undefined) offset--;
    else {
      chosen.push({ first: clause.first, end: clause.end, likelihood: clause.likelihood });
      offset = clause.first - run.first;
    }
  }
  return { chosen: chosen.reverse(), likely };
}

interface Promising extends LikelyClause {
  /** Matched claims that it promises, closer matches counting more. */
  readonly gain: number;
}

/** Adds up the chances of all clauses that would count as the same claim. */
function likelyClauses({ firsts, ends }: ClauseList, chances: Float64Array): Promising[] {
  const live: (Clause & { readonly chance: number })[] = [];
  for (const [index, chance] of chances.entries()) {
    if (chance > LEAST_CHANCE) live.push({ first: firsts[index] ?? 0, end: ends[index] ?? 0, chance });
  }
  let near = 0;
  return live.map(({ first, end, chance }) => {
    let likelihood = 0;
    let gain = chance * NUDGE;
    while ((live[near]?.first ?? Infinity) + MOST_TOKENS <= first) near++;
    for (let index = near; index < live.length; index++) {
      const other = live[index];
      if (other === undefined || other.first >= end) break;
      const shared = Math.min(end, other.end) - Math.max(first, other.first);
      const overlap = shared / (end - first + (other.end - other.first) - shared);
      if (shared <= 0 || overlap < SAME_CLAIM) continue;
      likelihood += other.chance;
      gain += other.chance * (LEAST_GAIN + (1 - LEAST_GAIN) * ((overlap - SAME_CLAIM) / (1 - SAME_CLAIM)));
    }
    return { first, end, likelihood: Math.min(1, likelihood), gain };
  });
}

/** Between clauses that promise the same, the likelier one is taken. */
const NUDGE = 0.05;

function logAdd(a: number, b: number): number {
  if (a === -Infinity) return b;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
