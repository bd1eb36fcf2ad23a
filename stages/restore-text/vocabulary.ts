import type { Words } from './find-words.js';
import { PADDING, type Stretch } from './gap-net.js';

/** The words that the network knows, and how likely a mark stands beside each. */
export interface Vocabulary {
  /** Row of the word table by the word's hash. */
  readonly rows: ReadonlyMap<number, number>;
  /** Classes of word endings, for words without a row of their own. */
  readonly tails: number;
  /** Per row: log-odds of a mark after the word, and before it, less half the average. */
  readonly after: Float32Array;
  readonly before: Float32Array;
  /** A gap whose two words add up to less than this has no mark: 2 of 5 gaps, and 1 of 100 marks. */
  readonly openFrom: number;
}

const SPREAD = 0x9e3779b1;

/** Number of rows: words, endings, and the edge of the text (the last row). */
export function rowCount({ rows, tails }: Pick<Vocabulary, 'rows' | 'tails'>): number {
  return rows.size + tails + 1;
}

/** The rows of the words `from` to `to`, with the edge on both sides. */
function rowsOf(vocabulary: Pick<Vocabulary, 'rows' | 'tails'>, words: Words, { from, to }: { from: number; to: number }): Int32Array {
  const { rows, tails } = vocabulary;
  const places = new Int32Array(to - from + 2 * PADDING).fill(rowCount(vocabulary) - 1);
  for (let word = from; word < to; word++) {
    const tail = (Math.imul(words.tails[word] ?? 0, SPREAD) >>> 8) % tails;
    places[word - from + PADDING] = rows.get(words.hashes[word] ?? 0) ?? rows.size + tail;
  }
  return places;
}

/** The words `from` to `to` as the network reads them. */
export function toStretch(vocabulary: Vocabulary, words: Words, range: { from: number; to: number }): Stretch {
  const { after, before, openFrom } = vocabulary;
  const places = rowsOf(vocabulary, words, range);
  const count = range.to - range.from;
  const open = new Uint8Array(count);
  for (let gap = 0; gap < count; gap++) {
    const odds = (after[places[gap + PADDING] ?? 0] ?? 0) + (before[places[gap + PADDING + 1] ?? 0] ?? 0);
    if (odds > openFrom) open[gap] = 1;
  }
  return { count, places, open };
}
