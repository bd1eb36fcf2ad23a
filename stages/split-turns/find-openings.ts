import { mix } from './feature-hash.js';
import { firstStep, rowOf, type FeatureTable } from './feature-table.js';
import type { WordView } from './view-words.js';

/** Weights by which the gaps of a wall are looked through for those where a voice may begin. */
export interface OpeningModel {
  /** Picks a feature's slot out of its hash. */
  readonly mask: number;
  readonly table: FeatureTable;
  /** A gap with a lower sum is passed over. */
  readonly least: number;
}

/** Room for the features of an opening. */
export const OPENING_ROOM = 16;

/** Tells whether a voice may begin at a word of a wall: one gap in eight or so, with nearly all changes among them. */
export function openingFinder(view: WordView, { mask, table, least }: OpeningModel): (at: number) => boolean {
  const features = new Int32Array(OPENING_ROOM);
  const leastSteps = least / (table.scales[0] ?? 1);
  return (at) => {
    const count = openingFeatures(view, at, features);
    let sum = 0;
    for (let index = 0; index < count; index++) sum += firstStep(table, rowOf(table, (features[index] ?? 0) & mask));
    return sum >= leastSteps;
  };
}

/** Writes the features of the three words on either side of a gap into `row`; returns how many. */
export function openingFeatures({ hash }: WordView, at: number, row: Int32Array): number {
  const w0 = hash[at] ?? 0;
  const w1 = hash[at + 1] ?? 0;
  const w2 = hash[at + 2] ?? 0;
  const p1 = hash[at - 1] ?? 0;
  const p2 = hash[at - 2] ?? 0;
  const p3 = hash[at - 3] ?? 0;
  const opening = mix(1, w0, w1);
  const closing = mix(2, p2, p1);
  row[0] = mix(160, w0);
  row[1] = mix(161, p1);
  row[2] = mix(162, w1);
  row[3] = mix(163, p2);
  row[4] = mix(164, opening);
  row[5] = mix(165, closing);
  row[6] = mix(166, p1, w0);
  row[7] = mix(167, opening, w2);
  row[8] = mix(168, closing, p3);
  row[9] = mix(169, p1, opening);
  row[10] = mix(170, closing, w0);
  return 11;
}
