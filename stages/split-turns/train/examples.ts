import type { Doc } from '../../../schemas/document.js';
import { findGaps } from '../find-gaps.js';
import { openingFinder, type OpeningModel } from '../find-openings.js';
import type { WordClasses } from '../lexicon.js';
import { viewWords } from '../view-words.js';
import { writeFeatures } from '../write-features.js';
import type { Unlabelled, Variant } from './variants.js';

/** Rows of features, one after the other: row `n` ends at `ends[n + 1]`. */
export interface Rows {
  readonly ids: Int32Array;
  readonly ends: Int32Array;
}

/** An unlabelled text as features of its gaps and units, with the speaker of each unit. */
export interface Example {
  readonly id: string;
  readonly variant: Variant;
  readonly units: number;
  readonly gaps: Rows;
  readonly roles: Rows;
  readonly speaker: Uint8Array;
}

/** Writes down the features of a text that was tagged as the pipeline tags it. */
export function toExample(
  source: Unlabelled,
  doc: Doc<'tokens' | 'sentences' | 'restored' | 'changes'>,
  { classes, openings }: { classes: WordClasses; openings: OpeningModel },
): Example {
  const { tokens } = doc.layers;
  const view = viewWords(doc.text, doc.layers, classes);
  const gaps = findGaps(view, doc.layers, openingFinder(view, openings));
  const { mask } = openings;
  const gapIds: number[] = [];
  const roleIds: number[] = [];
  const gapEnds = new Int32Array(gaps.count + 1);
  const roleEnds = new Int32Array(gaps.count + 1);
  writeFeatures(view, gaps, (gap, { gapRow, gapCount, roleRow, roleCount }) => {
    for (let index = 0; index < gapCount; index++) gapIds.push((gapRow[index] ?? 0) & mask);
    for (let index = 0; index < roleCount; index++) roleIds.push((roleRow[index] ?? 0) & mask);
    gapEnds[gap + 1] = gapIds.length;
    roleEnds[gap + 1] = roleIds.length;
  });
  const speakerAt = speakerByOffset(source.starts);
  const speaker = Uint8Array.from({ length: gaps.count }, (_, unit) => {
    const middle = ((gaps.token[unit] ?? 0) + (gaps.token[unit + 1] ?? 0)) >> 1;
    return speakerAt(tokens[middle]?.start ?? 0);
  });
  return {
    id: source.id,
    variant: source.variant,
    units: gaps.count,
    gaps: { ids: Int32Array.from(gapIds), ends: gapEnds },
    roles: { ids: Int32Array.from(roleIds), ends: roleEnds },
    speaker,
  };
}

/** Who speaks at an offset; to be asked in rising order. */
export function speakerByOffset(starts: Unlabelled['starts']): (at: number) => number {
  let next = 0;
  return (at) => {
    while (next + 1 < starts.length && (starts[next + 1]?.at ?? 0) <= at) next++;
    return starts[next]?.speaker ?? 0;
  };
}
