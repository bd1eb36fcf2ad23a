import type { EntityType } from '../../schemas/mention.js';
import type { Comparison } from './compare.js';
import type { GoldMention, Placed } from './gold.js';
import { matchRanges } from './match-ranges.js';
import type { PredictedMention } from './prediction.js';
import { isFormOf } from './same-name.js';
import { countRight, foundScores, shareOf, sumCounts, sumFound, type Count, type Found, type FoundScores } from './tally.js';
import { holdsWord, wordRange } from './words.js';

/** Words shared over words of both, from which two mentions are the same one. */
const LEAST_OVERLAP = 1 / 3;

/** What was counted about the mentions of a document. */
export interface EntityTally {
  readonly named: Found;
  readonly concept: Found;
  /** Matched mentions with the right canonical name. */
  readonly canonical: Count;
  /** Misheard gold mentions (their words are no form of the name) that were found. */
  readonly misheardFound: Count;
  /** Misheard gold mentions that were found and named right. */
  readonly misheardNamed: Count;
  /** Predicted mentions whose words are no form of their name, that are right. */
  readonly corrections: Count;
}

/** How well things were found and named; null where there is nothing to score. */
export interface EntityScores {
  readonly named: FoundScores;
  readonly concept: FoundScores;
  readonly canonicalAccuracy: number | null;
  readonly misheard: {
    /** Share of the misheard mentions that were found. */
    readonly found: number | null;
    /** Share of the misheard mentions that were found and named right. */
    readonly namedRight: number | null;
    /** Share of the program's own corrections that are right. */
    readonly precision: number | null;
    readonly gold: number;
    readonly predicted: number;
  };
}

interface Pair {
  readonly gold: Placed<GoldMention>;
  readonly predicted: Placed<PredictedMention>;
}

/** Counts mentions found, by group, and names given right, inside the window. */
export function tallyEntities(comparison: Comparison): EntityTally {
  const { gold, prediction, wording, names } = comparison;
  const annotated = gold.entities ?? [];
  const predicted = prediction.mentions
    .map((mention) => ({ ...mention, ...wordRange(wording.words, mention) }))
    .filter(({ firstWord }) => gold.entities !== null && holdsWord(gold.windows.entities, firstWord));
  const named = pairsOf(annotated.filter(isNamed), predicted.filter(isNamed));
  const concept = pairsOf(annotated.filter(isConcept), predicted.filter(isConcept));

  const pairs = [...named, ...concept];
  const rightNames = pairs.filter((pair) => names.same(pair.predicted.name, pair.gold.canonical));
  const [found, namedRight] = [pairs, rightNames].map((some) => new Set(some.map((pair) => pair.gold)));
  const predictedRight = new Set(rightNames.map((pair) => pair.predicted));
  const misheard = annotated.filter(({ mention, canonical }) => !isFormOf(mention, canonical, names));
  const corrections = predicted.filter((mention) => !isFormOf(wording.text.slice(mention.start, mention.end), mention.name, names));
  return {
    named: { gold: annotated.filter(isNamed).length, predicted: predicted.filter(isNamed).length, matched: named.length },
    concept: { gold: annotated.filter(isConcept).length, predicted: predicted.filter(isConcept).length, matched: concept.length },
    canonical: { right: rightNames.length, of: pairs.length },
    misheardFound: countRight(misheard, (mention) => found?.has(mention) ?? false),
    misheardNamed: countRight(misheard, (mention) => namedRight?.has(mention) ?? false),
    corrections: countRight(corrections, (mention) => predictedRight.has(mention)),
  };
}

/** The scores of one document, or of several together. */
export function scoreEntities(tallies: readonly EntityTally[]): EntityScores {
  const misheard = sumCounts(tallies.map(({ misheardFound }) => misheardFound));
  const corrections = sumCounts(tallies.map((tally) => tally.corrections));
  return {
    named: foundScores(sumFound(tallies.map(({ named }) => named))),
    concept: foundScores(sumFound(tallies.map(({ concept }) => concept))),
    canonicalAccuracy: shareOf(sumCounts(tallies.map(({ canonical }) => canonical))),
    misheard: {
      found: shareOf(misheard),
      namedRight: shareOf(sumCounts(tallies.map(({ misheardNamed }) => misheardNamed))),
      precision: shareOf(corrections),
      gold: misheard.of,
      predicted: corrections.of,
    },
  };
}

function isConcept({ type }: { readonly type: EntityType }): boolean {
  return type === 'concept';
}

function isNamed(mention: { readonly type: EntityType }): boolean {
  return !isConcept(mention);
}

function pairsOf(gold: readonly Placed<GoldMention>[], predicted: readonly Placed<PredictedMention>[]): readonly Pair[] {
  return matchRanges(gold, predicted, LEAST_OVERLAP).flatMap((match) => {
    const [annotated, found] = [gold[match.gold], predicted[match.predicted]];
    return annotated !== undefined && found !== undefined ? [{ gold: annotated, predicted: found }] : [];
  });
}
