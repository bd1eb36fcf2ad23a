import type { Segment } from '../schemas/document.js';
import type { TimeBasis } from '../schemas/graph.js';
import { lastStartingBy, type Span } from '../schemas/span.js';

/** Where a span lies in the source: its lines, and its times where the source has times. */
export interface Place {
  readonly line: number;
  readonly endLine: number;
  readonly startMs?: number;
  readonly endMs?: number;
  readonly timeBasis: TimeBasis;
}

interface Moment {
  readonly ms: number;
  readonly basis: 'word' | 'segment' | 'interpolated';
}

/** Lines and times of a span, from the segments it touches: the only place where they are derived. No time is made up where the source has none. */
export function placeOf(span: Span, segments: readonly Segment[]): Place {
  const first = segments[Math.max(0, lastStartingBy(segments, span.start))];
  const isShort = first !== undefined && span.end <= first.end;
  const last = isShort ? first : segments[Math.max(0, lastStartingBy(segments, Math.max(span.start, span.end - 1)))];
  const line = first?.line ?? 1;
  const endLine = last?.endLine ?? first?.endLine ?? 1;
  const start = first === undefined ? undefined : momentAt(span.start, first);
  const end = last === undefined ? undefined : momentAt(span.end, last);
  if (start === undefined || end === undefined) return { line, endLine, timeBasis: 'none' };
  return { line, endLine, startMs: start.ms, endMs: Math.max(start.ms, end.ms), timeBasis: weaker(start.basis, end.basis) };
}

function momentAt(at: number, segment: Segment): Moment | undefined {
  const { startMs, endMs } = segment;
  if (startMs === undefined || endMs === undefined) return undefined;
  const basis = segment.timedWord === true ? 'word' : segment.guessedTimes === true ? 'interpolated' : 'segment';
  if (at <= segment.start) return { ms: startMs, basis };
  if (at >= segment.end) return { ms: endMs, basis };
  const share = (at - segment.start) / (segment.end - segment.start);
  return { ms: Math.round(startMs + share * (endMs - startMs)), basis: 'interpolated' };
}

const FROM_WEAK_TO_STRONG = ['interpolated', 'segment', 'word'] as const;

function weaker(a: Moment['basis'], b: Moment['basis']): Moment['basis'] {
  return a === b ? a : (FROM_WEAK_TO_STRONG.find((basis) => basis === a || basis === b) ?? a);
}
