import type { ChangeMark, ReadLayers, Layers, Segment, SpeechEvent } from '../../schemas/document.js';
import { cleanWords } from './clean-words.js';
import type { Piece, WordsPiece } from './piece.js';

export interface Assembled {
  /** The canonical text. */
  readonly text: string;
  readonly layers: Readonly<Pick<Layers, ReadLayers>>;
}

/**
 * Joins pieces into the canonical text, with segments, change marks and events laid over it. The only place where canonical offsets
 * are made. A change of voice with no words after it is dropped; two in a row are one.
 */
export function assemble(pieces: readonly Piece[]): Assembled {
  const words: string[] = [];
  const segments: Segment[] = [];
  const changes: ChangeMark[] = [];
  const waiting: Omit<SpeechEvent, 'at'>[] = [];
  const events: SpeechEvent[] = [];
  let pending: Omit<ChangeMark, 'at'> | undefined;
  let length = 0;
  for (const piece of joinGlued(pieces)) {
    if (piece.type === 'change') pending = piece.label === undefined ? {} : { label: piece.label };
    else if (piece.type === 'event') waiting.push({ text: cleanWords(piece.text), line: piece.line, ...timesOf(piece.startMs) });
    else {
      const text = cleanWords(piece.text);
      if (text === '') continue;
      const start = length === 0 ? 0 : length + 1;
      if (pending !== undefined) changes.push({ at: start, ...pending });
      for (const event of waiting.splice(0)) events.push({ ...event, at: start });
      pending = undefined;
      segments.push(segmentOf(piece, start, start + text.length));
      words.push(text);
      length = start + text.length;
    }
  }
  for (const event of waiting) events.push({ ...event, at: length });
  return { text: words.join(' '), layers: { segments, changes, events } };
}

/** Puts words that go on a word of the piece before into that piece, so that no space parts a word. */
function joinGlued(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (piece.type !== 'words' || piece.glued !== true || before?.type !== 'words') joined.push(piece);
    else
      joined[joined.length - 1] = {
        ...before,
        text: before.text + piece.text,
        endLine: piece.endLine ?? piece.line,
        ...timesOf(undefined, piece.endMs),
      };
  }
  return joined;
}

function segmentOf(piece: WordsPiece, start: number, end: number): Segment {
  const word = piece.timedWord === true ? { timedWord: true as const } : {};
  const guess = piece.guessedTimes === true ? { guessedTimes: true as const } : {};
  return { start, end, line: piece.line, endLine: piece.endLine ?? piece.line, ...timesOf(piece.startMs, piece.endMs), ...word, ...guess };
}

/** Times as they are; an end before its start is no end (words joined from pieces whose times are at odds). */
function timesOf(startMs?: number, endMs?: number): { startMs?: number; endMs?: number } {
  if (startMs !== undefined && endMs !== undefined && endMs < startMs) return { startMs };
  return { ...(startMs === undefined ? {} : { startMs }), ...(endMs === undefined ? {} : { endMs }) };
}
