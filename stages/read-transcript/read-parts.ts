import { alignWords, type Stretch } from './align-words.js';
import { checkTimes, type Timed } from './check-times.js';
import { countFaults, type Faults } from './count-faults.js';
import { findJoins } from './find-joins.js';
import { lineFinder } from './find-lines.js';
import { labelOf, stringOf } from './json-shape.js';
import { secondsToMs, timesOf } from './json-time.js';
import type { Reading } from './reader.js';
import type { ReaderLexicon } from './lexicon.js';
import { toPieces, type Said } from './said.js';
import { spreadTimes } from './spread-times.js';
import type { SourceText } from './source-text.js';

/** A part of a JSON transcript as its format has it: values unchecked, under one set of names. */
export interface RawPart {
  readonly text: unknown;
  readonly start?: unknown;
  readonly end?: unknown;
  readonly label?: unknown;
  /** The part goes on a word of the part before. */
  readonly glued?: boolean;
  /** Another voice begins, and the source does not say whose. */
  readonly turns?: boolean;
  readonly words?: readonly RawWord[];
}

export type RawWord = Pick<RawPart, 'text' | 'start' | 'end' | 'label'>;

export interface PartsContext {
  readonly source: SourceText;
  readonly lexicon: ReaderLexicon;
  /** How the format writes times; seconds unless told. */
  readonly toTime?: (value: unknown) => number | undefined;
  readonly episode?: Reading['episode'];
}

// Style that subtitle exports carry over: "<i>la la</i>", "line<br/>line"; not "Vec<u8>", "a < b".
const STYLE_TAG = /<\/?(?:i|b|u|em|strong|font|span|br|p|c|v)(?:[\s./][^<>]{0,100})?>/giu;

const MESSAGES = {
  'unreadable-part': 'a part without words that can be read was left out',
  'unreadable-time': 'times that cannot be read, or an end before its start; the words are kept without them',
};

/** Reads the parts of a JSON transcript: every JSON format comes down to this, once its own names are out of the way. */
export function readParts(parts: readonly RawPart[], { source, lexicon, toTime = secondsToMs, episode = {} }: PartsContext): Reading {
  const faults = countFaults();
  const lineOf = lineFinder(source);
  const texts = parts.map(textOf);
  const joins = findJoins(texts.map((text) => text ?? ''));
  const said: Said[] = [];
  const timed: Timed[] = [];
  let line = 1;
  let voice: string | undefined;
  for (const [index, part] of parts.entries()) {
    const text = texts[index];
    if (text === undefined) faults.add('unreadable-part', line);
    else if (text.trim() !== '') {
      line = lineOf(text);
      const label = labelOf(part.label);
      // No word goes on in another voice.
      const glued = part.glued ?? (joins[index] === true && (label ?? voice) === voice);
      voice = label ?? voice;
      const times = timesIn(part, { line, toTime, faults });
      timed.push({ line, ...times });
      const stretch: Stretch = { text, line, glued, ...times, label };
      const words = (part.words ?? []).flatMap((word) => wordOf(word, { line, toTime, faults }));
      for (const [nth, item] of alignWords({ ...stretch, words }).entries())
        said.push(nth === 0 && part.turns === true ? { ...item, turns: true } : item);
    }
  }
  const diagnostics = [...faults.diagnostics(MESSAGES), ...checkTimes(timed)];
  return { pieces: spreadTimes(toPieces(said, lexicon)), episode, diagnostics };
}

/** The text of a part, or its words joined where it has no text; undefined where it has neither. */
function textOf({ text, words = [] }: RawPart): string | undefined {
  const whole = stringOf(text)?.replace(STYLE_TAG, (tag) => (/^<(?:br|\/p)/iu.test(tag) ? ' ' : ''));
  if (whole !== undefined || words.length === 0) return whole;
  const texts = words.flatMap((word) => stringOf(word.text) ?? []);
  const joins = findJoins(texts);
  return texts.map((word, index) => (joins[index] === true ? word.trimEnd() : ` ${word.trim()}`)).join('');
}

interface WordContext {
  readonly line: number;
  readonly toTime: (value: unknown) => number | undefined;
  readonly faults: Faults;
}

function wordOf(word: RawWord, context: WordContext): Omit<Said, 'line' | 'glued'>[] {
  const text = stringOf(word.text);
  return text === undefined ? [] : [{ text, ...timesIn(word, context), label: labelOf(word.label) }];
}

function timesIn({ start, end }: RawWord, { line, toTime, faults }: WordContext): Pick<Said, 'startMs' | 'endMs'> {
  const startMs = toTime(start);
  const endMs = toTime(end);
  const isUnread = (value: unknown, ms: number | undefined): boolean => value !== undefined && value !== null && ms === undefined;
  const isBackwards = startMs !== undefined && endMs !== undefined && endMs < startMs;
  if (isUnread(start, startMs) || isUnread(end, endMs) || isBackwards) faults.add('unreadable-time', line);
  return timesOf(startMs, endMs);
}
