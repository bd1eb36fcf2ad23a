import { openingFeatures, OPENING_ROOM } from '../find-openings.js';
import type { WordView } from '../view-words.js';
import { SETTINGS } from './settings.js';

/** The words of a wall, the tokens at which a gap may lie, and who speaks from each of them on. */
export interface Wall {
  readonly view: WordView;
  readonly gaps: Int32Array;
  readonly speaker: Uint8Array;
}

/** Weights of the opening features, slot by slot, and the least sum with which a gap is looked at. */
export interface OpeningFit {
  readonly weights: Float32Array;
  readonly least: number;
}

/** Slots learnt from fewer gaps are dropped. */
const FEWEST_LESSONS = 60;
/** Log-odds of a change where nothing is known of the words. */
const RARE = -2;

/** Logistic regression over the gaps of walls; the threshold lets the wanted share of gaps pass. */
export function fitOpenings(walls: readonly Wall[], slots: number, random: () => number): OpeningFit {
  const { rate, decay, passes, shareOfOthers, passing } = SETTINGS.openings;
  const weights = new Float32Array(slots);
  const squares = new Float32Array(slots).fill(1);
  const lessons = new Uint16Array(slots);
  const row = new Int32Array(OPENING_ROOM);
  const mask = slots - 1;
  const sumOf = (view: WordView, at: number): number => {
    const count = openingFeatures(view, at, row);
    let sum = 0;
    for (let index = 0; index < count; index++) sum += weights[(row[index] ?? 0) & mask] ?? 0;
    return sum;
  };
  for (let pass = 0; pass < passes; pass++) {
    for (const { view, gaps, speaker } of walls) {
      for (let gap = 1; gap < gaps.length; gap++) {
        const changes = speaker[gap] !== speaker[gap - 1];
        if (!changes && random() >= shareOfOthers) continue;
        const error = (changes ? 1 : 0) - 1 / (1 + Math.exp(-RARE - sumOf(view, gaps[gap] ?? 0)));
        if (Math.abs(error) < 1e-3) continue;
        for (let index = 0, count = openingFeatures(view, gaps[gap] ?? 0, row); index < count; index++) {
          const slot = (row[index] ?? 0) & mask;
          const weight = weights[slot] ?? 0;
          const slope = error - decay * weight;
          const square = (squares[slot] ?? 0) + slope * slope;
          squares[slot] = square;
          weights[slot] = weight + (rate * slope) / Math.sqrt(square);
          if ((lessons[slot] ?? 0) < 65535) lessons[slot] = (lessons[slot] ?? 0) + 1;
        }
      }
    }
  }
  for (let slot = 0; slot < slots; slot++) if ((lessons[slot] ?? 0) < FEWEST_LESSONS) weights[slot] = 0;
  const sums = walls.flatMap(({ view, gaps }) => Array.from(gaps, (at) => sumOf(view, at)).filter(() => random() < 0.05));
  return { weights, least: sums.sort((a, b) => b - a)[Math.floor(passing * sums.length)] ?? 0 };
}
