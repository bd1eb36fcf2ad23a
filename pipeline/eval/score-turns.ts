import { isUnnamed, type Comparison } from './compare.js';
import { countNear } from './match-ranges.js';
import { countRight, foundScores, meanOf, shareOf, sumCounts, sumFound, type Count, type Found } from './tally.js';
import { holdsWord, wordRange } from './words.js';

/** How far, in words, a predicted change of voice may lie from the one it answers. */
const WORDS_APART = 2;

/** What was counted about the turns of a document. */
export interface TurnTally {
  readonly changes: Found;
  /** Words whose voice, mapped to a speaker, is right. */
  readonly words: Count;
  /** Words that carry the right name. */
  readonly names: Count;
  /** F1 over words of each gold speaker. */
  readonly speakerF1: readonly number[];
}

/** How well turns and their speakers were found; null where there is nothing to score. */
export interface TurnScores {
  readonly boundaryF1: number | null;
  readonly boundaryPrecision: number | null;
  readonly boundaryRecall: number | null;
  readonly wordAccuracy: number | null;
  readonly speakerMacroF1: number | null;
  readonly nameAccuracy: number | null;
  readonly words: number;
  readonly changes: number;
}

/** Counts changes of voice, words with the right voice and words with the right name, inside the window. */
export function tallyTurns(comparison: Comparison): TurnTally {
  const { gold } = comparison;
  if (gold.turns === null) return { changes: sumFound([]), words: sumCounts([]), names: sumCounts([]), speakerF1: [] };
  const spoken = comparison.speakers.flatMap((speaker, index) =>
    speaker === null ? [] : [{ speaker, voice: comparison.voices[index] ?? null, elsewhere: nameElsewhere(comparison, index) }],
  );
  return {
    changes: tallyChanges(comparison),
    words: countRight(spoken, ({ speaker, voice }) => mapped(comparison, voice) === speaker),
    names: countRight(spoken, ({ speaker, voice, elsewhere }) =>
      elsewhere === undefined || isUnnamed(speaker) ? carriesName(comparison, voice, speaker) : comparison.names.same(elsewhere, speaker),
    ),
    speakerF1: [...new Set(spoken.map(({ speaker }) => speaker))].map((speaker) => {
      const theirs = countRight(spoken, (word) => word.speaker === speaker && mapped(comparison, word.voice) === speaker).right;
      const either =
        spoken.filter((word) => word.speaker === speaker).length +
        spoken.filter((word) => mapped(comparison, word.voice) === speaker).length;
      return (2 * theirs) / either;
    }),
  };
}

/** The scores of one document, or of several together. */
export function scoreTurns(tallies: readonly TurnTally[]): TurnScores {
  const changes = foundScores(sumFound(tallies.map((tally) => tally.changes)));
  const words = sumCounts(tallies.map((tally) => tally.words));
  return {
    boundaryF1: changes.f1,
    boundaryPrecision: changes.precision,
    boundaryRecall: changes.recall,
    wordAccuracy: shareOf(words),
    speakerMacroF1: meanOf(tallies.flatMap((tally) => tally.speakerF1)),
    nameAccuracy: shareOf(sumCounts(tallies.map((tally) => tally.names))),
    words: words.of,
    changes: changes.gold,
  };
}

function tallyChanges({ gold, prediction, wording }: Comparison): Found {
  const spoken = (gold.turns ?? []).filter(({ speaker }) => speaker !== '-');
  const inGold = spoken.filter((row, index) => index > 0 && row.speaker !== spoken[index - 1]?.speaker).map(({ firstWord }) => firstWord);
  const inPrediction = prediction.turns
    .filter((turn, index) => index > 0 && (turn.voice === null || turn.voice !== prediction.turns[index - 1]?.voice))
    .map((turn) => wordRange(wording.words, turn).firstWord);
  const [annotated, predicted] = [inGold, inPrediction].map((changes) => changes.filter((at) => holdsWord(gold.windows.turns, at)));
  const missed = gold.unplaced.filter(({ layer }) => layer === 'turns').length;
  return {
    gold: (annotated?.length ?? 0) + missed,
    predicted: predicted?.length ?? 0,
    matched: countNear(annotated ?? [], predicted ?? [], WORDS_APART),
  };
}

function mapped({ speakerOf }: Comparison, voice: string | null): string | null {
  return voice === null ? null : (speakerOf.get(voice) ?? null);
}

/** The name that a word has in a longer recording of it. */
function nameElsewhere({ prediction: { elsewhere = [] }, wording }: Comparison, word: number): string | undefined {
  const at = wording.words[word]?.start ?? 0;
  return elsewhere.find(({ start, end }) => start <= at && at < end)?.name;
}

/** By the name itself; where the recording gives no name, a voice that is left without one and is theirs. */
function carriesName(comparison: Comparison, voice: string | null, speaker: string): boolean {
  const name = voice === null ? null : comparison.prediction.voices.get(voice);
  if (isUnnamed(speaker)) return isUnnamed(name) && mapped(comparison, voice) === speaker;
  return name !== null && name !== undefined && comparison.names.same(name, speaker);
}
