/** Sizes of the network. */
export interface NetShape {
  /** Rows of the word table: frequent words, then classes of word endings, then the edge of the text. */
  readonly rows: number;
  /** Numbers that stand for one word. */
  readonly width: number;
  /** Numbers that carry what was read so far, in each direction. */
  readonly states: number;
  /** Hidden units of a gap. */
  readonly units: number;
}

/**
 * A small network that says which mark stands in the gap after each word. One gated scan reads the words from the left, one from the
 * right (`state += gate * (input - state)`); a gap's units see both states and the six words around the gap.
 */
export interface GapNet {
  readonly shape: NetShape;
  readonly embeddings: Float32Array;
  readonly projections: Float32Array;
  readonly stateBias: Float32Array;
  readonly fromLeft: Float32Array;
  readonly fromRight: Float32Array;
  readonly unitBias: Float32Array;
  readonly toMarks: Float32Array;
  readonly markBias: Float32Array;
}

/** Words around a gap that its units see directly: from two before the word in front of it to three after. */
export const FIRST_SEEN = -2;
export const SEEN = 6;
/** Places kept free at both ends of a row of words. */
export const PADDING = 3;

/** Columns of a table row: the word's part in the left scan (as previous word, as this word), the right scan, and each gap around it. */
export function columnsOf({ states, units }: NetShape): number {
  return 8 * states + SEEN * units;
}

/** A stretch of words as the network reads it. */
export interface Stretch {
  readonly count: number;
  /** Table row of each word, with `PADDING` rows for the edge before and after. */
  readonly places: Int32Array;
  /** 1 for gaps that are worth a look. */
  readonly open: Uint8Array;
  /** What the groups of words around each gap say, `MARKS` log-odds a gap: the network starts from there. */
  readonly scores: Float32Array;
}

/** What the network computed on a stretch. */
export interface Reading {
  /** State of the left scan after word `i` at `i + 1`; of the right scan down to word `i` at `i`. */
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly units: Float32Array;
}
