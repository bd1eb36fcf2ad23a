import type { WordRange } from './find-walls.js';
import type { Words } from './find-words.js';
import { PADDING, type Stretch } from './net-shape.js';
import { scoreGroups, toRuns, type WordGroups } from './word-groups.js';

/** The words that the network knows. */
export interface Vocabulary {
  /** Row of the word table by the word's hash. */
  readonly rows: ReadonlyMap<number, number>;
  /** Classes of word endings, for words without a row of their own. */
  readonly tails: number;
}

const SPREAD = 0x9e3779b1;

/** Number of rows: words, endings, and the edge of the text (the last row). */
export function rowCount({ rows, tails }: Vocabulary): number {
  return rows.size + tails + 1;
}

/** The rows of the words of a range, with the edge on both sides. */
function rowsOf(vocabulary: Vocabulary, words: Words, { from, to }: WordRange): Int32Array {
  const { rows, tails } = vocabulary;
  const places = new Int32Array(to - from + 2 * PADDING).fill(rowCount(vocabulary) - 1);
  for (let word = from; word < to; word++) {
    const tail = (Math.imul(words.tails[word] ?? 0, SPREAD) >>> 8) % tails;
    places[word - from + PADDING] = rows.get(words.hashes[word] ?? 0) ?? rows.size + tail;
  }
  return places;
}

/** What is known of words: one by one, and as groups. */
export interface KnownWords {
  readonly vocabulary: Vocabulary;
  readonly groups: WordGroups;
}

/** The words of a range as the network reads them. */
export function toStretch({ vocabulary, groups }: KnownWords, words: Words, range: WordRange): Stretch {
  const { scores, open } = scoreGroups(groups, toRuns(groups, words, range), range);
  return { count: range.to - range.from, places: rowsOf(vocabulary, words, range), open, scores };
}
