import type { ReaderLexicon } from './lexicon.js';
import type { MarkedLine } from './mark-up.js';
import type { Piece, WordsPiece } from './piece.js';
import type { RawSegment } from './raw-segment.js';
import { splitChanges, splitEvents, type LinePlace } from './split-line.js';

// A dash that opens the segment or a later line, or stands after the end of somebody's words; ">>"; tinydiarize's mark:
// "- Right", "Nine times. - Oh.", "so >> well", "-No.", "sure [SPEAKER_TURN]"; not "twenty - thirty", "-5".
const CHANGE =
  /^\s*[-–](?:\s+|(?=\p{Lu}))|\n[ \t]*[-–](?:[ \t]+(?=[\p{Lu}\p{N}"'([♪])|(?=\p{Lu}))|(?<=[.?!,\-…"])\s+-\s+(?=[\p{Lu}\p{N}"'(])|(?:^|\s)>>+\s*|\[SPEAKER[_ ]TURN\]/gu;
const MAYBE_CHANGE = /[-–]\s|^\s*[-–]|>>|SPEAKER|\n[ \t]*[-–]/u;
const TWO_WORDS = /\S\s+\S/u;

export interface RunContext {
  readonly lexicon: ReaderLexicon;
  /** Whether the source names the voice of these lines: then a mark before their first word says nothing more. */
  readonly isNamed: boolean;
  /** Whether the source times words: then the times of a segment of one word are that word's. */
  readonly isWordTimed: boolean;
}

/** Turns lines of one voice into pieces, cut at word times where there are any. */
export function piecesOfRuns(
  lines: readonly MarkedLine[],
  { startMs, endMs }: Pick<RawSegment, 'startMs' | 'endMs'>,
  { lexicon, isNamed, isWordTimed }: RunContext,
): Piece[] {
  const first = lines[0]?.number ?? 1;
  const last = lines.at(-1)?.number ?? first;
  const place: LinePlace = {
    line: first,
    endLine: last > first ? last : undefined,
    startMs,
    endMs: isEnd(startMs, endMs) ? endMs : undefined,
  };
  const text = lines.length === 1 ? (lines[0]?.text ?? '') : lines.map((line) => line.text).join('\n');
  const split = MAYBE_CHANGE.test(text) ? splitChanges(text, CHANGE, { place, lexicon }) : splitEvents(text, place, lexicon);
  const parts = isNamed && split[0]?.type === 'change' ? split.slice(1) : split;
  return isWordTimed ? cutAtTimes(parts, text, timedStretches(lines, place)) : parts;
}

/** Where in the text words with times of their own stand. */
interface TimedStretch extends LinePlace {
  readonly from: number;
  readonly to: number;
}

function timedStretches(lines: readonly MarkedLine[], { startMs, endMs }: Pick<LinePlace, 'startMs' | 'endMs'>): TimedStretch[] {
  const stretches: TimedStretch[] = [];
  let open: { -readonly [Key in keyof TimedStretch]: TimedStretch[Key] } | undefined;
  let at = 0;
  for (const { number: line, runs } of lines) {
    for (const run of runs) {
      // Words without an end of their own end where the next begin.
      if (open !== undefined && run.startMs !== undefined) open.endMs = isEnd(open.startMs, run.startMs) ? run.startMs : undefined;
      const start = run.startMs ?? startMs;
      const end = run.endMs ?? endMs;
      const stretch = { from: at, to: at + run.text.length, line, startMs: start, endMs: isEnd(start, end) ? end : undefined };
      stretches.push(stretch);
      open = run.endMs === undefined ? stretch : undefined;
      at = stretch.to;
    }
    at += 1;
  }
  return stretches;
}

/** Cuts the pieces of a text where its timed stretches meet. */
function cutAtTimes(parts: readonly Piece[], text: string, stretches: readonly TimedStretch[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let next = 0;
  for (const part of parts) {
    if (part.type !== 'words') {
      pieces.push(part);
      continue;
    }
    const from = text.indexOf(part.text, at);
    at = from + part.text.length;
    while ((stretches[next]?.to ?? at) <= from) next++;
    for (let index = next; index < stretches.length; index++) {
      const stretch = stretches[index];
      if (stretch === undefined || stretch.from >= at) break;
      const start = Math.max(from, stretch.from);
      const words = text.slice(start, Math.min(at, stretch.to));
      if (words.trim() !== '') pieces.push(wordsPiece(words, stretch, isGlued({ text, start, from })));
    }
  }
  return pieces;
}

function isGlued({ text, start, from }: { readonly text: string; readonly start: number; readonly from: number }): boolean {
  return start > from && !/\s/u.test(text.slice(start - 1, start + 1));
}

function wordsPiece(text: string, { line, startMs, endMs }: TimedStretch, glued: boolean): WordsPiece {
  const timedWord = startMs !== undefined && !TWO_WORDS.test(text) ? true : undefined;
  return { type: 'words', text, line, endLine: undefined, startMs, endMs, timedWord, guessedTimes: undefined, glued: glued || undefined };
}

function isEnd(startMs: number | undefined, endMs: number | undefined): boolean {
  return startMs !== undefined && endMs !== undefined && endMs >= startMs;
}
