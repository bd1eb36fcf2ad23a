import type { FeatureTableFile } from '../feature-table.js';
import type { TurnModelFile } from '../turn-model.js';
import type { Fit } from './fit.js';
import type { OpeningFit } from './fit-openings.js';
import type { KeptFeatures } from './keep-features.js';

/** A column's largest weight is 127 steps. */
const LARGEST_STEP = 127;
/** Tellings are not negative; one less than fits leaves room for the rounding of the scale. */
const LARGEST_TELLING = 254;

/** Rounds the weights to bytes, as `turn-model.ts` reads them. */
export function packVoices(
  { gaps, roles, net, matrices }: Fit,
  kept: KeptFeatures,
): Pick<TurnModelFile, 'gaps' | 'roles' | 'shape' | 'net'> {
  const numbers = matrices.flatMap(({ values }) => [...values]);
  const bytes = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [index, number] of numbers.entries()) bytes.setFloat32(index * 4, number, true);
  return {
    gaps: packTable(kept.gaps, gaps.weights.subarray(gaps.columns), gaps.columns),
    roles: packTable(kept.roles, roles.weights.subarray(roles.columns), roles.columns),
    shape: net.shape,
    net: Buffer.from(bytes.buffer).toString('base64'),
  };
}

/** Openings that weigh nothing are left out. */
export function packOpenings({ weights }: OpeningFit): FeatureTableFile {
  const slots = [...weights.keys()].filter((slot) => weights[slot] !== 0);
  return packTable(
    slots,
    Float32Array.from(slots, (slot) => weights[slot] ?? 0),
    1,
  );
}

/** `tellings` has a number for each row, row 0 being nobody's. */
export function packTellings(tellings: Float32Array): Pick<TurnModelFile, 'tellings' | 'tellingScale'> {
  const tellingScale = Number((tellings.reduce((most, telling) => Math.max(most, telling), 1e-6) / LARGEST_TELLING).toPrecision(6));
  return { tellings: toBase64(Array.from(tellings.subarray(1), (telling) => Math.round(telling / tellingScale))), tellingScale };
}

/** `weights` has a row of `columns` numbers for each slot. */
function packTable(slots: readonly number[], weights: Float32Array, columns: number): FeatureTableFile {
  const rows = Array.from({ length: columns }, (_, column) =>
    Float32Array.from(slots, (_slot, index) => weights[index * columns + column] ?? 0),
  );
  const scales = rows.map((row) => row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6) / LARGEST_STEP);
  return {
    slots: toBase64(slots.flatMap((slot, index) => toLeb128(slot - (slots[index - 1] ?? -1)))),
    columns: rows.map((row, column) => toBase64(Array.from(row, (weight) => Math.round(weight / (scales[column] ?? 1)) & 255))),
    scales: scales.map((scale) => Number(scale.toPrecision(6))),
  };
}

function toLeb128(number: number): number[] {
  return number < 128 ? [number] : [(number & 127) | 128, ...toLeb128(number >>> 7)];
}

function toBase64(bytes: readonly number[]): string {
  return Buffer.from(bytes).toString('base64');
}
