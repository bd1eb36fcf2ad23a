import { overlapOf, type WordRange } from './words.js';

/** A gold item and the prediction that answers it, by their places in the two rows. */
export interface Match {
  readonly gold: number;
  readonly predicted: number;
}

/** Pairs of ranges that overlap enough (words shared over words of both), one to one, the best overlap first. */
export function matchRanges(gold: readonly WordRange[], predicted: readonly WordRange[], least: number): readonly Match[] {
  const candidates = gold.flatMap((range, g) =>
    predicted.map((other, p) => ({ gold: g, predicted: p, overlap: overlapOf(range, other) })).filter(({ overlap }) => overlap >= least),
  );
  candidates.sort((a, b) => b.overlap - a.overlap || a.gold - b.gold || a.predicted - b.predicted);
  return oneToOne(candidates).sort((a, b) => a.gold - b.gold);
}

function oneToOne(candidates: readonly Match[]): Match[] {
  const taken = { gold: new Set<number>(), predicted: new Set<number>() };
  return candidates.filter(({ gold, predicted }) => {
    if (taken.gold.has(gold) || taken.predicted.has(predicted)) return false;
    taken.gold.add(gold);
    taken.predicted.add(predicted);
    return true;
  });
}

/** How many places of two sorted rows answer each other, one to one, at most `within` apart. */
export function countNear(gold: readonly number[], predicted: readonly number[], within: number): number {
  let near = 0;
  let g = 0;
  let p = 0;
  while (g < gold.length && p < predicted.length) {
    const apart = (gold[g] ?? 0) - (predicted[p] ?? 0);
    if (Math.abs(apart) <= within) near++;
    if (apart <= within) g++;
    if (apart >= -within) p++;
  }
  return near;
}
