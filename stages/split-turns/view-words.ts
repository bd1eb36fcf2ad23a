import type { Token } from '../../schemas/document.js';
import type { Edit } from '../../schemas/view.js';
import { hashOf } from './feature-hash.js';

/** The tokens of a text as numbers, so that a feature made of them costs a few integer operations. */
export interface WordView {
  readonly count: number;
  /** Hash of each word; 0 for punctuation. */
  readonly hash: Int32Array;
  /** Bits of the word classes that it belongs to. */
  readonly classes: Int32Array;
  /** Which punctuation mark a token is, 0 for a word. */
  readonly mark: Uint8Array;
  /** 1 for a noun, name, verb or adjective of four letters or more: the words whose return is an echo. */
  readonly content: Uint8Array;
  /** 1 for a word that begins with a capital. */
  readonly capital: Uint8Array;
  /** Which mark has been restored after a token of text without punctuation; 0 for none. */
  readonly restored: Uint8Array;
}

/** The layers that a view is made of. */
export interface ViewedLayers {
  readonly tokens: readonly Token[];
  readonly restored: readonly Edit[];
}

const FULL_STOP = 1;
const QUESTION_MARK = 2;
const EXCLAMATION = 3;
export const ELLIPSIS = 4;
export const DASH = 5;
const COMMA = 6;
const OTHER_MARK = 7;

const MARKS: ReadonlyMap<string, number> = new Map([
  ['.', FULL_STOP],
  ['?', QUESTION_MARK],
  ['!', EXCLAMATION],
  ['…', ELLIPSIS],
  ['...', ELLIPSIS],
  ['..', ELLIPSIS],
  ['-', DASH],
  ['--', DASH],
  ['–', DASH],
  ['—', DASH],
  [',', COMMA],
]);
const CONTENT = new Set<Token['pos']>(['NOUN', 'PROPN', 'VERB', 'ADJ']);
const CONTENT_LETTERS = 4;

/** Looks every token up once. */
export function viewWords(text: string, { tokens, restored }: ViewedLayers, classes: ReadonlyMap<string, number>): WordView {
  const count = tokens.length;
  const view = {
    count,
    hash: new Int32Array(count),
    classes: new Int32Array(count),
    mark: new Uint8Array(count),
    content: new Uint8Array(count),
    capital: new Uint8Array(count),
    restored: new Uint8Array(count),
  };
  let edit = 0;
  for (let index = 0; index < count; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    while (edit < restored.length && (restored[edit]?.end ?? 0) <= token.end) {
      const { start = 0, end = 0, text: sign = '' } = restored[edit++] ?? {};
      if (start === end && end === token.end) view.restored[index] = MARKS.get(sign) ?? 0;
    }
    const mark = token.end - token.start <= 3 ? (MARKS.get(token.lower) ?? 0) : 0;
    view.mark[index] = mark !== 0 ? mark : token.pos === 'PUNCT' ? OTHER_MARK : 0;
    if (view.mark[index] !== 0) continue;
    view.hash[index] = hashOf(token.lower);
    view.classes[index] = classes.get(token.lower) ?? 0;
    view.content[index] = token.end - token.start >= CONTENT_LETTERS && CONTENT.has(token.pos) ? 1 : 0;
    const first = text.charCodeAt(token.start);
    view.capital[index] = first >= 65 && first <= 90 ? 1 : 0;
  }
  return view;
}
