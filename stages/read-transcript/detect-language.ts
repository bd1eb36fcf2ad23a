import type { ReaderLexicon } from './lexicon.js';

const SAMPLE_WORDS = 1000;
/** Below this share of function words no language is named. English speech has 0.35 to 0.5; a list of names has under 0.1. */
const LEAST_SHARE = 0.15;
const WORD = /[\p{L}']+/gu;

/** The language tag whose function words make up the largest share of the text's first words; `und` where none is common. */
export function detectLanguage(text: string, lexicon: ReaderLexicon): string {
  const counts = new Map<string, number>();
  let words = 0;
  for (const [word] of text
    .slice(0, SAMPLE_WORDS * 8)
    .toLowerCase()
    .matchAll(WORD)) {
    words++;
    for (const [tag, functionWords] of lexicon.functionWords) if (functionWords.has(word)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] / words >= LEAST_SHARE ? best[0] : 'und';
}
