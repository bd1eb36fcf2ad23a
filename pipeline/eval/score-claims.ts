import { isUnnamed, type Comparison } from './compare.js';
import type { GoldClaim, Placed } from './gold.js';
import { matchRanges } from './match-ranges.js';
import type { PredictedClaim } from './prediction.js';
import { countRight, foundScores, shareOf, sumCounts, sumFound, type Count, type Found, type FoundScores } from './tally.js';
import { sameTarget } from './target-head.js';
import { holdsWord, wordRange, wordsOf } from './words.js';

/** Words shared over words of both, from which two quotes are the same claim. */
const LEAST_OVERLAP = 0.5;

/** What was counted about the claims of a document; all but the first two on matched claims. */
export interface ClaimTally {
  readonly all: Found;
  readonly opinions: Found;
  readonly speaker: Count;
  readonly kind: Count;
  readonly type: Count;
  readonly polarity: Count;
  readonly target: Count;
  readonly holder: Count;
  readonly falseReports: Count;
}

/** How well claims were found and read; null where there is nothing to score. */
export interface ClaimScores extends FoundScores {
  readonly opinion: FoundScores;
  readonly speakerAccuracy: number | null;
  readonly kindAccuracy: number | null;
  readonly typeAccuracy: number | null;
  readonly polarityAccuracy: number | null;
  readonly targetAccuracy: number | null;
  readonly holderAccuracy: number | null;
  /** Share of the speakers' own claims that were taken for somebody else's: the lower, the better. */
  readonly falseReports: number | null;
}

interface Pair {
  readonly gold: Placed<GoldClaim>;
  readonly predicted: Placed<PredictedClaim>;
}

/** Counts claims found and, on those, what was read right, inside the window. */
export function tallyClaims(comparison: Comparison): ClaimTally {
  const { gold, prediction, wording, names } = comparison;
  const annotated = gold.claims ?? [];
  const predicted = prediction.claims
    .map((claim) => ({ ...claim, ...wordRange(wording.words, claim) }))
    .filter(({ firstWord }) => gold.claims !== null && holdsWord(gold.windows.claims, firstWord));
  const opinions = { gold: annotated.filter(isOpinion), predicted: predicted.filter(isOpinion) };

  const pairs = pairsOf(annotated, predicted);
  const bothOpinions = pairs.filter((pair) => isOpinion(pair.gold) && isOpinion(pair.predicted));
  return {
    all: { gold: annotated.length, predicted: predicted.length, matched: pairs.length },
    opinions: {
      gold: opinions.gold.length,
      predicted: opinions.predicted.length,
      matched: pairsOf(opinions.gold, opinions.predicted).length,
    },
    speaker: countRight(pairs, (pair) => isSaidBy(comparison, pair.predicted.voice, pair.gold.speaker)),
    kind: countRight(pairs, (pair) => pair.predicted.kind === pair.gold.kind),
    type: countRight(bothOpinions, (pair) => pair.predicted.type === pair.gold.type),
    polarity: countRight(pairs, (pair) => pair.predicted.polarity === pair.gold.polarity),
    target: countRight(pairs, (pair) => sameTarget(pair.gold.target, pair.predicted.target, names)),
    holder: countRight(
      pairs.filter((pair) => pair.gold.attributedTo !== null),
      (pair) => pair.predicted.stance !== 'asserts' && sharesWord(pair.predicted.holder.name, pair.gold.attributedTo ?? ''),
    ),
    falseReports: countRight(
      pairs.filter((pair) => pair.gold.attributedTo === null),
      (pair) => pair.predicted.stance === 'reports' || !pair.predicted.holder.own,
    ),
  };
}

/** The scores of one document, or of several together. */
export function scoreClaims(tallies: readonly ClaimTally[]): ClaimScores {
  const share = (countOf: (tally: ClaimTally) => Count): number | null => shareOf(sumCounts(tallies.map(countOf)));
  return {
    ...foundScores(sumFound(tallies.map(({ all }) => all))),
    opinion: foundScores(sumFound(tallies.map(({ opinions }) => opinions))),
    speakerAccuracy: share(({ speaker }) => speaker),
    kindAccuracy: share(({ kind }) => kind),
    typeAccuracy: share(({ type }) => type),
    polarityAccuracy: share(({ polarity }) => polarity),
    targetAccuracy: share(({ target }) => target),
    holderAccuracy: share(({ holder }) => holder),
    falseReports: share(({ falseReports }) => falseReports),
  };
}

function isOpinion({ kind }: { readonly kind: GoldClaim['kind'] }): boolean {
  return kind === 'opinion';
}

function pairsOf(gold: readonly Placed<GoldClaim>[], predicted: readonly Placed<PredictedClaim>[]): readonly Pair[] {
  return matchRanges(gold, predicted, LEAST_OVERLAP).flatMap((match) => {
    const [annotated, found] = [gold[match.gold], predicted[match.predicted]];
    return annotated !== undefined && found !== undefined ? [{ gold: annotated, predicted: found }] : [];
  });
}

/** By name; a voice without one is taken for the speaker that it is mapped to. */
function isSaidBy({ prediction, speakerOf, names }: Comparison, voice: string | null, speaker: string): boolean {
  if (voice === null) return false;
  const name = prediction.voices.get(voice);
  return name === null || name === undefined || isUnnamed(name) ? speakerOf.get(voice) === speaker : names.same(name, speaker);
}

/** Words that say nothing about who somebody is. */
const NOBODY = new Set(['a', 'an', 'the', 'my', 'our', 'your', 'his', 'her', 'their', 'of', 'in', 'at']);

function sharesWord(a: string, b: string): boolean {
  const theirs = new Set(contentWordsOf(b));
  return contentWordsOf(a).some((word) => theirs.has(word));
}

function contentWordsOf(phrase: string): readonly string[] {
  const words = wordsOf(phrase.replace(POSSESSIVE, '')).map(({ key }) => key);
  return words.filter((word) => !NOBODY.has(word));
}

// "Meta's" | "its"
const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/gu;
