import { z } from 'zod';

export const featureTableFile = z.strictObject({
  /** Slots of the kept features, ascending, as base64 of LEB128 differences. */
  slots: z.base64(),
  /** For each kept feature one signed byte per column, as base64, column after column. */
  columns: z.array(z.base64()).min(1),
  /** What one step of a column's byte is worth. */
  scales: z.array(z.number().positive()).min(1),
});

export type FeatureTableFile = z.infer<typeof featureTableFile>;

/** Weights by feature: `row` gives the row of a slot, 0 where the feature was not kept; row 0 weighs nothing. */
export interface FeatureTable {
  readonly row: Int32Array;
  /** Row after row, `columns` steps each. */
  readonly steps: Int8Array;
  readonly columns: number;
  /** What one step of a column is worth. */
  readonly scales: readonly number[];
}

/** Lays the rows of a table out for look-up in 2 ** `bits` slots. */
export function toFeatureTable({ slots, columns, scales }: FeatureTableFile, bits: number): FeatureTable {
  const row = new Int32Array(1 << bits);
  let slot = -1;
  let rows = 0;
  for (const step of readNumbers(bytesOf(slots))) row[(slot += step)] = ++rows;
  const steps = new Int8Array((rows + 1) * columns.length);
  for (const [column, base64] of columns.entries()) {
    const bytes = bytesOf(base64);
    if (bytes.length !== rows) throw new Error(`a column has ${bytes.length} weights for ${rows} features`);
    for (const [index, byte] of bytes.entries()) steps[(index + 1) * columns.length + column] = byte;
  }
  return { row, steps, columns: columns.length, scales };
}

/** Adds the steps of a row, one for each column, to `sums`. */
export function addSteps({ steps, columns }: FeatureTable, row: number, sums: Int32Array): void {
  const from = row * columns;
  for (let column = 0; column < columns; column++) sums[column] = (sums[column] ?? 0) + (steps[from + column] ?? 0);
}

/** The bytes that base64 text stands for. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Reads LEB128: seven bits a byte, the lowest first, the high bit set where more follow. */
function readNumbers(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const byte of bytes) {
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte > 127) continue;
    numbers.push(value);
    [value, shift] = [0, 0];
  }
  return numbers;
}
