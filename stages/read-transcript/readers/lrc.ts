import type { ReaderLexicon } from '../lexicon.js';
import type { RawSegment } from '../raw-segment.js';
import { readSegments } from '../read-segments.js';
import type { Reader, Reading } from '../reader.js';
import type { SourceText } from '../source-text.js';
import { toMsLoosely } from '../timecode.js';

// "[01:02.34]So it goes", "[75:02.34] So"; not "[01:02] So", "[00:00:01.000 --> 00:00:02.000] So".
const TIMED = /^\s*\[(?<time>\d{1,4}:\d{2}[.:]\d{1,3})\](?<words>.*)$/u;
// The header's fields: "[by:whisper.cpp]", "[ti: A title]".
const FIELD = /^\s*\[(?<name>[a-z#]{1,8}):(?<value>[^\]]{0,200})\]\s*$/iu;
const LEAST_SHARE = 0.6;
const SAMPLE_LINES = 400;

/** LRC, as whisper.cpp `-olrc` writes it: a line a segment, its start in brackets. */
export const lrc: Reader = {
  format: 'lrc',
  score: ({ lines }) => {
    const sample = lines.slice(0, SAMPLE_LINES).filter(({ text }) => text.trim() !== '');
    const filled = sample.filter(({ text }) => !FIELD.test(text));
    const timed = filled.filter(({ text }) => TIMED.test(text)).length;
    if (timed === 0 || timed < filled.length * LEAST_SHARE) return 0;
    // Without a header it may as well be labelled text with times.
    return filled.length < sample.length ? 0.96 : 0.92;
  },
  read: (source, lexicon) => read(source, lexicon),
};

function read({ lines }: SourceText, lexicon: ReaderLexicon): Reading {
  const title = lines
    .map(({ text }) => FIELD.exec(text)?.groups)
    .find((field) => field?.name?.toLowerCase() === 'ti')
    ?.value?.trim();
  const segments: RawSegment[] = [];
  for (const { number, text } of lines) {
    const fields = TIMED.exec(text)?.groups;
    if (fields === undefined && (text.trim() === '' || FIELD.test(text))) continue;
    const startMs = toMsLoosely((fields?.time ?? '').replace(/:(?=\d+$)/u, '.'));
    const times = fields === undefined ? {} : startMs === undefined ? { unreadableTimes: true as const } : { startMs };
    segments.push({ line: number, ...times, lines: [{ number, text: fields?.words ?? text }] });
  }
  const reading = readSegments(segments, lexicon);
  return title === undefined || title === '' ? reading : { ...reading, episode: { title } };
}
