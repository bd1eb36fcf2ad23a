import type { Span } from '../../schemas/span.js';
import { alignWords, type Alignment } from './align-words.js';
import type { Recording } from './recording.js';
import { spanOfWords } from './shingles.js';

/** A stretch of one text whose words are a stretch of another. Spans are of each text's own. */
export interface Stretch extends Span {
  readonly of: Span;
  /** Half-open range of words of the clip. */
  readonly from: number;
  readonly to: number;
}

/** An episode whose words are a stretch (or some stretches) of a longer one. */
export interface Excerpt {
  readonly clip: Recording;
  readonly of: Recording;
  readonly alignment: Alignment;
  readonly stretches: readonly Stretch[];
  /** Share of the clip's words that the stretches hold. */
  readonly share: number;
}

/** Words in a row that are not the other text's end a stretch. */
const LONGEST_BREAK = 12;
/** Aligned words of a stretch: a quoted sentence or a greeting has fewer. */
const LEAST_WORDS = 25;
/** Share of a stretch's words that are equal: a recogniser that mishears one word in four still has it. */
const LEAST_EQUAL = 0.6;
/** Share of the clip that must be in stretches: intros, advertisements and quoted paragraphs are less than that. */
const LEAST_SHARE = 0.6;

/** Aligns two episodes; undefined where the first is no excerpt of the second. */
export function excerptOf(clip: Recording, of: Recording): Excerpt | undefined {
  const alignment = alignWords(clip.words.hashes, of.words.hashes);
  const stretches = stretchesOf(alignment).map(({ from, to }) => ({
    from,
    to,
    ...spanOfWords(clip.words, from, to - 1),
    of: spanOfWords(of.words, alignment[from] ?? 0, alignment[to - 1] ?? 0),
  }));
  const share = stretches.reduce((sum, { from, to }) => sum + to - from, 0) / Math.max(1, alignment.length);
  return share < LEAST_SHARE ? undefined : { clip, of, alignment, stretches, share };
}

/**
 * Keeps one excerpt for each clip, the one of the longest recording. Where two that hold a clip are different recordings, its words
 * are boilerplate that any show may use, and it belongs to neither.
 */
export function settleExcerpts(held: readonly Excerpt[]): Excerpt[] {
  const isOneRecording = (a: Excerpt, b: Excerpt): boolean =>
    held.some(({ clip, of }) => (clip.id === a.of.id && of.id === b.of.id) || (clip.id === b.of.id && of.id === a.of.id));
  const byClip = new Map<string, Excerpt[]>();
  for (const excerpt of held) byClip.set(excerpt.clip.id, [...(byClip.get(excerpt.clip.id) ?? []), excerpt]);
  return [...byClip.values()].flatMap((holders) => {
    const [longest, ...others] = holders.sort(longestFirst);
    return longest !== undefined && others.every((other) => isOneRecording(longest, other)) ? [longest] : [];
  });
}

function longestFirst(a: Excerpt, b: Excerpt): number {
  return b.of.words.hashes.length - a.of.words.hashes.length || (a.of.id < b.of.id ? -1 : 1);
}

/** Runs of aligned words without a long break in either text. */
function stretchesOf(alignment: Alignment): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  let from = -1;
  let last = -1;
  let equal = 0;
  const close = (): void => {
    if (equal >= LEAST_WORDS && equal >= LEAST_EQUAL * (last + 1 - from)) stretches.push({ from, to: last + 1 });
  };
  for (const [word, of] of alignment.entries()) {
    if (of === -1) continue;
    const isBreak = last === -1 || word - last > LONGEST_BREAK || of - (alignment[last] ?? 0) > LONGEST_BREAK;
    if (isBreak) {
      close();
      [from, equal] = [word, 0];
    }
    equal++;
    last = word;
  }
  close();
  return stretches;
}
