/** One line of a source file, with its 1-based number. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
}

/** A decoded source file, ready for the readers. */
export interface SourceText {
  readonly lines: readonly SourceLine[];
}

/** Splits a decoded file into numbered lines. Takes LF, CRLF and lone CR; a byte-order mark is dropped. */
export function toSourceText(content: string): SourceText {
  const text = content.startsWith('\uFEFF') ? content.slice(1) : content;
  return { lines: text.split(/\r\n|\n|\r/).map((line, index) => ({ number: index + 1, text: line })) };
}
