import { sumPaths, type Potentials } from './decode-voices.js';
import type { Gaps } from './find-gaps.js';

/** What is believed of a source's change marks before looking: as if so many changes and gaps had been seen. */
export interface MarkHabits {
  /** Share of the changes that have no mark, and how many changes that belief is worth. */
  readonly missed: number;
  readonly missedWorth: number;
  /** Share of the other gaps that have one, and how many gaps that belief is worth. */
  readonly stray: number;
  readonly strayWorth: number;
}

const ROUNDS = 2;

/**
 * Adds what the source's marks say to what the words say. A mark is strong evidence of a change and its absence of none, but how
 * strong is learnt from this text: where marks and words disagree often, marks count less.
 */
export function weighMarks<Evidence extends Potentials>(evidence: Evidence, gaps: Gaps, habits: MarkHabits): Evidence {
  let { missed, stray } = habits;
  let weighed = evidence;
  for (let round = 0; round < ROUNDS; round++) {
    weighed = { ...evidence, change: withMarks(evidence.change, gaps, { missed, stray }) };
    const { change } = sumPaths(weighed);
    let [changes, missing, others, strays] = [0, 0, 0, 0];
    for (let gap = 1; gap < gaps.count; gap++) {
      const here = change[gap] ?? 0;
      changes += here;
      others += 1 - here;
      if (gaps.marked[gap] === 1) strays += 1 - here;
      else missing += here;
    }
    missed = (missing + habits.missed * habits.missedWorth) / (changes + habits.missedWorth);
    stray = (strays + habits.stray * habits.strayWorth) / (others + habits.strayWorth);
  }
  return weighed;
}

function withMarks(change: Float64Array, { marked }: Gaps, { missed, stray }: Pick<MarkHabits, 'missed' | 'stray'>): Float64Array {
  const forMark = Math.log((1 - missed) / stray);
  const forNone = Math.log(missed / (1 - stray));
  return change.map((score, gap) => score + (marked[gap] === 1 ? forMark : forNone));
}
