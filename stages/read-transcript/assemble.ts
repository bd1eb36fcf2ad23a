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
  let pending: Extract<Piece, { type: 'change' }> | undefined;
  let length = 0;
  for (const piece of joinGlued(pieces)) {
    if (piece.type === 'change') pending = piece;
    else if (piece.type === 'event') waiting.push({ text: cleanWords(piece.text), line: piece.line, ...timesOf(piece.startMs) });
    else {
      const text = cleanWords(piece.text);
      if (text === '') continue;
      const start = length === 0 ? 0 : length + 1;
      if (pending !== undefined) changes.push(pending.label === undefined ? { at: start } : { at: start, label: pending.label });
      if (waiting.length > 0) for (const event of waiting.splice(0)) events.push({ ...event, at: start });
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
  const { line, startMs, endMs } = piece;
  const endLine = piece.endLine ?? line;
  // What most have in one literal, the rest field by field: spreading thousands of small objects takes longer than all else here.
  const segment: { -readonly [Key in keyof Segment]: Segment[Key] } =
    startMs !== undefined && isEnd(startMs, endMs) ? { start, end, line, endLine, startMs, endMs } : { start, end, line, endLine };
  if (segment.startMs === undefined && startMs !== undefined) segment.startMs = startMs;
  if (segment.endMs === undefined && isEnd(startMs, endMs)) segment.endMs = endMs;
  if (piece.timedWord === true) segment.timedWord = true;
  if (piece.guessedTimes === true) segment.guessedTimes = true;
  return segment;
}

/** Times as they are. */
function timesOf(startMs?: number, endMs?: number): { startMs?: number; endMs?: number } {
  return { ...(startMs === undefined ? {} : { startMs }), ...(isEnd(startMs, endMs) ? { endMs } : {}) };
}

/** An end before its start is no end (words joined from pieces whose times are at odds). */
function isEnd(startMs: number | undefined, endMs: number | undefined): endMs is number {
  return endMs !== undefined && (startMs === undefined || endMs >= startMs);
}
