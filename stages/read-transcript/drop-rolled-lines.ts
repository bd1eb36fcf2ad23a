import { runsFrom, type MarkedLine, type MarkedSegment } from './mark-up.js';

/** What a segment shows again of the one before it: whole lines, or the opening characters of its one line. */
interface Carried {
  readonly lines: number;
  readonly characters: number;
}

const NOTHING: Carried = { lines: 0, characters: 0 };
/** Captions show three lines at most; four leaves room. */
const MOST_LINES = 4;
/** Share of segments that must carry something, and that must carry something and bring something new, in captions that roll. */
const CARRYING_SHARE = 0.5;
const MOVING_SHARE = 0.2;
/** Share of segments that bring nothing new, from which such segments belong to the format (YouTube's ten-millisecond ones). */
const STILL_SHARE = 0.2;

/**
 * Takes out of rolling captions what is on the screen a second time: each line is shown when it is spoken, and again above the next.
 * Whether captions roll is told from all segments together; where they do not, a line said twice stays twice.
 */
export function dropRolledLines(segments: readonly MarkedSegment[]): readonly MarkedSegment[] {
  const carried = segments.map((segment, index) => carriedInto(segment, segments[index - 1]));
  const moving = carried.filter((part, index) => isAny(part) && part.lines < (segments[index]?.lines.length ?? 0)).length;
  const still = carried.filter(isAny).length - moving;
  const places = segments.length - 1;
  const rolls = places > 0 && moving + still >= places * CARRYING_SHARE && moving >= places * MOVING_SHARE;
  if (!rolls) return segments;
  const hasStill = still >= places * STILL_SHARE;
  return segments.flatMap((segment, index) => without(segment, carried[index] ?? NOTHING, hasStill));
}

function isAny({ lines, characters }: Carried): boolean {
  return lines > 0 || characters > 0;
}

function carriedInto(segment: MarkedSegment, before: MarkedSegment | undefined): Carried {
  // A blank line on top: what was there has gone, so all that is shown is new.
  if (before === undefined || segment.opensBlank || segment.lines.length === 0 || before.lines.length === 0) return NOTHING;
  const timed = segment.lines.findIndex(({ runs }) => runs.some(({ startMs }) => startMs !== undefined));
  const most = Math.min(before.lines.length, timed === -1 ? segment.lines.length : timed, MOST_LINES);
  for (let count = most; count > 0; count--) if (isTail(before.lines, segment.lines, count)) return { lines: count, characters: 0 };
  return before.lines.length === 1 && segment.lines.length === 1 ? carriedWords(segment.lines[0], before.lines[0]) : NOTHING;
}

/** Whether the first `count` lines of `lines` are the last ones of `before`. */
function isTail(before: readonly MarkedLine[], lines: readonly MarkedLine[], count: number): boolean {
  for (let index = 0; index < count; index++)
    if (before[before.length - count + index]?.text.trim() !== lines[index]?.text.trim()) return false;
  return true;
}

/** The same where a converter has joined the lines: the one before opens this line, or this line closes the one before. */
function carriedWords(line: MarkedLine | undefined, before: MarkedLine | undefined): Carried {
  const shown = before?.text.trim() ?? '';
  const now = line?.text.trim() ?? '';
  if (shown.endsWith(` ${now}`)) return { lines: 1, characters: 0 };
  if (!now.startsWith(`${shown} `)) return NOTHING;
  const indent = (line?.text.length ?? 0) - (line?.text.trimStart().length ?? 0);
  return { lines: 0, characters: indent + shown.length };
}

function without(segment: MarkedSegment, { lines, characters }: Carried, hasStill: boolean): MarkedSegment[] {
  const dropped = hasStill ? lines : Math.min(lines, segment.lines.length - 1);
  if (dropped === 0 && characters === 0) return [segment];
  const kept = segment.lines.slice(dropped).map((line) => (characters === 0 ? line : cutLine(line, characters)));
  return kept.length === 0 ? [] : [{ ...segment, lines: kept }];
}

/** A line without its first characters. */
export function cutLine(line: MarkedLine, from: number): MarkedLine {
  return { ...line, text: line.text.slice(from), runs: runsFrom(line.runs, from) };
}
