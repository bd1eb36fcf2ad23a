import { sumPaths } from './decode-voices.js';
import type { Gaps } from './find-gaps.js';
import type { WordEvidence } from './score-gaps.js';

/** How far an episode's own habits of speech are believed. */
export interface Adaptation {
  /** Share of the log-odds that is added to a sentence, and to a word of a wall. */
  readonly trust: number;
  readonly wallTrust: number;
  /** A habit seen so many times counts half. */
  readonly prior: number;
}

/** A habit must be seen outside the unit at least this often. */
const FEWEST = 2;

/**
 * Learns from a first decoding how each of the two voices talks in this episode ("you know", "interesting"), and adds that to what
 * is known of hosts and guests at large. A unit's own words never speak for themselves.
 */
export function adaptToVoices(evidence: WordEvidence, { inWall }: Gaps, { trust, wallTrust, prior }: Adaptation): WordEvidence {
  const { roleRows, roleEnd, role } = evidence;
  const { first } = sumPaths(evidence);
  const seen = new Map<number, { all: number; first: number }>();
  let firstShare = 0;
  eachRow(evidence, (unit, row) => {
    const share = first[unit] ?? 0;
    firstShare += share / roleRows.length;
    const counts = seen.get(row);
    if (counts === undefined) seen.set(row, { all: 1, first: share });
    else {
      counts.all++;
      counts.first += share;
    }
  });
  const base = logit(firstShare);
  const adapted = Float64Array.from(role);
  for (let unit = 0; unit < role.length; unit++) {
    const share = first[unit] ?? 0;
    const weight = inWall[unit] === 1 ? wallTrust : trust;
    const [from, to] = [roleEnd[unit - 1] ?? 0, roleEnd[unit] ?? 0];
    for (const [row, times] of countRows(roleRows, from, to)) {
      const counts = seen.get(row);
      const all = (counts?.all ?? 0) - times;
      if (all < FEWEST) continue;
      const own = (counts?.first ?? 0) - times * share;
      adapted[unit] = (adapted[unit] ?? 0) + weight * (logit((own + prior * firstShare) / (all + prior)) - base);
    }
  }
  return { ...evidence, role: adapted };
}

function eachRow({ roleRows, roleEnd }: WordEvidence, visit: (unit: number, row: number) => void): void {
  let unit = 0;
  for (const [index, row] of roleRows.entries()) {
    while (index >= (roleEnd[unit] ?? Infinity)) unit++;
    visit(unit, row);
  }
}

function countRows(rows: readonly number[], from: number, to: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let index = from; index < to; index++) {
    const row = rows[index] ?? 0;
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return counts;
}

/** Log-odds, kept away from certainty. */
function logit(share: number): number {
  const safe = Math.min(0.999, Math.max(0.001, share));
  return Math.log(safe / (1 - safe));
}
