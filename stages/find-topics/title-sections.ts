import type { Span } from '../../schemas/span.js';
import { lastStartingBy } from '../../schemas/span.js';
import type { Phrase } from './find-phrases.js';
import type { SectionWeights } from './lexicon.js';
import type { Word } from './read-words.js';

/** A section's phrases, those that tell it from the other sections first. */
export interface TitledSection extends Span {
  readonly title: readonly Phrase[];
  readonly phrases: readonly Phrase[];
}

interface Candidate {
  readonly phrase: Phrase;
  readonly weight: number;
}

/** Finds what each section speaks of, and which of it makes a title. */
export function titleSections(
  sections: readonly Span[],
  phrases: readonly Phrase[],
  { words, weights }: { words: readonly Word[]; weights: SectionWeights },
): TitledSection[] {
  const candidates: Candidate[][] = sections.map(() => []);
  for (const phrase of phrases) {
    const counts = new Map<number, number>();
    for (const place of phrase.places) {
      const section = lastStartingBy(sections, words[place.start]?.start ?? 0);
      counts.set(section, (counts.get(section) ?? 0) + 1);
    }
    const rarity = Math.log2(1 + sections.length / counts.size);
    // Said once it may be in passing: only the times after the first speak for it.
    for (const [section, places] of counts) candidates[section]?.push({ phrase, weight: phrase.weight * (places - 1) * rarity });
  }
  return sections.map((section, index) => {
    const ranked = (candidates[index] ?? []).sort((a, b) => b.weight - a.weight);
    return { ...section, title: titleOf(ranked, weights), phrases: ranked.map(({ phrase }) => phrase) };
  });
}

/** The strongest phrase, and the next one where it is nearly as strong and says something else. */
function titleOf(ranked: readonly Candidate[], { secondInTitle }: SectionWeights): Phrase[] {
  const first = ranked[0];
  if (first === undefined) return [];
  const second = ranked.find(({ phrase: { key } }) => !key.includes(first.phrase.key) && !first.phrase.key.includes(key));
  const both = second !== undefined && second.weight > 0 && second.weight >= secondInTitle * first.weight;
  return both ? [first.phrase, second.phrase] : [first.phrase];
}
