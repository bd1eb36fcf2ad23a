import type { ReaderLexicon } from './lexicon.js';
import type { Piece } from './piece.js';

/** Where a line's words come from: its number, and its segment's times in milliseconds if it has any. */
export interface LinePlace {
  readonly line: number;
  readonly endLine?: number | undefined;
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
}

// A bracket that may be non-speech: "(laughing)", "[inaudible 00:22:46]", "♪ la la ♪", "♪"; not "(" alone.
const BRACKETED = /\([^()[\]]{1,60}\)|\[[^()[\]]{1,60}\]|♪[^♪]{0,200}♪|[♪♫]+/gu;
const MAYBE_EVENT = /[([♪♫]/u;
// Words inside such a bracket: "clears throat" -> clears, throat; "BLANK_AUDIO" -> blank_audio.
const BRACKET_WORD = /[\p{L}_♪♫]+/gu;

/** Parts a line's words from the non-speech among them. */
export function splitEvents(text: string, place: LinePlace, lexicon: ReaderLexicon): Piece[] {
  if (!MAYBE_EVENT.test(text)) return wordsPiece(text, place);
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(BRACKETED)) {
    if (!isNonSpeech(match[0], lexicon)) continue;
    pieces.push(...wordsPiece(text.slice(from, match.index), place), eventPiece(match[0], place));
    from = match.index + match[0].length;
  }
  return [...pieces, ...wordsPiece(text.slice(from), place)];
}

/** Parts a line at its change marks first: a leading mark, and every further one inside the line; then at its events. */
export function splitChanges(
  text: string,
  mark: RegExp,
  { place, lexicon }: { readonly place: LinePlace; readonly lexicon: ReaderLexicon },
): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(mark)) {
    for (const piece of splitEvents(text.slice(from, match.index), place, lexicon)) pieces.push(piece);
    pieces.push({ type: 'change' });
    from = match.index + match[0].length;
  }
  return [...pieces, ...splitEvents(text.slice(from), place, lexicon)];
}

function isNonSpeech(bracket: string, lexicon: ReaderLexicon): boolean {
  for (const [word] of bracket.toLowerCase().matchAll(BRACKET_WORD)) if (lexicon.nonSpeech.has(word)) return true;
  return false;
}

function wordsPiece(text: string, { line, endLine, startMs, endMs }: LinePlace): Piece[] {
  if (text.trim() === '') return [];
  // Field by field, absent ones too: a transcript has thousands of pieces, spreads are slow, and all of one shape take less room.
  return [{ type: 'words', text, line, endLine, startMs, endMs, timedWord: undefined, guessedTimes: undefined, glued: undefined }];
}

function eventPiece(text: string, { line, startMs }: LinePlace): Piece {
  return { type: 'event', text, line, startMs };
}
