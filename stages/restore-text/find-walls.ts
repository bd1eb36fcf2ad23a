import type { Words } from './find-words.js';
import { Mark } from './marks.js';

/** Half-open range of words. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** What a text lacks, place by place. */
export interface Lacks {
  /** Stretches without punctuation; each begins after a mark (or at the start) and ends with one (or at the end). */
  readonly walls: readonly WordRange[];
  /** 1 for words whose surroundings have hardly a capital. */
  readonly capitals: Uint8Array;
}

/** Words on each side that tell how a place is written. */
const MARK_WINDOW = 40;
const CAPITAL_WINDOW = 100;
/**
 * A place with fewer marks than one in this many words is a wall. In shows that people punctuated there is a mark every 7 words, and
 * fewer than 3 windows in 10,000 are that bare.
 */
const WORDS_PER_MARK = 32;
/** Shorter texts and rests say too little about how they are written. */
const SHORTEST_WALL = 20;
/** English has a capital every 8 words, not counting "I"; text with fewer than one in this many was put into small letters. */
const WORDS_PER_CAPITAL = 40;

/** Finds where a text lacks marks, and where it lacks capitals. The two are decided apart, and anew at each place. */
export function findLacks(words: Words): Lacks {
  const bare = isSparse(Uint8Array.from(words.marks.subarray(0, words.count), Number), {
    window: MARK_WINDOW,
    wordsPerHit: WORDS_PER_MARK,
  });
  const capitals = isSparse(words.capitals.subarray(0, words.count), { window: CAPITAL_WINDOW, wordsPerHit: WORDS_PER_CAPITAL });
  return { walls: growWalls(bare, words), capitals };
}

/** 1 where the window around a place has fewer than one hit in so many of its words. */
function isSparse(hits: Uint8Array, { window, wordsPerHit }: { window: number; wordsPerHit: number }): Uint8Array {
  const sparse = new Uint8Array(hits.length);
  let inside = 0;
  for (let ahead = 0; ahead < hits.length + window; ahead++) {
    if (ahead < hits.length && (hits[ahead] ?? 0) > 0) inside++;
    const place = ahead - window;
    if (place > window && (hits[place - window - 1] ?? 0) > 0) inside--;
    if (place < 0) continue;
    const size = Math.min(hits.length, place + window + 1) - Math.max(0, place - window);
    if (inside * wordsPerHit < size) sparse[place] = 1;
  }
  return sparse;
}

/** Bare places, each grown to the marks before and after it: where punctuation ends, the wall begins. */
function growWalls(bare: Uint8Array, { marks, count }: Words): WordRange[] {
  const walls: WordRange[] = [];
  let from = 0;
  let place = 0;
  while (place < count) {
    if (bare[place] !== 1) {
      if (marks[place] !== Mark.none) from = place + 1;
      place++;
      continue;
    }
    while (place < count && (bare[place] === 1 || marks[place - 1] === Mark.none)) place++;
    if (place - from >= SHORTEST_WALL) walls.push({ from, to: place });
    from = place;
  }
  return walls;
}
