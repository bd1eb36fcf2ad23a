import type { MarkedSegment } from './mark-up.js';

/** Share of segments that open with a space, from which on spaces are part of the words, and a missing one means something. */
const SPACED_SHARE = 0.4;
const FEW_SEGMENTS = 3;
/** Up to this many words a segment on average, segments are tokens of the recogniser, and a missing space always means: the same word. */
const WORDS_OF_TOKENS = 1.5;
const ENDS_IN_WORD = /[\p{L}\p{N}'’-]$/u;
// What may go on a word in the middle of it, or close it: "ing", "s", "'ll", ","; not "And", "[".
const GOES_ON = /^[\p{Ll}\p{N}'’]/u;
const CLOSES = /^[.,;:!?…%]/u;
const OPENS_SPACED = /^\s/u;
const CLOSES_SPACED = /\s$/u;
const WORD = /\S+/gu;

/** Tells for each segment whether it goes on a word of the one before: recognisers that cut by length cut inside words too. */
export function joinsOf(segments: readonly MarkedSegment[]): boolean[] {
  const spaced = segments.filter(({ lines }) => OPENS_SPACED.test(lines[0]?.text ?? '')).length;
  if (segments.length < FEW_SEGMENTS || spaced < segments.length * SPACED_SHARE || spaced === segments.length) return [];
  const texts = segments.map(({ lines }) => lines.map(({ text }) => text).join('\n'));
  const words = texts.reduce((sum, text) => sum + (text.match(WORD)?.length ?? 0), 0);
  const areTokens = words <= texts.length * WORDS_OF_TOKENS;
  return texts.map((text, index) => {
    const before = texts[index - 1] ?? ' ';
    if (OPENS_SPACED.test(text) || CLOSES_SPACED.test(before)) return false;
    return areTokens || CLOSES.test(text) || (GOES_ON.test(text) && ENDS_IN_WORD.test(before));
  });
}
