import type { Span } from '../../schemas/span.js';
import type { Token } from '../../schemas/document.js';

/** A word as patterns see it, or a punctuation mark, or a possessive `'s`. */
export interface Word extends Span {
  /** Lower case without apostrophes: "I'm" -> "im". A mark is itself. */
  readonly norm: string;
  /** True for a word that begins with a capital. */
  readonly capital: boolean;
}

const APOSTROPHES = /['’]/gu;
const CAPITAL = /^\p{Lu}/u;
const POSSESSIVE = /['’]s$/iu;
const LETTER = /[\p{L}\p{N}]/u;

/** Joins tokens that nothing parts ("F-R-I-D", "O'Brien", "Psy.D"), and parts punctuation and possessives from the words. */
export function readWords(text: string, tokens: readonly Token[]): Word[] {
  const words: Word[] = [];
  let from = 0;
  while (from < tokens.length) {
    let to = from + 1;
    while (to < tokens.length && tokens[to]?.start === tokens[to - 1]?.end) to++;
    readChunk(text, tokens.slice(from, to), words);
    from = to;
  }
  return words;
}

function readChunk(text: string, chunk: readonly Token[], words: Word[]): void {
  let first = 0;
  let last = chunk.length;
  while (first < last && isMark(chunk[first])) first++;
  while (last > first && isMark(chunk[last - 1])) last--;
  for (const token of chunk.slice(0, first)) words.push(markOf(token));
  const [start, end] = [chunk[first]?.start, chunk[last - 1]?.end];
  if (first < last && start !== undefined && end !== undefined) words.push(...wordsOf(text.slice(start, end), start));
  for (const token of chunk.slice(Math.max(first, last))) words.push(markOf(token));
}

function isMark(token: Token | undefined): boolean {
  return token?.pos === 'PUNCT' && !LETTER.test(token.lower);
}

function markOf({ start, end, lower }: Token): Word {
  return { start, end, norm: lower, capital: false };
}

function wordsOf(core: string, start: number): Word[] {
  const capital = CAPITAL.test(core);
  const stem = capital ? core.replace(POSSESSIVE, '') : core;
  const word = { start, end: start + stem.length, norm: stem.toLowerCase().replace(APOSTROPHES, ''), capital };
  if (stem === core) return [word];
  return [word, { start: word.end, end: start + core.length, norm: 's', capital: false }];
}
