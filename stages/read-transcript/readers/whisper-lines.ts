import { countFaults } from '../count-faults.js';
import type { ReaderLexicon } from '../lexicon.js';
import { segmentTimes, type RawSegment } from '../raw-segment.js';
import { readSegments } from '../read-segments.js';
import type { Reader, Reading } from '../reader.js';
import type { SourceLine, SourceText } from '../source-text.js';
import { toMs } from '../timecode.js';

// "[00:00:02.580 --> 00:00:10.960]   - So much of it"; not "[Music]". Two spaces part the times from the words' own.
const TIMED_LINE = /^\s*\[(?<from>[\d:.,]{5,15}) --> (?<to>[\d:.,]{5,15})\] {0,2}(?<words>.*)$/u;
// The colours of `-pc`: an escape character, then "[38;5;160m".
const COLOUR = /\u001B\[[\d;]{0,20}m/gu;
const SAMPLE_LINES = 400;
const MESSAGES = { 'untimed-line': 'a line without times was read as a part of the segment before it' };

/** whisper.cpp's standard output: a line a segment with its times, `- ` or a label where another voice begins. */
export const whisperLines: Reader = {
  format: 'whisper-lines',
  score: ({ lines }) => {
    const filled = lines.slice(0, SAMPLE_LINES).filter((line) => line.text.trim() !== '');
    const timed = filled.filter((line) => TIMED_LINE.test(line.text));
    return filled.length === 0 ? 0 : Math.min(1, (2 * timed.length) / filled.length);
  },
  read: (source, lexicon) => read(source, lexicon),
};

type LineSegment = RawSegment & { readonly lines: SourceLine[] };

function read({ lines }: SourceText, lexicon: ReaderLexicon): Reading {
  const segments: LineSegment[] = [];
  const faults = countFaults();
  for (const { number, text: raw } of lines) {
    const text = raw.includes('\u001B') ? raw.replace(COLOUR, '') : raw;
    if (text.trim() === '') continue;
    const fields = TIMED_LINE.exec(text)?.groups;
    const line = { number, text: fields?.words ?? text };
    if (fields === undefined) faults.add('untimed-line', number);
    const before = segments.at(-1);
    if (fields === undefined && before !== undefined) before.lines.push(line);
    else if (fields === undefined) segments.push({ line: number, lines: [line] });
    else segments.push(timedSegment(number, segmentTimes(toMs(fields.from ?? ''), toMs(fields.to ?? '')), [line]));
  }
  const reading = readSegments(segments, lexicon);
  return { ...reading, diagnostics: [...faults.diagnostics(MESSAGES), ...reading.diagnostics] };
}

// No spread into a literal here: a transcript has thousands of segments.
function timedSegment(line: number, times: ReturnType<typeof segmentTimes>, lines: SourceLine[]): LineSegment {
  const { startMs, endMs } = times;
  return startMs === undefined || endMs === undefined ? { line, lines, unreadableTimes: true } : { line, lines, startMs, endMs };
}
