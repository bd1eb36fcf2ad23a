import type { Span } from '../../schemas/span.js';

/** A text as numbers: one hash for each spoken word, and where the word stands. */
export interface HashedWords {
  readonly hashes: Uint32Array;
  /** Offsets into the text, half-open. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Words of a shingle: long enough to be rare, short enough to survive where one word in six is misheard. */
export const SHINGLE_WORDS = 4;

const SPOKEN = /[^ ]+/gu;
// What recognisers disagree about: "world-changing," and "worldchanging", "It's" and "its".
const UNSPOKEN = /[^\p{L}\p{N}]+/gu;

/** Hashes the words of a text; case, apostrophes, hyphens and punctuation do not count, and what has no letter is no word. */
export function hashWords(text: string): HashedWords {
  const hashes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: written, index } of text.matchAll(SPOKEN)) {
    const word = written.toLowerCase().replace(UNSPOKEN, '');
    if (word === '') continue;
    hashes.push(hashText(word));
    starts.push(index);
    ends.push(index + written.length);
  }
  return { hashes: Uint32Array.from(hashes), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/**
 * The shingles of a row of words, one for each word that has enough after it. The order of the words inside a shingle does not count.
 *
 * @example shingles(hashWords('it was a long day').hashes).length // 2
 */
export function shingles(words: Uint32Array): Uint32Array {
  const row = new Uint32Array(Math.max(0, words.length - SHINGLE_WORDS + 1));
  for (let at = 0; at < row.length; at++) {
    let sum = 0;
    for (let offset = 0; offset < SHINGLE_WORDS; offset++) sum = (sum + mix(words[at + offset] ?? 0)) >>> 0;
    row[at] = mix(sum);
  }
  return row;
}

/** One shingle in so many stands for the text; which ones depends on the shingle alone, so two texts keep the same. */
const SAMPLED = 4;

/** A small print of a text: sampled shingles, sorted, each once. Texts that share words share parts of their prints. */
export function printOf(words: HashedWords): Uint32Array {
  const sampled = shingles(words.hashes).filter((shingle) => shingle % SAMPLED === 0);
  return new Uint32Array(new Set(sampled.sort()));
}

/** The span from one word to another, both included. */
export function spanOfWords({ starts, ends }: HashedWords, first: number, last: number): Span {
  return { start: starts[first] ?? 0, end: ends[last] ?? 0 };
}

/** FNV-1a over UTF-16 code units. */
function hashText(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Spreads the bits, so that sums of word hashes do not collide and every bit may be sampled (the finisher of MurmurHash3). */
function mix(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
