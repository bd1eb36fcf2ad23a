import type { WordEvidence } from './score-gaps.js';

/** How far an episode's own habits of speech are believed. */
export interface Adaptation {
  /** Share of the log-odds that is added to a unit. */
  readonly trust: number;
  /** A habit seen so many times counts half. */
  readonly prior: number;
  /** How much each row of the role table tells of who speaks: "you know" more than "the". */
  readonly tellings: Float32Array;
}

/** A habit must be seen outside the unit at least this often. */
const FEWEST = 2;

/**
 * Learns from a first listening how each of the two voices talks in this episode ("you know", "interesting"), and adds that to what
 * is known of hosts and guests at large. A unit's own words never speak for themselves.
 *
 * @param first how likely each unit is in the first state. Posteriors that are too sure of themselves teach their own errors.
 */
export function adaptToVoices(evidence: WordEvidence, first: Float64Array, { trust, prior, tellings }: Adaptation): WordEvidence {
  const { roleRows, roleEnd, role } = evidence;
  const rows = tellings.length;
  const all = new Float64Array(rows);
  const firsts = new Float64Array(rows);
  let firstShare = 0;
  for (let unit = 0; unit < role.length; unit++) {
    const share = first[unit] ?? 0;
    const [from, to] = [roleEnd[unit - 1] ?? 0, roleEnd[unit] ?? 0];
    firstShare += (share * (to - from)) / roleRows.length;
    for (let index = from; index < to; index++) {
      const row = roleRows[index] ?? 0;
      all[row] = (all[row] ?? 0) + 1;
      firsts[row] = (firsts[row] ?? 0) + share;
    }
  }
  const base = logit(firstShare);
  const adapted = Float64Array.from(role);
  const own = new Uint16Array(rows);
  for (let unit = 0; unit < role.length; unit++) {
    const share = first[unit] ?? 0;
    const [from, to] = [roleEnd[unit - 1] ?? 0, roleEnd[unit] ?? 0];
    for (let index = from; index < to; index++) own[roleRows[index] ?? 0] = (own[roleRows[index] ?? 0] ?? 0) + 1;
    let sum = 0;
    for (let index = from; index < to; index++) {
      const row = roleRows[index] ?? 0;
      const times = own[row] ?? 0;
      own[row] = 0;
      const others = (all[row] ?? 0) - times;
      if (times === 0 || others < FEWEST) continue;
      const theirs = (firsts[row] ?? 0) - times * share;
      sum += (tellings[row] ?? 0) * (logit((theirs + prior * firstShare) / (others + prior)) - base);
    }
    adapted[unit] = (adapted[unit] ?? 0) + trust * sum;
  }
  return { ...evidence, role: adapted };
}

/** Log-odds, kept away from certainty. */
function logit(share: number): number {
  const safe = Math.min(0.999, Math.max(0.001, share));
  return Math.log(safe / (1 - safe));
}
