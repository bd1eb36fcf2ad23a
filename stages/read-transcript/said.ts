import type { ReaderLexicon } from './lexicon.js';
import type { Piece, WordsPiece } from './piece.js';
import { splitChanges, splitEvents } from './split-line.js';
import { toChanges } from './voice-labels.js';

/** A word or a stretch of words, with what the source says of it. */
export interface Said {
  readonly text: string;
  readonly line: number;
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
  /** Who speaks, as the source has it; undefined where it does not say, so that the voice before goes on. */
  readonly label?: string | undefined;
  /** True where it goes on a word of the one before. */
  readonly glued?: boolean | undefined;
  /** True where another voice begins and the source does not say whose. */
  readonly turns?: boolean;
}

// Whisper writes a dash or ">>" where another voice begins: "- Right", ">> Well"; not "-5", "twenty - thirty".
const CHANGE = /^\s*(?:-|>>)\s+(?=\S)|(?<=[.?!,\-…"])\s+(?:-|>>)\s+(?=[\p{Lu}\p{N}"'(])/gu;
const MAYBE_CHANGE = /-|>>/u;
const LONGEST_BRACKET = 8;

/** Turns what was said into pieces: a change where the label is another, events apart from words, times on the words they are of. */
export function toPieces(said: readonly Said[], lexicon: ReaderLexicon): Piece[] {
  const labels = labelsOf(said);
  const changeTo = toChanges(labels, lexicon);
  const isWordTimed = timesWords(said);
  const pieces: Piece[] = [];
  let voice: string | undefined;
  for (const item of joinBrackets(said, lexicon)) {
    if (item.turns === true && item.label === undefined) {
      pieces.push({ type: 'change' });
      voice = undefined;
    } else if (item.label !== undefined && item.label !== voice && item.glued !== true && item.text.trim() !== '') {
      const change = changeTo(item.label);
      if (change !== undefined) pieces.push(change);
      voice = item.label;
    }
    const parts = MAYBE_CHANGE.test(item.text)
      ? splitChanges(item.text, CHANGE, { place: item, lexicon })
      : splitEvents(item.text, item, lexicon);
    const isTimedWord = isWordTimed && isOneWord(item.text);
    let isFirst = true;
    for (const part of parts) {
      // Where the source names the voices, a dash says nothing more.
      if (part.type === 'change' && labels.length > 0) continue;
      pieces.push(part.type === 'words' ? wordsOf(part, { glued: isFirst && item.glued === true, isTimedWord }) : part);
      isFirst = false;
    }
  }
  return pieces;
}

function labelsOf(said: readonly Said[]): string[] {
  const labels = new Set<string>();
  for (const { label } of said) if (label !== undefined) labels.add(label);
  return [...labels];
}

function wordsOf(piece: WordsPiece, { glued, isTimedWord }: { readonly glued: boolean; readonly isTimedWord: boolean }): WordsPiece {
  const isTimed = isTimedWord && piece.startMs !== undefined && piece.endMs !== undefined;
  return isTimed || glued ? { ...piece, timedWord: isTimed ? true : undefined, glued: glued ? true : undefined } : piece;
}

/** Whether the source times words: a segment of one word among longer ones has a segment's times. */
function timesWords(said: readonly Said[]): boolean {
  let timed = 0;
  let words = 0;
  for (const { text, startMs } of said)
    if (startMs !== undefined) {
      timed++;
      if (isOneWord(text)) words++;
    }
  return words * 2 > timed;
}

function isOneWord(text: string): boolean {
  return !/\S\s+\S/u.test(text);
}

/** Puts the words of a bracket that is non-speech back together: "(upbeat", "music)". */
function joinBrackets(said: readonly Said[], lexicon: ReaderLexicon): Said[] {
  const joined: Said[] = [];
  for (let index = 0; index < said.length; index++) {
    const item = said[index];
    if (item === undefined) break;
    const last = opensBracket(item.text) ? closingOf(said, index) : index;
    if (last === index) {
      joined.push(item);
      continue;
    }
    const text = said
      .slice(index, last + 1)
      .map((part, nth) => (nth > 0 && part.glued !== true ? ` ${part.text.trim()}` : part.text.trim()));
    const whole = text.join('');
    if (!splitEvents(whole, { line: item.line }, lexicon).some(({ type }) => type === 'event')) joined.push(item);
    else {
      const endMs = said[last]?.endMs;
      joined.push({ ...item, text: whole, ...(endMs === undefined ? {} : { endMs }) });
      index = last;
    }
  }
  return joined;
}

// "(upbeat", "[no"; not "(laughs)".
function opensBracket(text: string): boolean {
  return /^\s*[([][^)\]]*$/u.test(text);
}

function closingOf(said: readonly Said[], from: number): number {
  for (let index = from + 1; index < said.length && index <= from + LONGEST_BRACKET; index++)
    if (/[)\]]/u.test(said[index]?.text ?? '')) return index;
  return from;
}
