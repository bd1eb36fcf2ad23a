/**
 * What a reader hands over, in the order of the source: words, events, and changes of voice. `assemble` turns a row of pieces into
 * the canonical text, so no reader ever counts an offset.
 */
export type Piece = WordsPiece | EventPiece | ChangePiece;

/** A stretch of words as the transcriber wrote them. Times are milliseconds. */
export interface WordsPiece {
  readonly type: 'words';
  readonly text: string;
  readonly line: number;
  readonly endLine?: number | undefined;
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
  /** True where the times are this very word's, not a whole segment's. */
  readonly timedWord?: true | undefined;
  /** True where the times are this piece's share of a longer stretch that the source times as a whole. */
  readonly guessedTimes?: true | undefined;
  /** True where these words go on a word of the piece before: no space stands between them. */
  readonly glued?: true | undefined;
}

/** Non-speech, or a hole in the text. */
export interface EventPiece {
  readonly type: 'event';
  readonly text: string;
  readonly line: number;
  readonly startMs?: number | undefined;
}

/** Another voice begins with the next words. */
export interface ChangePiece {
  readonly type: 'change';
  readonly label?: string;
}
