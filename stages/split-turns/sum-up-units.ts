import type { Gaps } from './find-gaps.js';
import type { WordView } from './view-words.js';

/** What the boundary model wants to know of a unit: its edges, length, end mark and word classes. */
export interface Unit {
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly last: number;
  readonly lastButOne: number;
  /** Hash of all its words where there are few, else 0. */
  readonly whole: number;
  /** Bucket of its number of words. */
  readonly length: number;
  /** The punctuation mark, read or restored, that ends it; 0 where none does. */
  readonly end: number;
  /** Bits of all word classes in it, of its first word, of its second. */
  readonly classes: number;
  readonly firstClasses: number;
  readonly secondClasses: number;
  readonly capital: number;
}

/** Units of at most this many words are known as a whole: "Yeah, for sure." */
const SHORT_WORDS = 4;
/** Upper ends of the length buckets, in words. */
const LENGTHS = [1, 2, 3, 4, 6, 9, 14, 22, 34, 55];

/** The unit that opens at a gap, up to the next gap. */
export function unitAfter(view: WordView, gaps: Gaps, gap: number): Unit {
  return sumUp(view, gaps.token[gap] ?? 0, gaps.token[gap + 1] ?? 0);
}

export const NO_UNIT: Unit = {
  first: 0,
  second: 0,
  third: 0,
  last: 0,
  lastButOne: 0,
  whole: 0,
  length: 0,
  end: 0,
  classes: 0,
  firstClasses: 0,
  secondClasses: 0,
  capital: 0,
};

function sumUp(view: WordView, from: number, to: number): Unit {
  const edge = [0, 0, 0];
  const edgeClasses = [0, 0];
  let [last, lastButOne, whole, words, classes, end, capital] = [0, 0, 17, 0, 0, 0, 0];
  for (let index = from; index < to; index++) {
    const mark = view.mark[index] ?? 0;
    if (mark !== 0) {
      end = mark;
      continue;
    }
    const hash = view.hash[index] ?? 0;
    if (words === 0) capital = view.capital[index] ?? 0;
    if (words < 3) edge[words] = hash;
    if (words < 2) edgeClasses[words] = view.classes[index] ?? 0;
    lastButOne = last;
    last = hash;
    whole = Math.imul(whole, 31) + hash;
    classes |= view.classes[index] ?? 0;
    words++;
    end = view.restored[index] ?? 0;
  }
  return {
    first: edge[0] ?? 0,
    second: edge[1] ?? 0,
    third: edge[2] ?? 0,
    last,
    lastButOne,
    whole: words <= SHORT_WORDS ? whole | 0 : 0,
    length: bucketOf(words),
    end,
    classes,
    firstClasses: edgeClasses[0] ?? 0,
    secondClasses: edgeClasses[1] ?? 0,
    capital,
  };
}

function bucketOf(words: number): number {
  let bucket = 0;
  while (bucket < LENGTHS.length && words > (LENGTHS[bucket] ?? 0)) bucket++;
  return bucket;
}
