/** How many of how many were right. */
export interface Count {
  readonly right: number;
  readonly of: number;
}

/** How many there are in the gold, how many were predicted, and how many of them answer each other. */
export interface Found {
  readonly gold: number;
  readonly predicted: number;
  readonly matched: number;
}

/** Precision, recall and their harmonic mean, with the counts behind them; null where there is nothing to divide by. */
export interface FoundScores extends Found {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** Counts the items that are right. */
export function countRight<Item>(items: readonly Item[], isRight: (item: Item) => boolean): Count {
  return { right: items.filter(isRight).length, of: items.length };
}

/** The same counts over several documents. */
export function sumCounts(counts: readonly Count[]): Count {
  return { right: sum(counts.map(({ right }) => right)), of: sum(counts.map((count) => count.of)) };
}

/** The same counts over several documents. */
export function sumFound(all: readonly Found[]): Found {
  return {
    gold: sum(all.map(({ gold }) => gold)),
    predicted: sum(all.map(({ predicted }) => predicted)),
    matched: sum(all.map(({ matched }) => matched)),
  };
}

/** The share that is right; null of nothing. */
export function shareOf({ right, of }: Count): number | null {
  return of === 0 ? null : rounded(right / of);
}

/** The mean; null of nothing. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : rounded(sum(values) / values.length);
}

/** Precision, recall and F1 of counts. */
export function foundScores({ gold, predicted, matched }: Found): FoundScores {
  return {
    precision: shareOf({ right: matched, of: predicted }),
    recall: shareOf({ right: matched, of: gold }),
    f1: shareOf({ right: 2 * matched, of: gold + predicted }),
    gold,
    predicted,
    matched,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Four decimals: more would only look exact. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
