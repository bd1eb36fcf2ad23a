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
  readonly basis: 'segment' | 'interpolated';
}

/** Lines and times of a span, from the segments it touches: the only place where they are derived. No time is made up where the source has none. */
export function placeOf(span: Span, segments: readonly Segment[]): Place {
  const first = segments[Math.max(0, lastStartingBy(segments, span.start))];
  const last = segments[Math.max(0, lastStartingBy(segments, Math.max(span.start, span.end - 1)))];
  const lines = { line: first?.line ?? 1, endLine: last?.endLine ?? first?.endLine ?? 1 };
  const start = first === undefined ? undefined : momentAt(span.start, first);
  const end = last === undefined ? undefined : momentAt(span.end, last);
  if (start === undefined || end === undefined) return { ...lines, timeBasis: 'none' };
  const exact = start.basis === 'segment' && end.basis === 'segment';
  return { ...lines, startMs: start.ms, endMs: Math.max(start.ms, end.ms), timeBasis: exact ? 'segment' : 'interpolated' };
}

function momentAt(at: number, segment: Segment): Moment | undefined {
  const { startMs, endMs } = segment;
  if (startMs === undefined || endMs === undefined) return undefined;
  if (at <= segment.start) return { ms: startMs, basis: 'segment' };
  if (at >= segment.end) return { ms: endMs, basis: 'segment' };
  const share = (at - segment.start) / (segment.end - segment.start);
  return { ms: Math.round(startMs + share * (endMs - startMs)), basis: 'interpolated' };
}
