// White space at either end of a piece.
const OPEN_START = /^\s/u;
const OPEN_END = /\s$/u;
// Marks that go on the word before them: ",", "...", "?!"; not "-", "(", "'s".
const CLOSING_MARKS = /^[.,;:!?…%。，！？、]+$/u;
// "that." before "So": two sentences, whatever the spaces say.
const SENTENCE_END = /[.?!…"”]$/u;
const SENTENCE_OPENING = /^[\p{Lu}\p{N}"“'([♪>-]/u;

/** Share of places with white space above which white space is what parts the words of a source, in short pieces and in long ones. */
const SPACED_SHARE = 0.15;
const SPACED_SHARE_OF_LONG = 0.6;
const SHORT = 12;
/** Share of places without it above which pieces do end inside words (whisper.cpp -ml). */
const SPLIT_SHARE = 0.05;

/**
 * Tells for each piece of a source whether it goes on a word of the piece before. Recognisers either write the spaces into the pieces
 * (" Ask", " no", "body") and leave them out inside a word, or write none and mean one everywhere but before a comma.
 */
export function findJoins(texts: readonly string[]): boolean[] {
  const filled = texts.flatMap((text, index) => (text.trim() === '' ? [] : [index]));
  const open = filled.map((at, nth) => isOpen(texts, { at, before: filled[nth - 1] }));
  const spaced = open.slice(1).filter((isSpaced) => isSpaced).length;
  const places = Math.max(1, filled.length - 1);
  const length = filled.reduce((sum, at) => sum + (texts[at]?.length ?? 0), 0) / Math.max(1, filled.length);
  const explicit = spaced / places >= (length < SHORT ? SPACED_SHARE : SPACED_SHARE_OF_LONG);
  const splits = 1 - spaced / places >= SPLIT_SHARE;
  const joins = texts.map(() => false);
  for (const [nth, at] of filled.entries()) {
    const before = texts[filled[nth - 1] ?? -1];
    const text = texts[at] ?? '';
    if (before === undefined || open[nth] === true) continue;
    const two = SENTENCE_END.test(before) && SENTENCE_OPENING.test(text);
    joins[at] = explicit ? splits || !two : CLOSING_MARKS.test(text);
  }
  return joins;
}

function isOpen(texts: readonly string[], { at, before }: { readonly at: number; readonly before: number | undefined }): boolean {
  if (before === undefined) return true;
  return before < at - 1 || OPEN_START.test(texts[at] ?? '') || OPEN_END.test(texts[before] ?? '');
}
