import type { Diagnostic } from '../../../schemas/diagnostic.js';
import type { Reader, Reading } from '../reader.js';
import type { Piece } from '../piece.js';
import { splitChanges } from '../split-line.js';
import type { SourceText } from '../source-text.js';
import { toMs } from '../timecode.js';

// "[00:00:02.580 --> 00:00:10.960]   - So much of it"; not "[Music]".
const TIMED_LINE = /^\s*\[(?<from>[\d:.,]{5,15}) --> (?<to>[\d:.,]{5,15})\]\s?(?<words>.*)$/u;
// A dash that opens a line, or stands after the end of somebody's words: "- Right", "It was-- - Four times."; not "twenty - thirty".
const CHANGE = /^\s*-\s+|(?<=[.?!,\-…"])\s+-\s+(?=[\p{Lu}\p{N}"'(])/gu;

const SAMPLE_LINES = 400;

/** whisper.cpp's standard output: a line a segment with its times, `- ` where another voice begins. */
export const whisperLines: Reader = {
  format: 'whisper-lines',
  score: ({ lines }) => {
    const filled = lines.slice(0, SAMPLE_LINES).filter((line) => line.text.trim() !== '');
    const timed = filled.filter((line) => TIMED_LINE.test(line.text));
    return filled.length === 0 ? 0 : timed.length / filled.length;
  },
  read: (source, lexicon) => read(source, lexicon),
};

function read({ lines }: SourceText, lexicon: Parameters<Reader['read']>[1]): Reading {
  const pieces: Piece[] = [];
  const diagnostics: Diagnostic[] = [];
  let times: Times = {};
  for (const { number, text } of lines) {
    if (text.trim() === '') continue;
    const fields = TIMED_LINE.exec(text)?.groups;
    if (fields === undefined)
      diagnostics.push(warning('untimed-line', number, 'a line without times was read as a part of the segment before it'));
    else {
      const read = timesOf(fields.from, fields.to);
      if (read === undefined)
        diagnostics.push(warning('unreadable-time', number, 'the times cannot be read; the words are kept without them'));
      times = read ?? {};
    }
    pieces.push(...splitChanges(fields?.words ?? text, CHANGE, { place: { line: number, ...times }, lexicon }));
  }
  return { pieces, episode: {}, diagnostics };
}

interface Times {
  readonly startMs?: number;
  readonly endMs?: number;
}

function timesOf(from = '', to = ''): Times | undefined {
  const startMs = toMs(from);
  const endMs = toMs(to);
  return startMs === undefined || endMs === undefined || startMs > endMs ? undefined : { startMs, endMs };
}

function warning(rule: string, line: number, message: string): Diagnostic {
  return { rule: `read-transcript/${rule}`, severity: 'warning', line, message };
}
