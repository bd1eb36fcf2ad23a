import { readFrontMatter } from '../front-matter.js';
import type { ReaderLexicon } from '../lexicon.js';
import type { RawSegment } from '../raw-segment.js';
import { readSegments } from '../read-segments.js';
import type { Reader, Reading } from '../reader.js';
import type { SourceLine, SourceText } from '../source-text.js';
import { toMsLoosely } from '../timecode.js';

// A time before the words, or on a line of its own: "00:01:02 So", "[00:12] So", "(1:02:03) So", "0:07", "0:05 - So",
// "0:00:00.599,0:00:04.160", "[00:12.50 --> 00:14.00] So"; not "10:30 is when we met" in the middle of a text without such lines.
const TIMED =
  /^\s*[[(]?(?<from>\d{1,4}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)(?:\s*(?:-->|->|-|–|,|to)\s*(?<to>\d{1,4}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?))?(?<rest>.*)$/u;
// What follows the time: "] So", " - So", ": So", ") So", ""; not "pm sharp", "-year".
const AFTER_TIME = /^(?<close>[\])])?(?:\s*[-–—|:](?=\s)|(?=\s)|(?<=[\])])|$)\s*(?<words>.*)$/u;
// YouTube's panel says a time a second time, for screen readers: "4 seconds", "1 hour, 2 minutes, 5 seconds".
const SPELLED_TIME = /^\s*(?:\d{1,2} hours?(?:, )?)?(?:\d{1,2} minutes?(?:, )?)?(?:\d{1,2} seconds?)?\s*$/u;
// Mark-up of a label after the time belongs to labelled text: "0:00:00.0 **Ann Lee** So".
const MARKDOWN_LABEL = /^(?:\*\*|__)/u;
const SAMPLE_LINES = 400;

interface TimedLine {
  readonly startMs: number;
  readonly endMs?: number;
  readonly words: string;
}

/** Lines that open with a time, or lines between times that stand alone: YouTube's panel, `.sbv`, plain exports of many tools. */
export const timestampLines: Reader = {
  format: 'timestamp-lines',
  score: ({ lines }) => {
    const filled = lines.slice(0, SAMPLE_LINES).filter(({ text }) => text.trim() !== '');
    const timed = filled.flatMap(({ text }) => timedLine(text) ?? []);
    if (timed.length < 2 || timed.some(({ words }) => MARKDOWN_LABEL.test(words))) return 0;
    const late = timed.filter(({ startMs }, index) => startMs < (timed[index - 1]?.startMs ?? 0)).length;
    return late > timed.length / 4 ? 0 : 0.9 * Math.min(1, (3 * timed.length) / filled.length);
  },
  read: (source, lexicon) => read(source, lexicon),
};

// What such a line begins with, and few others do.
const MAYBE_TIMED = /^\s*[[(]?\d/u;

function timedLine(text: string): TimedLine | undefined {
  if (!MAYBE_TIMED.test(text)) return undefined;
  const fields = TIMED.exec(text)?.groups;
  const after = AFTER_TIME.exec(fields?.rest ?? 'x')?.groups;
  const startMs = toMsLoosely(fields?.from ?? '');
  if (after === undefined || startMs === undefined) return undefined;
  const endMs = toMsLoosely(fields?.to ?? '');
  return { startMs, ...(endMs === undefined || endMs < startMs ? {} : { endMs }), words: after.words ?? '' };
}

function read({ lines }: SourceText, lexicon: ReaderLexicon): Reading {
  const { facts, rest } = readFrontMatter(lines);
  const segments: (RawSegment & { readonly lines: SourceLine[] })[] = [];
  for (const { number, text } of rest) {
    const timed = timedLine(text);
    const line = { number, text: timed?.words ?? text };
    const last = segments.at(-1);
    if (timed !== undefined) {
      const { startMs, endMs } = timed;
      segments.push({ line: number, startMs, ...(endMs === undefined ? {} : { endMs }), lines: [line] });
    } else if (last === undefined) segments.push({ line: number, lines: [line] });
    else if (!isTimeAgain(last, text)) last.lines.push(line);
  }
  return { ...readSegments(segments, lexicon), episode: facts };
}

function isTimeAgain({ lines }: RawSegment, text: string): boolean {
  return lines.length === 1 && lines[0]?.text.trim() === '' && SPELLED_TIME.test(text);
}
