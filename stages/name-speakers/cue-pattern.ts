import type { Word } from './read-words.js';

/** One place of a pattern: one of these words, (`any`) one word of any kind, or (`gap`) a few of them. */
interface Item {
  readonly words: ReadonlySet<string>;
  readonly optional: boolean;
  readonly any: boolean;
  readonly gap: boolean;
}

/** A pattern, parted at its `<name>`: what stands before it (read backwards) and after it. Without a name all of it is `after`. */
export interface Pattern {
  readonly before: readonly Item[];
  readonly after: readonly Item[];
}

const NAME = '<name>';
const GAP = '...';
const ANY = '*';
const LONGEST_GAP = 8;
const ENDS: ReadonlySet<string> = new Set(['.', '?', '!']);

/**
 * Reads a pattern of a lexicon entry.
 *
 * @example compilePattern('joined today|? by <name>') // two alternatives may be missing: "joined by Ann", "joined today by Ann"
 */
export function compilePattern(source: string): Pattern {
  const parts = source.split(' ');
  const at = parts.indexOf(NAME);
  return {
    before: parts.slice(0, Math.max(0, at)).reverse().map(toItem),
    after: parts.slice(at + 1).map(toItem),
  };
}

/** `word`, `word|other`; optional: `word?`, `word|other|?`; a question mark: `?`; any word: `*`; a gap: `...`. */
function toItem(part: string): Item {
  if (part === GAP) return { words: new Set(), optional: true, any: false, gap: true };
  const optional = part.length > 1 && part.endsWith('?');
  const words = new Set((optional ? part.slice(0, -1) : part).split('|').filter((word) => word !== ''));
  return { words, optional, any: words.has(ANY), gap: false };
}

/** Matches items forwards from `at`; returns the index after the match, or -1. */
export function matchAfter(items: readonly Item[], words: readonly Word[], at: number): number {
  return cannotBegin(items[0], words[at]) ? -1 : match({ items, words, step: 1 }, 0, at);
}

/** Matches items backwards from `at`; returns the index of the first word of the match, or -1. */
export function matchBefore(items: readonly Item[], words: readonly Word[], at: number): number {
  if (cannotBegin(items[0], words[at])) return -1;
  const end = match({ items, words, step: -1 }, 0, at);
  return end === -2 ? -1 : end + 1;
}

/** Nearly every pattern fails at its first word: that is looked at before anything is made for the walk. */
function cannotBegin(item: Item | undefined, word: Word | undefined): boolean {
  if (item === undefined || item.optional || item.gap) return false;
  return word === undefined || !fits(item, word);
}

function fits({ any, words }: Item, { norm }: Word): boolean {
  const written = asWritten(norm);
  return any ? !ENDS.has(written) : words.has(written);
}

/** Dots that trail off end a sentence as one does. */
function asWritten(norm: string): string {
  return norm === '...' || norm === '…' ? '.' : norm;
}

interface Walk {
  readonly items: readonly Item[];
  readonly words: readonly Word[];
  readonly step: 1 | -1;
}

/** The index behind the match of the items from `from` on, in walking direction; -1 forwards, or -2 backwards, where there is none. */
function match(walk: Walk, from: number, at: number): number {
  const { items, words, step } = walk;
  const item = items[from];
  const failed = step === 1 ? -1 : -2;
  if (item === undefined) return at;
  if (item.gap) {
    for (let skip = 1; skip <= LONGEST_GAP && !ENDS.has(words[at + step * (skip - 1)]?.norm ?? '.'); skip++) {
      const end = match(walk, from + 1, at + step * skip);
      if (end !== failed) return end;
    }
    return failed;
  }
  const word = words[at];
  if (word !== undefined && fits(item, word)) {
    const end = match(walk, from + 1, at + step);
    if (end !== failed) return end;
  }
  return item.optional ? match(walk, from + 1, at) : failed;
}
