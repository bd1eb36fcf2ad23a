import type { TurnModelFile } from '../turn-model.js';
import type { Fit } from './fit.js';
import type { KeptFeatures } from './keep-features.js';

/** Weights that round to nothing are left out; a column's largest weight is 127 steps. */
const LARGEST_STEP = 127;

/** Rounds the weights to bytes and lists the slots that still have one, as `turn-model.ts` reads them. */
export function packModel(fit: Fit, kept: KeptFeatures, about: Omit<TurnModelFile, 'gaps' | 'roles'>): TurnModelFile {
  return {
    ...about,
    gaps: packTable([fit.change.weights, fit.toward.weights], kept.gaps),
    roles: packTable([fit.role.weights], kept.roles),
  };
}

function packTable(columns: readonly Float32Array[], kept: Uint8Array): TurnModelFile['gaps'] {
  const scales = columns.map((column) => column.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6) / LARGEST_STEP);
  const steps = columns.map((column, index) => Int8Array.from(column, (weight) => Math.round(weight / (scales[index] ?? 1))));
  const slots = [...kept.keys()].filter((slot) => kept[slot] === 1 && steps.some((column) => column[slot] !== 0));
  return {
    slots: toBase64(slots.flatMap((slot, index) => toLeb128(slot - (slots[index - 1] ?? -1)))),
    columns: steps.map((column) => toBase64(slots.map((slot) => (column[slot] ?? 0) & 255))),
    scales: scales.map((scale) => Number(scale.toPrecision(6))),
  };
}

function toLeb128(number: number): number[] {
  return number < 128 ? [number] : [(number & 127) | 128, ...toLeb128(number >>> 7)];
}

function toBase64(bytes: readonly number[]): string {
  return Buffer.from(bytes).toString('base64');
}
