import { decodeEntities } from './clean-words.js';
import type { RawSegment } from './raw-segment.js';
import { toMsLoosely } from './timecode.js';

/** Words between two tags. */
export interface Run {
  readonly text: string;
  /** The time at which they begin, where the source has one for them alone. */
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
  /** The voice of the `<v …>` they stand in. */
  readonly voice?: string | undefined;
  /** True inside an underline or a colour: how a player shows the word that is being spoken. */
  readonly highlighted?: true | undefined;
}

/** A line of a segment without its mark-up. */
export interface MarkedLine {
  readonly number: number;
  /** The runs' texts together. */
  readonly text: string;
  readonly runs: readonly Run[];
}

/** A segment whose mark-up has been read: its lines that have words. */
export interface MarkedSegment extends Omit<RawSegment, 'lines'> {
  readonly lines: readonly MarkedLine[];
  /** True where a blank line stands before the first words. */
  readonly opensBlank: boolean;
}

// "<v Ann Lee>", "<c.yellow>", "</c>", "<00:00:01.000>", "<font color="#fff">", "<br/>"; not "a < b", "<3".
const TAG = /<(?<slash>\/?)(?<name>[a-z]{1,8}|[\d:.,]{4,16})(?<rest>[\s./][^<>]{0,300})?>/giu;
// What is left where the mark-up itself was encoded: "<i>not</i>".
const ENCODED_TAG = /<\/?(?:i|b|u|font|c|br)(?:[\s./][^<>]{0,100})?>/giu;
// Placing and style in SubRip, borrowed from SSA: "{\an8}".
const OVERRIDE = /\{\\[^{}]{1,60}\}/gu;
// "v.loud.first Ann Lee" without its "v": ".loud.first Ann Lee".
const CLASSES = /^(?:\.[^\s.]{0,60}){0,9}/u;
const MAYBE_TAG = /[<{]/u;
const WORDS = /\S/u;
const MARK_UP_TAGS: ReadonlySet<string> = new Set([
  'v',
  'c',
  'i',
  'b',
  'u',
  's',
  'em',
  'strong',
  'font',
  'ruby',
  'rt',
  'lang',
  'span',
  'br',
  'p',
]);
const HIGHLIGHTS: ReadonlySet<string> = new Set(['u', 'font']);
/** Entities encoded twice, or three times, occur; more often is no encoding. */
const MOST_ENCODINGS = 3;

interface TagState {
  startMs: number | undefined;
  voice: string | undefined;
  highlighted: boolean;
}

/** Reads the mark-up of a segment: voices, classes, times inside a line, highlights, entities however often encoded. */
export function readMarkUp(segment: RawSegment): MarkedSegment {
  const state: TagState = { startMs: undefined, voice: undefined, highlighted: false };
  const lines: MarkedLine[] = [];
  let opensBlank = false;
  for (const { number, text: raw } of segment.lines) {
    const runs = MAYBE_TAG.test(raw) || isOpen(state) ? runsOf(raw, state) : [plainRun(raw)];
    const text = runs.length === 1 ? (runs[0]?.text ?? '') : runs.map((run) => run.text).join('');
    if (WORDS.test(text)) lines.push({ number, text, runs });
    else opensBlank ||= lines.length === 0;
  }
  const { line, startMs, endMs, unreadableTimes, speaker } = segment;
  // Named one by one: a spread of thousands of segments takes longer than reading them.
  return { line, startMs, endMs, unreadableTimes, speaker, lines, opensBlank: opensBlank && lines.length > 0 };
}

function isOpen({ startMs, voice, highlighted }: TagState): boolean {
  return startMs !== undefined || voice !== undefined || highlighted;
}

function plainRun(raw: string): Run {
  return { text: raw.includes('&') ? decodeFully(raw).replace(ENCODED_TAG, '') : raw };
}

/** Reads the mark-up of a stretch of words that stands for itself. */
export function readRuns(text: string): Run[] {
  if (!MAYBE_TAG.test(text)) return [plainRun(text)];
  return runsOf(text, { startMs: undefined, voice: undefined, highlighted: false });
}

function runsOf(text: string, state: TagState): Run[] {
  const runs: Run[] = [];
  const line = text.includes('{\\') ? text.replace(OVERRIDE, '') : text;
  let from = 0;
  for (const match of line.matchAll(TAG)) {
    const { slash = '', name = '', rest = '' } = match.groups ?? {};
    const tag = name.toLowerCase();
    const isMarkUp = MARK_UP_TAGS.has(tag);
    const time = isMarkUp ? undefined : toMsLoosely(name);
    if (time === undefined && !isMarkUp) continue;
    if (match.index > from) runs.push(runOf(line.slice(from, match.index), state));
    from = match.index + match[0].length;
    if (time !== undefined) state.startMs = time;
    else if (tag === 'v') state.voice = slash === '' ? decodeFully(rest.replace(CLASSES, '')).trim() : undefined;
    else if (HIGHLIGHTS.has(tag)) state.highlighted = slash === '';
    else if (tag === 'br') runs.push(runOf(' ', state));
  }
  if (from < line.length) runs.push(runOf(line.slice(from), state));
  return runs;
}

function runOf(raw: string, { startMs, voice, highlighted }: TagState): Run {
  const { text } = plainRun(raw);
  return { text, startMs, voice, highlighted: highlighted ? true : undefined };
}

function decodeFully(raw: string): string {
  let text = raw;
  for (let times = 0; times < MOST_ENCODINGS; times++) {
    const decoded = decodeEntities(text);
    if (decoded === text) break;
    text = decoded;
  }
  return text;
}

/** The runs from a character of their text on. */
export function runsFrom(runs: readonly Run[], from: number): Run[] {
  const rest: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const end = at + run.text.length;
    if (end > from) rest.push(at >= from ? run : { ...run, text: run.text.slice(from - at) });
    at = end;
  }
  return rest;
}
