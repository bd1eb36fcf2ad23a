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
  for (const piece of pieces) {
    if (piece.type === 'change') pending = piece.label === undefined ? {} : { label: piece.label };
    else if (piece.type === 'event') waiting.push({ text: cleanWords(piece.text), line: piece.line, ...timesOf(piece.startMs) });
    else {
      const text = cleanWords(piece.text);
      if (text === '') continue;
      const start = length === 0 ? 0 : length + 1;
      if (pending !== undefined) changes.push({ at: start, ...pending });
      events.push(...waiting.splice(0).map((event) => ({ ...event, at: start })));
      pending = undefined;
      segments.push(segmentOf(piece, start, start + text.length));
      words.push(text);
      length = start + text.length;
    }
  }
  events.push(...waiting.map((event) => ({ ...event, at: length })));
  return { text: words.join(' '), layers: { segments, changes, events } };
}

function segmentOf(piece: WordsPiece, start: number, end: number): Segment {
  return { start, end, line: piece.line, endLine: piece.endLine ?? piece.line, ...timesOf(piece.startMs, piece.endMs) };
}

function timesOf(startMs?: number, endMs?: number): { startMs?: number; endMs?: number } {
  return { ...(startMs === undefined ? {} : { startMs }), ...(endMs === undefined ? {} : { endMs }) };
}
