import type { Diagnostic } from '../../schemas/diagnostic.js';
import { countFaults } from './count-faults.js';
import type { RawSegment } from './raw-segment.js';

/** What of a segment is about time. */
export type Timed = Pick<RawSegment, 'line' | 'startMs' | 'endMs' | 'unreadableTimes'>;

/** Above this share of overlapping segments, ends say how long words stay on the screen, not how long they are spoken. */
const DISPLAY_SHARE = 0.5;

const MESSAGES = {
  'unreadable-time': 'the times cannot be read; the words are kept without them',
  'segment-out-of-order': 'a segment begins before the one above it; the order of the source is kept',
  'overlapping-segments': 'a segment begins before the one above it ends',
};

/** Ends each segment where the next begins, in a source whose ends are those of a display (captions that stay while the next are spoken). */
export function clipDisplayTimes<T extends Timed>(segments: readonly T[]): readonly T[] {
  const overlapping = segments.filter((segment, index) => overlapsNext(segment, segments[index + 1])).length;
  if (overlapping === 0 || overlapping <= (segments.length - 1) * DISPLAY_SHARE) return segments;
  return segments.map((segment, index) => {
    const next = segments[index + 1]?.startMs;
    return overlapsNext(segment, segments[index + 1]) && next !== undefined ? { ...segment, endMs: next } : segment;
  });
}

/** Ends each segment that has only a start where the next begins: that is what such a source means. The last one has no end. */
export function endAtNext<T extends Timed>(segments: readonly T[]): readonly T[] {
  if (segments.every(({ startMs, endMs }) => startMs === undefined || endMs !== undefined)) return segments;
  return segments.map((segment, index) => {
    const next = segments[index + 1]?.startMs;
    const { startMs, endMs } = segment;
    return startMs !== undefined && endMs === undefined && next !== undefined && next >= startMs ? { ...segment, endMs: next } : segment;
  });
}

/** Warnings about segments that overlap, stand out of order, or have times that cannot be read. The words are kept in the source's order. */
export function checkTimes(segments: readonly Timed[]): Diagnostic[] {
  const faults = countFaults();
  let before: Timed | undefined;
  for (const segment of segments) {
    if (segment.unreadableTimes === true) faults.add('unreadable-time', segment.line);
    if (segment.startMs === undefined) continue;
    if (before?.startMs !== undefined && segment.startMs < before.startMs) faults.add('segment-out-of-order', segment.line);
    else if (before !== undefined && overlapsNext(before, segment)) faults.add('overlapping-segments', segment.line);
    before = segment;
  }
  return faults.diagnostics(MESSAGES);
}

function overlapsNext({ startMs, endMs }: Timed, next: Timed | undefined): boolean {
  return startMs !== undefined && endMs !== undefined && next?.startMs !== undefined && next.startMs >= startMs && next.startMs < endMs;
}
