import type { Span } from '../../../schemas/span.js';

/** Half-open range of words. */
export interface WordRange {
  readonly firstWord: number;
  readonly endWord: number;
}

// "word," | " "
const WORD = /\S+/gu;

/** The words of a text: runs of letters and marks between white space. */
export function wordsOf(text: string): Span[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/** The words that a span touches. */
export function rangeOf(words: readonly Span[], span: Span): WordRange {
  return { firstWord: countBefore(words, ({ end }) => end <= span.start), endWord: countBefore(words, ({ start }) => start < span.end) };
}

function countBefore(words: readonly Span[], isBefore: (word: Span) => boolean): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const word = words[middle];
    if (word !== undefined && isBefore(word)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Shared words over words of both. */
export function overlapOf(a: WordRange, b: WordRange): number {
  const shared = Math.min(a.endWord, b.endWord) - Math.max(a.firstWord, b.firstWord);
  return shared <= 0 ? 0 : shared / (a.endWord - a.firstWord + (b.endWord - b.firstWord) - shared);
}

export interface Match {
  readonly found: number;
  readonly marked: number;
  readonly overlap: number;
}

/** Matches found claims with marked ones, the closest first, one to one; at least half of the words are shared. */
export function matchClaims(found: readonly WordRange[], marked: readonly WordRange[]): Match[] {
  const pairs = found.flatMap((range, index) =>
    marked.flatMap((claim, other) => {
      const overlap = overlapOf(range, claim);
      return overlap >= 0.5 ? [{ found: index, marked: other, overlap }] : [];
    }),
  );
  pairs.sort((a, b) => b.overlap - a.overlap || a.found - b.found || a.marked - b.marked);
  const taken = new Set<number>();
  const used = new Set<number>();
  return pairs.filter((pair) => {
    if (taken.has(pair.found) || used.has(pair.marked)) return false;
    taken.add(pair.found);
    used.add(pair.marked);
    return true;
  });
}

/** Counts of what was found, marked and matched (how many of them word for word). */
export interface Tally {
  readonly found: number;
  readonly marked: number;
  readonly matched: number;
  readonly exact: number;
}

export function sumTallies(tallies: readonly Tally[]): Tally {
  const sum = (count: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + count(tally), 0);
  return { found: sum((t) => t.found), marked: sum((t) => t.marked), matched: sum((t) => t.matched), exact: sum((t) => t.exact) };
}

export function f1Of({ found, marked, matched }: Tally): number {
  return found + marked === 0 ? 0 : (2 * matched) / (found + marked);
}
