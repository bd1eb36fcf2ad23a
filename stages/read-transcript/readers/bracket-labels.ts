import type { RawSegment } from '../raw-segment.js';
import { readSegments } from '../read-segments.js';
import type { Reader } from '../reader.js';
import type { SourceLine } from '../source-text.js';
import { toMsLoosely } from '../timecode.js';

// A recogniser's label before the words: "[SPEAKER_00]: So", "(speaker 0) So", "(speaker ?) So"; or its mark after them.
const LABELLED = /^\s*(?:\[[\p{L}\p{N}?][^[\]]{0,60}\]:|[[(]speaker[ _-]?(?:\d{1,3}|\?)[\])])|\[SPEAKER[_ ]TURN\]/iu;
// "[Ann Lee] [01:02] So", "[01:02] [Ann Lee] So"; not "[Music] So", "[01:02] So".
const WITH_TIME =
  /^\s*(?:\[(?<label>\p{L}[^[\]]{0,60})\]\s?\[(?<time>[\d:.]{4,12})\]|\[(?<timeFirst>[\d:.]{4,12})\]\s?\[(?<labelLast>\p{L}[^[\]]{0,60})\])\s*(?<words>.*)$/u;
const SAMPLE_LINES = 400;

/** Lines that open with a label in brackets: whisperX txt, whisper.cpp `-otxt` with `-di` or `-tdrz`, and such with a time beside the label. */
export const bracketLabels: Reader = {
  format: 'bracket-labels',
  score: ({ lines, json }) => {
    if (json !== undefined) return 0;
    const filled = lines.slice(0, SAMPLE_LINES).filter(({ text }) => text.trim() !== '');
    const labelled = filled.filter(({ text }) => LABELLED.test(text) || WITH_TIME.test(text)).length;
    return labelled < 2 && labelled < filled.length ? 0 : filled.length === 0 ? 0 : 0.96 * Math.min(1, (5 * labelled) / filled.length);
  },
  read: ({ lines }, lexicon) => readSegments(segmentsOf(lines), lexicon),
};

/** A segment a line; a line without a label goes on with a voice that has a time. */
function segmentsOf(lines: readonly SourceLine[]): RawSegment[] {
  const segments: (RawSegment & { readonly lines: SourceLine[] })[] = [];
  for (const line of lines) {
    const fields = WITH_TIME.exec(line.text)?.groups;
    const last = segments.at(-1);
    if (fields !== undefined) {
      const startMs = toMsLoosely(fields.time ?? fields.timeFirst ?? '');
      const times = startMs === undefined ? { unreadableTimes: true as const } : { startMs };
      const speaker = (fields.label ?? fields.labelLast ?? '').trim();
      segments.push({ line: line.number, ...times, speaker, lines: [{ number: line.number, text: fields.words ?? '' }] });
    } else if (last?.speaker !== undefined) last.lines.push(line);
    else segments.push({ line: line.number, lines: [line] });
  }
  return segments;
}
