import type { SourceLine } from './source-text.js';

/**
 * A segment of any timed format as it stands in the source, mark-up and all: what a reader of such a format hands to `readSegments`.
 */
export interface RawSegment {
  /** Line of its times, or of its first words where it has none. */
  readonly line: number;
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
  /** True where the source gives times for it that cannot be read. */
  readonly unreadableTimes?: true | undefined;
  /** Speaker label from a field of its own (a column, an attribute). */
  readonly speaker?: string | undefined;
  /** The lines of its body, blank ones too. */
  readonly lines: readonly SourceLine[];
}

/** Times as a segment has them, or the mark that they cannot be read. An end before its start makes both unreadable. */
export function segmentTimes(
  startMs: number | undefined,
  endMs: number | undefined,
): Pick<RawSegment, 'startMs' | 'endMs' | 'unreadableTimes'> {
  return startMs === undefined || endMs === undefined || endMs < startMs ? { unreadableTimes: true } : { startMs, endMs };
}
