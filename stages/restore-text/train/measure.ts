import type { Token } from '../../../schemas/document.js';
import type { Edit } from '../../../schemas/view.js';
import { findWords, type Words } from '../find-words.js';
import { endsSentence, Mark } from '../marks.js';
import { restoreText } from '../restore-text.js';
import type { RestoreLexicon } from '../lexicon.js';
import type { Wall } from './make-wall.js';

/** What is scored: sentence ends (a question mark is one), question marks, commas, and words with a capital anywhere. */
export const SCORED = ['ends', 'questions', 'commas', 'capitals'] as const;
export type Scored = (typeof SCORED)[number];

interface Count {
  hits: number;
  found: number;
  wanted: number;
}

export type Counts = Readonly<Record<Scored, Count>>;

export function noCounts(): Counts {
  const none = (): Count => ({ hits: 0, found: 0, wanted: 0 });
  return { ends: none(), questions: none(), commas: none(), capitals: none() };
}

export function f1({ hits, found, wanted }: Count): number {
  return found + wanted === 0 ? 0 : (2 * hits) / (found + wanted);
}

/** What each word of a wall got: the mark after it, and whether it has a capital. */
export interface Restored {
  readonly marks: Uint8Array;
  readonly capitals: Uint8Array;
}

// "Go", "iPhone" | "go"
const CAPITAL = /\p{Lu}/u;

/** Adds up hits word by word: a mark counts where it stands in exactly the gap that a person put it into. */
export function addCounts(counts: Counts, { marks, capitals }: Restored, wall: Pick<Wall, 'marks' | 'written'>): void {
  for (const [word, written] of wall.written.entries()) {
    const found = marks[word] ?? 0;
    const wanted = wall.marks[word] ?? 0;
    addHit(counts.ends, endsSentence(found), endsSentence(wanted));
    addHit(counts.questions, found === Mark.question, wanted === Mark.question);
    addHit(counts.commas, found === Mark.comma, wanted === Mark.comma);
    addHit(counts.capitals, capitals[word] === 1, CAPITAL.test(written));
  }
}

function addHit(count: Count, found: boolean, wanted: boolean): void {
  if (found) count.found++;
  if (wanted) count.wanted++;
  if (found && wanted) count.hits++;
}

/** What the stage makes of a wall. */
export function restoreWall({ text }: Pick<Wall, 'text'>, { model, casing }: RestoreLexicon): Restored {
  const words = findWords(text);
  const tokens = Array.from({ length: words.count }, (_, word): Token => {
    const span = { start: words.starts[word] ?? 0, end: words.ends[word] ?? 0 };
    return { ...span, lower: text.slice(span.start, span.end), pos: 'X' };
  });
  const layers = { tokens, rawSentences: [{ start: 0, end: tokens.length }], changes: [], events: [] };
  const doc = { id: '', text, format: 'wall', episode: { language: 'en' }, layers };
  return readEdits(restoreText(model, casing).run(doc).layers.restored, words);
}

const SIGNS: ReadonlyMap<string, Mark> = new Map([
  [',', Mark.comma],
  ['.', Mark.period],
  ['?', Mark.question],
]);

function readEdits(edits: readonly Edit[], words: Words): Restored {
  const marks = new Uint8Array(words.count);
  const capitals = new Uint8Array(words.count);
  let word = 0;
  for (const { start, end, text } of edits) {
    while (word + 1 < words.count && (words.starts[word + 1] ?? 0) <= start) word++;
    if (start === end) marks[word] = SIGNS.get(text) ?? Mark.none;
    else if (CAPITAL.test(text)) capitals[word] = 1;
  }
  return { marks, capitals };
}

/** A baseline: a sentence of so many words after another, its first word and "I" with a capital. */
export function fixedLength({ text }: Pick<Wall, 'text'>, length: number): Restored {
  const words = text.split(' ');
  return {
    marks: Uint8Array.from(words, (_, word) => (word % length === length - 1 || word === words.length - 1 ? Mark.period : Mark.none)),
    capitals: Uint8Array.from(words, (word, index) => Number(index % length === 0 || word === 'i' || word.startsWith("i'"))),
  };
}
