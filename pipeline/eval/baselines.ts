import { lastStartingBy, slice, type Span } from '../../schemas/span.js';
import type { EntityType } from '../../schemas/mention.js';
import type { PredictedClaim, Prediction } from './prediction.js';
import { wordsOf } from './words.js';

/** A sentence with fewer words claims nothing, says the first baseline. */
const LEAST_WORDS = 6;

/** What the second baseline hands over at once: compromise takes quadratic time on text without sentence ends. */
const MOST_WORDS = 60;

/** Finds people, organizations and places in a sentence-sized text; spans are into that text. */
export type FindNames = (sentence: string) => readonly (Span & { readonly type: EntityType })[];

/** The first baseline: every sentence of six words or more is a claim (an opinion, of whoever speaks). */
export function everySentence(prediction: Prediction, sentences: readonly Span[]): Prediction {
  const long = sentences.filter((sentence) => wordsOf(slice(prediction.text, sentence)).length >= LEAST_WORDS);
  return { ...prediction, claims: long.map((sentence) => asClaim(sentence, prediction)) };
}

function asClaim({ start, end }: Span, { turns, voices }: Prediction): PredictedClaim {
  const voice = turns[lastStartingBy(turns, start)]?.voice ?? null;
  return {
    start,
    end,
    voice,
    kind: 'opinion',
    type: 'belief',
    polarity: 'neutral',
    stance: 'asserts',
    holder: { name: (voice === null ? null : voices.get(voice)) ?? '', own: true },
    target: { text: '', name: null },
  };
}

/** The second baseline: the people, organizations and places that a library finds, named by their own words. */
export function libraryNames(prediction: Prediction, sentences: readonly Span[], find: FindNames): Prediction {
  const { text } = prediction;
  const mentions = sentences.flatMap((sentence) =>
    stretchesOf(text, sentence).flatMap((stretch) =>
      find(slice(text, stretch)).map(({ start, end, type }) => {
        const span = { start: stretch.start + start, end: stretch.start + end };
        return { ...span, type, name: slice(text, span) };
      }),
    ),
  );
  return { ...prediction, mentions };
}

/** A sentence, or a longer stretch in parts that are no longer than a sentence should be. */
function stretchesOf(text: string, sentence: Span): readonly Span[] {
  const words = wordsOf(slice(text, sentence));
  const stretches: Span[] = [];
  for (let first = 0; first < words.length; first += MOST_WORDS) {
    const [from, to] = [words[first], words[Math.min(first + MOST_WORDS, words.length) - 1]];
    if (from !== undefined && to !== undefined) stretches.push({ start: sentence.start + from.start, end: sentence.start + to.end });
  }
  return stretches;
}
