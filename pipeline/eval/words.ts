import { lastStartingBy, type Span } from '../../schemas/span.js';

/** A word of the canonical text: a run of non-space with a letter or a digit in it. */
export interface Word extends Span {
  /** Letters and digits only, lower case: what stays of it when quotes are compared word by word. */
  readonly key: string;
}

/** Half-open range of indices in a row of words: what every score is counted in. */
export interface WordRange {
  readonly firstWord: number;
  readonly endWord: number;
}

// "so," "Don't" "C++" | " "
const RUN = /\S+/gu;
// the comma of "so," | the letters of "so"
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}+#]+/gu;
// "so," "$40" | "--" "♪"
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** The words of a text, in order. A lone dash or note sign is no word. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (LETTER_OR_DIGIT.test(run)) words.push({ start: index, end: index + run.length, key: keyOf(run) });
  }
  return words;
}

/** Letters, digits, `+` and `#` of some words, lower case. @example keyOf('Fast.AI,') // 'fastai' */
export function keyOf(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(NOT_LETTER_OR_DIGIT, '');
}

/** Index of the first word that ends after an offset: the word there, or the next one. */
export function wordFrom(words: readonly Word[], at: number): number {
  const index = lastStartingBy(words, at);
  const word = words[index];
  return word !== undefined && word.end > at ? index : index + 1;
}

/** The words that a span touches. */
export function wordRange(words: readonly Word[], span: Span): WordRange {
  return {
    firstWord: wordFrom(words, span.start),
    endWord: span.end > span.start ? lastStartingBy(words, span.end - 1) + 1 : wordFrom(words, span.start),
  };
}

/** Words that two ranges share, over the words of both together (intersection over union); 0 for empty ranges. */
export function overlapOf(a: WordRange, b: WordRange): number {
  const shared = Math.max(0, Math.min(a.endWord, b.endWord) - Math.max(a.firstWord, b.firstWord));
  const all = Math.max(0, a.endWord - a.firstWord) + Math.max(0, b.endWord - b.firstWord) - shared;
  return all === 0 ? 0 : shared / all;
}

/** True when a word index lies in one of the ranges. */
export function holdsWord(ranges: readonly WordRange[], index: number): boolean {
  return ranges.some(({ firstWord, endWord }) => firstWord <= index && index < endWord);
}
