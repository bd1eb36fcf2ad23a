import type { ReaderLexicon } from './lexicon.js';
import type { Piece } from './piece.js';
import { splitEvents } from './split-line.js';
import { toMs } from './timecode.js';

// A time in the middle of the words: "so [00:12:33] we left"; not "[inaudible 00:12:33]".
const TIME_MARK = /[[(](?<time>(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)[\])]/gu;

const MAYBE_TIME = /[[(]\d/u;

/** Words from one time to the next. */
export interface TimedPart {
  readonly text: string;
  readonly startMs: number | undefined;
}

/** Cuts words at the times among them; what stands before the first begins at `startMs`. */
export function timedParts(text: string, startMs: number | undefined): TimedPart[] {
  const parts: TimedPart[] = [];
  let from = 0;
  let time = startMs;
  for (const match of text.matchAll(TIME_MARK)) {
    parts.push({ text: text.slice(from, match.index), startMs: time });
    time = toMs(match.groups?.time ?? '');
    from = match.index + match[0].length;
  }
  return [...parts, { text: text.slice(from), startMs: time }];
}

/** Parts words at the times among them; each stretch after a time begins then. */
export function splitTimes(
  text: string,
  place: { readonly line: number; readonly startMs: number | undefined },
  lexicon: ReaderLexicon,
): Piece[] {
  if (!MAYBE_TIME.test(text)) return eachTimedOnce(splitEvents(text, place, lexicon));
  return timedParts(text, place.startMs).flatMap(({ text: words, startMs }) => {
    return eachTimedOnce(splitEvents(words, { line: place.line, startMs }, lexicon));
  });
}

/** The time is that of the first words. */
function eachTimedOnce(parts: Piece[]): Piece[] {
  if (parts.length < 2) return parts;
  return parts.map((part, nth) => (nth === 0 || part.type === 'change' ? part : withoutTime(part)));
}

function withoutTime(part: Exclude<Piece, { type: 'change' }>): Piece {
  return part.type === 'words' ? { type: 'words', text: part.text, line: part.line } : { type: 'event', text: part.text, line: part.line };
}
