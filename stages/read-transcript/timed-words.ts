import { readRuns, type MarkedSegment, type Run } from './mark-up.js';

/** Words of a YouTube caption, with the time at which they begin where the source has one. */
export interface TimedWords {
  readonly text: string;
  readonly startMs?: number | undefined;
}

/** A caption as YouTube's own formats have it. */
export interface Caption {
  readonly words: readonly TimedWords[];
  readonly times: Pick<MarkedSegment, 'line' | 'startMs' | 'endMs'>;
  /** True where it goes on the caption before, as if its words had always stood there. */
  readonly isAppended: boolean;
}

interface OpenLine {
  readonly number: number;
  text: string;
  readonly runs: Run[];
}

interface OpenCaption {
  readonly times: Caption['times'];
  endMs: number | undefined;
  readonly lines: OpenLine[];
  hasText: boolean;
}

/** Puts captions and what is appended to them together. Line ends among the words part lines; a caption without words ends the one before. */
export function segmentsOfCaptions(captions: Iterable<Caption>): MarkedSegment[] {
  const open: OpenCaption[] = [];
  for (const { words, times, isAppended } of captions) {
    const before = open.at(-1);
    const hasText = words.some(({ text }) => text.trim() !== '');
    const caption: OpenCaption =
      isAppended && before?.hasText === true
        ? before
        : { times, endMs: times.endMs, lines: [{ number: times.line, text: '', runs: [] }], hasText };
    addWords(caption.lines, words, times.line);
    if (caption !== before) open.push(caption);
    else if (hasText) caption.endMs = times.endMs ?? caption.endMs;
  }
  return open.filter(({ hasText }) => hasText).map(toSegment);
}

function addWords(lines: OpenLine[], words: readonly TimedWords[], number: number): void {
  for (const { text, startMs } of words)
    for (const [index, part] of (text.includes('\n') ? text.split('\n') : [text]).entries()) {
      if (index > 0) lines.push({ number, text: '', runs: [] });
      const line = lines.at(-1);
      if (line === undefined || part === '') continue;
      for (const run of readRuns(part)) {
        line.runs.push(startMs === undefined ? run : { text: run.text, startMs, voice: run.voice, highlighted: run.highlighted });
        line.text += run.text;
      }
    }
}

function toSegment({ times: { line, startMs }, endMs, lines }: OpenCaption): MarkedSegment {
  const isBackwards = startMs !== undefined && endMs !== undefined && endMs < startMs;
  return {
    line,
    startMs: isBackwards ? undefined : startMs,
    endMs: isBackwards || startMs === undefined ? undefined : endMs,
    unreadableTimes: isBackwards || undefined,
    speaker: undefined,
    lines: lines.every(isFilled) ? lines : lines.filter(isFilled),
    opensBlank: false,
  };
}

function isFilled({ text }: OpenLine): boolean {
  return text.trim() !== '';
}
