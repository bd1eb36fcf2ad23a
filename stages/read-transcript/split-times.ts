import type { ReaderLexicon } from './lexicon.js';
import type { Piece } from './piece.js';
import { splitEvents } from './split-line.js';
import { toMs } from './timecode.js';

// A time in the middle of the words: "so [00:12:33] we left"; not "[inaudible 00:12:33]".
const TIME_MARK = /[[(](?<time>(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)[\])]/gu;
/** Parts words at the times among them; each stretch after a time begins then. */
export function splitTimes(
  text: string,
  place: { readonly line: number; readonly startMs: number | undefined },
  lexicon: ReaderLexicon,
): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let { startMs } = place;
  const push = (to: number): void => {
    const times = startMs === undefined ? {} : { startMs };
    const parts = splitEvents(text.slice(from, to), { line: place.line, ...times }, lexicon);
    // The time is that of the first words.
    for (const [nth, part] of parts.entries()) pieces.push(nth === 0 || part.type === 'change' ? part : withoutTime(part));
  };
  for (const match of text.matchAll(TIME_MARK)) {
    push(match.index);
    startMs = toMs(match.groups?.time ?? '');
    from = match.index + match[0].length;
  }
  push(text.length);
  return pieces;
}

function withoutTime(part: Exclude<Piece, { type: 'change' }>): Piece {
  return part.type === 'words' ? { type: 'words', text: part.text, line: part.line } : { type: 'event', text: part.text, line: part.line };
}
