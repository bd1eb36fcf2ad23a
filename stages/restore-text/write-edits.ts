import type { Sentence } from '../../schemas/document.js';
import type { Edit } from '../../schemas/view.js';
import { findNames, type Casing } from './casing.js';
import type { Lacks } from './find-walls.js';
import type { Words } from './find-words.js';
import { Mark } from './marks.js';

/** What a text is, and what was found to belong into it. */
export interface Restoring {
  readonly words: Words;
  /** The mark after each word, read or restored. */
  readonly marks: Uint8Array;
  readonly lacks: Lacks;
  readonly sentences: readonly Sentence[];
}

const SIGNS: Readonly<Record<Mark, string>> = { [Mark.none]: '', [Mark.comma]: ',', [Mark.period]: '.', [Mark.question]: '?' };

/** The edits that make a text readable: marks after words, capitals, and apostrophes that a recogniser left out. In order, none overlapping. */
export function writeEdits(text: string, { words, marks, lacks, sentences }: Restoring, casing: Casing): Edit[] {
  const names = findNames(text, { words, lacks }, casing);
  const opens = openingWords(words, { lacks, sentences });
  const edits: Edit[] = [];
  for (let word = 0; word < words.count; word++) {
    const start = words.starts[word] ?? 0;
    const end = words.ends[word] ?? 0;
    const name = names.get(word);
    const isOpening = opens[word] === 1;
    if (name !== undefined) addRewriting(edits, { start, end, text: isOpening ? upperFirst(name) : name }, text);
    else if (isOpening) addRewriting(edits, { start, end, text: upperFirst(text.slice(start, end)) }, text);
    const sign = words.marks[word] === Mark.none ? SIGNS[(marks[word] ?? 0) as Mark] : '';
    if (sign !== '') edits.push({ start: end, end, text: sign });
  }
  return edits;
}

/** 1 for words that open a sentence and ought to have a capital. */
function openingWords({ pieces, count }: Words, { lacks, sentences }: Pick<Restoring, 'lacks' | 'sentences'>): Uint8Array {
  const opens = new Uint8Array(count);
  let word = 0;
  for (const { start, end, by } of sentences) {
    while (word < count && (pieces[word] ?? 0) < start) word++;
    if (word < count && (pieces[word] ?? 0) < end && (by === 'restored' || lacks.capitals[word] === 1)) opens[word] = 1;
  }
  return opens;
}

/** A word that only gets a capital in front is edited in its first letter. */
function addRewriting(edits: Edit[], edit: Edit, text: string): void {
  const before = text.slice(edit.start, edit.end);
  if (before === edit.text) return;
  const first = firstLetter(before);
  if (edit.text.slice(1) === before.slice(1) && first.length === 1)
    edits.push({ start: edit.start, end: edit.start + 1, text: edit.text.slice(0, 1) });
  else edits.push(edit);
}

function upperFirst(word: string): string {
  const first = firstLetter(word);
  return first.toUpperCase() + word.slice(first.length);
}

/** The first character of a word, which may be two code units. */
function firstLetter(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) ?? 0);
}
