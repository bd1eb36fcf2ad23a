import type { Span } from '../../schemas/span.js';
import type { Token } from '../../schemas/document.js';
import type { Edit } from '../../schemas/view.js';

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
    readChunk(text, { tokens, from, to }, words);
    from = to;
  }
  return words;
}

/** The words as they read once restored: capitals that edits give, and the marks that they insert as words without width. */
export function withRestored(words: readonly Word[], edits: readonly Edit[]): readonly Word[] {
  if (edits.length === 0) return words;
  const readable: Word[] = [];
  let next = 0;
  for (const word of words) {
    let capital = word.capital;
    for (let edit = edits[next]; edit !== undefined && edit.start < word.end; edit = edits[++next]) {
      if (edit.start === edit.end) readable.push({ start: edit.start, end: edit.end, norm: edit.text.trim(), capital: false });
      else if (edit.start === word.start) capital ||= CAPITAL.test(edit.text);
    }
    readable.push(capital === word.capital ? word : { start: word.start, end: word.end, norm: word.norm, capital });
  }
  for (const { start, end, text } of edits.slice(next)) if (start === end) readable.push({ start, end, norm: text.trim(), capital: false });
  return readable;
}

/** How a word is written: with a capital where it was restored. */
export function writtenWord(text: string, { start, end, capital }: Word): string {
  const letters = text.slice(start, end);
  return capital ? letters.charAt(0).toUpperCase() + letters.slice(1) : letters;
}

/** A half-open range of tokens that nothing parts. */
interface Chunk {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
}

function readChunk(text: string, { tokens, from, to }: Chunk, words: Word[]): void {
  let first = from;
  let last = to;
  while (first < last && isMark(tokens[first])) first++;
  while (last > first && isMark(tokens[last - 1])) last--;
  addMarks(tokens, { from, to: first }, words);
  const [start, end] = [tokens[first]?.start, tokens[last - 1]?.end];
  const lower = last - first === 1 ? tokens[first]?.lower : undefined;
  if (first < last && start !== undefined && end !== undefined) addWords({ core: text.slice(start, end), start, lower }, words);
  addMarks(tokens, { from: last, to }, words);
}

function isMark(token: Token | undefined): boolean {
  return token?.pos === 'PUNCT' && !LETTER.test(token.lower);
}

function addMarks(tokens: readonly Token[], { from, to }: Omit<Chunk, 'tokens'>, words: Word[]): void {
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token !== undefined) words.push({ start: token.start, end: token.end, norm: token.lower, capital: false });
  }
}

/** Words that hang together; `lower` where they are one token. */
interface Core {
  readonly core: string;
  readonly start: number;
  readonly lower: string | undefined;
}

/** As `CAPITAL` says: a regex over each of an episode's words takes longer than the rest of this step. */
function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(word);
}

function withoutApostrophes(word: string): string {
  // Most words have none, and looking is cheaper than replacing.
  return word.includes("'") || word.includes('’') ? word.replace(APOSTROPHES, '') : word;
}

function addWords({ core, start, lower }: Core, words: Word[]): void {
  const capital = isCapital(core);
  const stem = capital ? core.replace(POSSESSIVE, '') : core;
  const small = lower !== undefined && stem === core ? lower : stem.toLowerCase();
  words.push({ start, end: start + stem.length, norm: withoutApostrophes(small), capital });
  if (stem !== core) words.push({ start: start + stem.length, end: start + core.length, norm: 's', capital: false });
}
