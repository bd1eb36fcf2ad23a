import { POLARITIES } from '../../../schemas/claim.js';
import { READING_FAMILIES, type ReadingFamily } from '../claim-model.js';
import type { ClaimWords } from '../lexicon.js';
import { featuresOf } from '../read-claim.js';
import type { AnnotatedClaim } from './annotated.js';
import type { Example } from './examples.js';
import { randomFrom, shuffled } from '../../random.js';

/** A marked claim with its features and what a reader called it. */
export interface ReadExample {
  readonly show: string;
  readonly gold: boolean;
  /** `family value` of each feature, once for each time it occurs (at most twice). */
  readonly features: readonly string[];
  readonly kind: string;
  readonly polarity: string;
}

/** Rows of weights by feature, one weight for each class. */
export type Rows = ReadonlyMap<string, readonly number[]>;

export interface ReadingFitting {
  readonly rounds: number;
  readonly step: number;
  readonly decay: number;
  readonly fewest: number;
  readonly seed: number;
}

/** The classes of the two readings. */
export const KINDS = ['fact', 'recommendation', 'prediction', 'comparison', 'causal', 'generalization', 'evaluation', 'belief'];
export const SIGNS: readonly string[] = POLARITIES;

const MOST_TIMES = 2;

/** The marked claims of a text with their features. */
export function toReadExamples({ source, reading, claims }: Example, { cues }: ClaimWords): ReadExample[] {
  return source.claims.map((claim: AnnotatedClaim, index) => {
    const clause = claims[index] ?? { first: 0, end: 0 };
    const times = new Map<string, number>();
    const features: string[] = [];
    featuresOf({ clause, reading, cues }, (family, value) => {
      const feature = `${family} ${value}`;
      const count = (times.get(feature) ?? 0) + 1;
      times.set(feature, count);
      if (count <= MOST_TIMES) features.push(feature);
    });
    return { show: source.show, gold: source.gold, features, kind: claim.type ?? 'fact', polarity: claim.polarity };
  });
}

/** Fits a multinomial logistic model (Adagrad; the later half of the rounds is averaged). */
export function fitReading(
  examples: readonly ReadExample[],
  { classes, classOf }: { readonly classes: readonly string[]; readonly classOf: (example: ReadExample) => string },
  fitting: ReadingFitting,
): Rows {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const known = [...counts].filter(([, count]) => count >= fitting.fewest).map(([feature]) => feature);
  const numbers = new Map(known.map((feature, index) => [feature, index]));
  const size = known.length * classes.length;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(0.01);
  const average = new Float64Array(size);
  const rows = examples.map((example) => ({
    features: example.features.flatMap((feature) => numbers.get(feature) ?? []),
    right: classes.indexOf(classOf(example)),
  }));
  let averaged = 0;
  for (let round = 0; round < fitting.rounds; round++) {
    for (const { features, right } of shuffled(rows, randomFrom(fitting.seed + round))) {
      const chances = softmax(
        classes.map((_, index) => features.reduce((sum, feature) => sum + (weights[feature * classes.length + index] ?? 0), 0)),
      );
      for (const [index, chance] of chances.entries()) {
        for (const feature of features) {
          const at = feature * classes.length + index;
          const slope = (index === right ? 1 : 0) - chance - fitting.decay * (weights[at] ?? 0);
          squares[at] = (squares[at] ?? 0) + slope * slope;
          weights[at] = (weights[at] ?? 0) + (fitting.step * slope) / Math.sqrt(squares[at] ?? 1);
        }
      }
    }
    if (round * 2 < fitting.rounds) continue;
    averaged++;
    for (let at = 0; at < size; at++) average[at] = (average[at] ?? 0) + (weights[at] ?? 0);
  }
  return new Map(
    known.map((feature, index) => [
      feature,
      classes.map((_, place) => (average[index * classes.length + place] ?? 0) / Math.max(1, averaged)),
    ]),
  );
}

/** The class that a model gives to an example. */
export function likeliestClass(features: readonly string[], rows: Rows, classes: readonly string[]): string {
  const sums = classes.map((_, index) => features.reduce((sum, feature) => sum + (rows.get(feature)?.[index] ?? 0), 0));
  return classes[sums.indexOf(Math.max(...sums))] ?? '';
}

/** Rows by family, as the weight file has them. */
export function byFamily(rows: Rows, rounded: (weight: number) => number): Partial<Record<ReadingFamily, Record<string, number[]>>> {
  const file: Partial<Record<ReadingFamily, Record<string, number[]>>> = {};
  for (const [feature, row] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const at = feature.indexOf(' ');
    const family = READING_FAMILIES.find((name) => name === feature.slice(0, at));
    if (family !== undefined) (file[family] ??= {})[feature.slice(at + 1)] = row.map(rounded);
  }
  return file;
}

function softmax(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / all);
}
