import { Mark } from './marks.js';

/**
 * The words of a text, column by column: word `i` is `text.slice(starts[i], ends[i])`, with the marks around it left out.
 * Columns of numbers instead of objects, since the model reads each of them thirty times.
 */
export interface Words {
  readonly count: number;
  /** Offset of the white-space separated piece that the word stands in. */
  readonly pieces: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Hash of the word in lower case, digits folded. */
  readonly hashes: Int32Array;
  /** Hash of its last three letters: what a rare word has in common with others. */
  readonly tails: Int32Array;
  /** The mark that the text has after the word. */
  readonly marks: Uint8Array;
  /** 1 where the word has a capital; not for "I" and "I'm", which have one where nothing else has. */
  readonly capitals: Uint8Array;
}

const TAIL_LETTERS = 3;
const HASH_SEED = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

const SPACE = 0x20;
const QUESTION_MARKS = new Set('?？'.split('').map(code));
const FULL_STOPS = new Set('.!…'.split('').map(code));
const COMMAS = new Set(',;:—–'.split('').map(code));
const APOSTROPHES = new Set("'’ʼ".split('').map(code));
const IN_WORD = new Set('%$#+&@'.split('').map(code));

// Nearly all units are ASCII: what is asked of each of a text's letters stands in plain arrays for those.
const ASCII = 0x80;
const ASCII_UNITS = Array.from({ length: ASCII }, (_, unit) => unit);
const ASCII_FOLDED = Uint8Array.from(ASCII_UNITS, foldAny);
const ASCII_MARKS = Uint8Array.from(ASCII_UNITS, markOfAny);
const ASCII_IN_WORD = Uint8Array.from(ASCII_UNITS, (unit) => Number(/[\p{L}\p{N}]/u.test(String.fromCharCode(unit)) || IN_WORD.has(unit)));

/** Finds the words in one walk over the text. A piece without letters or digits is a mark of the word before it. */
export function findWords(text: string): Words {
  const room = (text.length >> 1) + 1;
  const columns = {
    pieces: new Int32Array(room),
    starts: new Int32Array(room),
    ends: new Int32Array(room),
    hashes: new Int32Array(room),
    tails: new Int32Array(room),
    marks: new Uint8Array(room),
    capitals: new Uint8Array(room),
  };
  let count = 0;
  let at = 0;
  while (at < text.length) {
    while (at < text.length && text.charCodeAt(at) <= SPACE) at++;
    const piece = at;
    let start = -1;
    let end = -1;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit <= SPACE) break;
      if (!isWordUnit(unit)) continue;
      if (start < 0) start = at;
      end = at + 1;
    }
    if (at === piece) break;
    if (start < 0) {
      if (count > 0) columns.marks[count - 1] = Math.max(columns.marks[count - 1] ?? 0, markIn(text, piece, at));
      continue;
    }
    columns.pieces[count] = piece;
    columns.starts[count] = start;
    columns.ends[count] = end;
    columns.marks[count] = markIn(text, end, at);
    readLetters(text, count, columns);
    count++;
  }
  return { count, ...columns };
}

function readLetters(text: string, index: number, columns: Omit<Words, 'count'>): void {
  const start = columns.starts[index] ?? 0;
  const end = columns.ends[index] ?? 0;
  let hash = HASH_SEED;
  let tail = HASH_SEED;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const lower = fold(unit);
    if (lower !== unit && isUpper(unit) && !isPronoun(text, start, end)) columns.capitals[index] = 1;
    hash = Math.imul(hash ^ lower, HASH_PRIME);
    if (at >= end - TAIL_LETTERS) tail = Math.imul(tail ^ lower, HASH_PRIME);
  }
  columns.hashes[index] = hash;
  columns.tails[index] = end - start <= TAIL_LETTERS ? hash : tail ^ TAIL_LETTERS;
}

const CAPITAL_I = 0x49;

function isPronoun(text: string, start: number, end: number): boolean {
  return text.charCodeAt(start) === CAPITAL_I && (end === start + 1 || APOSTROPHES.has(text.charCodeAt(start + 1)));
}

/** The strongest mark among the units of a range. */
function markIn(text: string, from: number, to: number): Mark {
  let mark: Mark = Mark.none;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    const here = (unit < ASCII ? ASCII_MARKS[unit] : markOfAny(unit)) ?? Mark.none;
    if (here > mark) mark = here as Mark;
  }
  return mark;
}

function markOfAny(unit: number): Mark {
  if (QUESTION_MARKS.has(unit)) return Mark.question;
  if (FULL_STOPS.has(unit)) return Mark.period;
  return COMMAS.has(unit) ? Mark.comma : Mark.none;
}

function fold(unit: number): number {
  return unit < ASCII ? (ASCII_FOLDED[unit] ?? unit) : foldAny(unit);
}

/** Lower case for the alphabets in use here, one kind of digit and of apostrophe. */
function foldAny(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return 0x30;
  return APOSTROPHES.has(unit) ? 0x27 : lowerOf(unit);
}

function isUpper(unit: number): boolean {
  return unit < ASCII ? unit >= 0x41 && unit <= 0x5a : lowerOf(unit) !== unit;
}

function lowerOf(unit: number): number {
  return code(String.fromCharCode(unit).toLowerCase());
}

function isWordUnit(unit: number): boolean {
  if (unit < ASCII) return ASCII_IN_WORD[unit] === 1;
  // Above ASCII: letters of other scripts and the halves of characters; not the general punctuation block.
  return unit >= 0xc0 && !(unit >= 0x2000 && unit <= 0x206f) && unit !== 0xff1f;
}

function code(letter: string): number {
  return letter.charCodeAt(0);
}
