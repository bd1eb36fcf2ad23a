import { segmentTimes, type RawSegment } from './raw-segment.js';
import type { SourceLine } from './source-text.js';
import { toMsLoosely } from './timecode.js';

/** What distinguishes SubRip from WebVTT: which lines are no words. */
export interface SubtitleRules {
  /** Whether a block that opens with this line (after a blank one) is a comment or style, up to the next blank line. */
  readonly opensAside: (line: string) => boolean;
  /** Whether this line, right before the times and after a blank line, names the segment. */
  readonly isName: (line: string) => boolean;
}

/** The segments of a subtitle file, and the lines that stand before the first times. */
export interface SubtitleSheet {
  readonly segments: readonly RawSegment[];
  readonly opening: readonly SourceLine[];
}

const ARROW = '-->';
const LONGEST_BEFORE_ARROW = 40;
// "00:00:01,000", "0.5", "00: 00: 01, 000" (spaces are what machine translation leaves).
const TIME_BEFORE = /^[\d:.,\s]{1,40}$/u;
const TIME_AFTER = /^[\d:.,\s]{0,40}/u;
// What stands where a time should be and cannot be read: "00:0O:01,000"; no sentence.
const BROKEN_TIME = /^\S{0,20}$/u;
const NUMBER = /^\s*\d{1,9}\s*$/u;

/**
 * Takes a subtitle file apart at its lines of times, and not at blank lines: blank lines inside a segment, missing ones between two,
 * missing numbers and missing headers all occur.
 */
export function subtitleSegments(lines: readonly SourceLine[], rules: SubtitleRules): SubtitleSheet {
  const segments: (RawSegment & { readonly lines: SourceLine[] })[] = [];
  const opening: SourceLine[] = [];
  let body: SourceLine[] = opening;
  let isNumbered = false;
  let isAside = false;
  let afterBlank = true;
  for (const line of lines) {
    const isBlank = line.text.trim() === '';
    const times = isBlank ? undefined : timesOf(line.text);
    if (times !== undefined) {
      isNumbered = dropName(body, rules, isNumbered) || isNumbered;
      body = [];
      const { startMs, endMs, unreadableTimes } = times;
      segments.push({ line: line.number, startMs, endMs, unreadableTimes, lines: body });
      isAside = false;
    } else if (isBlank) {
      isAside = false;
      body.push(line);
    } else {
      if (afterBlank && rules.opensAside(line.text)) isAside = true;
      if (!isAside) body.push(line);
    }
    afterBlank = isBlank;
  }
  return { segments, opening };
}

type Times = Pick<RawSegment, 'startMs' | 'endMs' | 'unreadableTimes'>;

/** The times of a line of times; undefined where the line is none. */
export function timesOf(text: string): Times | undefined {
  const arrow = text.indexOf(ARROW);
  if (arrow < 1 || arrow > LONGEST_BEFORE_ARROW) return undefined;
  const before = text.slice(0, arrow).trim();
  const after = text.slice(arrow + ARROW.length).trimStart();
  const isTime = TIME_BEFORE.test(before);
  if (!isTime && !(BROKEN_TIME.test(before) && /\d/u.test(before) && /^\d/u.test(after))) return undefined;
  const to = TIME_AFTER.exec(after)?.[0] ?? '';
  return segmentTimes(toMsLoosely(before.replace(/\s/gu, '')), toMsLoosely(to.replace(/\s/gu, '')));
}

/** Takes the number or name of the next segment from the end of a body; true where it was a number. */
function dropName(body: SourceLine[], rules: SubtitleRules, isNumbered: boolean): boolean {
  let at = body.length - 1;
  while (at >= 0 && body[at]?.text.trim() === '') at--;
  const last = body[at];
  if (last === undefined) return false;
  const touches = at === body.length - 1;
  const standsAlone = (body[at - 1]?.text.trim() ?? '') === '';
  const isNumber = NUMBER.test(last.text);
  const isName = isNumber ? standsAlone || (touches && isNumbered) : touches && standsAlone && rules.isName(last.text);
  if (isName) body.length = at;
  return isName && isNumber;
}
