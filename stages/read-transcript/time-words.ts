import type { Segment } from '../../schemas/document.js';
import type { Span } from '../../schemas/span.js';

/** A word of the text with its time. */
export interface TimedWord extends Span {
  readonly startMs: number;
  readonly endMs: number;
  /** True where the word begins a segment: there the time is the source's own. */
  readonly opensSegment: boolean;
}

/** The words of all segments that have times; inside a segment the time is shared out by characters. */
export function timeWords(text: string, segments: readonly Segment[]): TimedWord[] {
  return segments.flatMap((segment) => {
    const { start, end, startMs, endMs } = segment;
    if (startMs === undefined || endMs === undefined) return [];
    const msOf = (at: number): number => startMs + ((at - start) / Math.max(1, end - start)) * (endMs - startMs);
    const words: TimedWord[] = [];
    let from = start;
    while (from < end) {
      const space = text.indexOf(' ', from);
      const to = space === -1 || space > end ? end : space;
      words.push({ start: from, end: to, startMs: msOf(from), endMs: msOf(to), opensSegment: from === start });
      from = to + 1;
    }
    return words;
  });
}
