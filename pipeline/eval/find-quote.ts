import type { Span } from '../../schemas/span.js';
import { holdsWord, wordFrom, wordRange, wordsOf, type Word, type WordRange } from './words.js';

/** A text and its words. */
export interface Wording {
  readonly text: string;
  readonly words: readonly Word[];
}

/** A text with its words found. */
export function wordingOf(text: string): Wording {
  return { text, words: wordsOf(text) };
}

/**
 * Every place where a quote stands and begins inside `within`: letter by letter, else, where it stands nowhere so, word
 * by word without case and punctuation (a reader may have taken a mark or an event out of its middle).
 */
export function findQuote(wording: Wording, quote: string, within: Span): readonly WordRange[] {
  const exact = literally(wording, quote.normalize('NFC').split(SPACE).join(' ').trim(), within);
  if (exact.length > 0) return exact;
  const byWords = wordByWord(wording, quote, within);
  return byWords.length > 0 ? byWords : wordByWord(wording, quote.replace(BRACKETED, ' '), within);
}

// "a\n b" | "ab"
const SPACE = /\s+/u;
// "(laughing)" "[BLANK_AUDIO]" | "(a"
const BRACKETED = /\([^()]*\)|\[[^[\]]*\]/gu;
// "a" "7" | "-"
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function literally({ text, words }: Wording, quote: string, within: Span): readonly WordRange[] {
  const found: WordRange[] = [];
  if (quote === '') return found;
  for (let at = text.indexOf(quote, within.start); at >= 0 && at < within.end; at = text.indexOf(quote, at + 1)) {
    const cutsWord = joins(text, at) || joins(text, at + quote.length);
    const range = wordRange(words, { start: at, end: at + quote.length });
    if (!cutsWord && range.firstWord < range.endWord) found.push(range);
  }
  return found;
}

/** True when an offset lies inside a run of letters and digits. */
function joins(text: string, at: number): boolean {
  return LETTER_OR_DIGIT.test(text.charAt(at - 1)) && LETTER_OR_DIGIT.test(text.charAt(at));
}

function wordByWord({ words }: Wording, quote: string, within: Span): readonly WordRange[] {
  const keys = wordsOf(quote).map(({ key }) => key);
  const inside = { firstWord: wordFrom(words, within.start), endWord: wordFrom(words, within.end) };
  return words.flatMap((_, firstWord) => {
    if (keys.length === 0 || !holdsWord([inside], firstWord)) return [];
    return keys.every((key, offset) => words[firstWord + offset]?.key === key) ? [{ firstWord, endWord: firstWord + keys.length }] : [];
  });
}
