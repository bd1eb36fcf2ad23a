import winkNLP, { type Document as WinkDocument, type WinkMethods } from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import type { PartOfSpeech, Token } from '../../schemas/document.js';
import type { Span } from '../../schemas/span.js';

/** What one wink-nlp pass tells about a text: its tokens with offsets, and its sentences as half-open token ranges. */
export interface WinkReading {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Span[];
}

let reader: WinkMethods | undefined;
let bareReader: WinkMethods | undefined;

/**
 * Reads a text once with wink-nlp (sentences and parts of speech only; the other pipes cost as much again and are not used).
 *
 * Offsets are added up from the single spaces of canonical text and the token values, and each slice is checked: a mismatch throws,
 * since every quote depends on it.
 */
export function readWithWink(text: string): WinkReading {
  reader ??= winkNLP(model, ['sbd', 'pos']);
  const doc = reader.readDoc(text);
  return { tokens: tokensOf(doc, reader, text), sentences: sentencesOf(doc, reader) };
}

/** The yardstick of `npm run bench`: wink-nlp's default `readDoc` with every pipe of the model. Returns the number of tokens. */
export function bareReadDoc(text: string): number {
  bareReader ??= winkNLP(model);
  return bareReader.readDoc(text).tokens().length();
}

/** The only white space of canonical text, and never two of it in a row. */
const SPACE = 0x20;

function tokensOf(doc: WinkDocument, { its }: WinkMethods, text: string): Token[] {
  const all = doc.tokens();
  const values = all.out(its.value);
  const tags = all.out(its.pos);
  const tokens: Token[] = [];
  // Each word in lower case once: equal words are then one string, which every later look-up is quicker with.
  const lowers = new Map<string, string>();
  let at = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? '';
    const start = text.charCodeAt(at) === SPACE ? at + 1 : at;
    const end = start + value.length;
    if (!text.startsWith(value, start)) throw new Error(`wink-nlp's token ${String(index)} is not at offset ${String(start)} of the text`);
    let lower = lowers.get(value);
    if (lower === undefined) lowers.set(value, (lower = ownLower(value, lowers)));
    // wink-nlp's tag set is exactly the universal one, typed as string.
    tokens.push({ start, end, lower, pos: tags[index] as PartOfSpeech });
    at = end;
  }
  return tokens;
}

function ownLower(value: string, lowers: Map<string, string>): string {
  const lower = value.toLowerCase();
  const known = lowers.get(lower) ?? lower;
  lowers.set(lower, known);
  return known;
}

function sentencesOf(doc: WinkDocument, { its }: WinkMethods): Span[] {
  // its.span gives [first, last] token; typed loosely by wink-nlp.
  const spans = doc.sentences().out(its.span) as unknown as readonly (readonly [number, number])[];
  return spans.map(([first, last]) => ({ start: first, end: last + 1 }));
}
