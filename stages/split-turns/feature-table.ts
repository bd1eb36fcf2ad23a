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
  /** Row after row, two columns in each number: a step and `BIAS` in its lower half, the next column's in its upper one. */
  readonly pairs: Int32Array;
  readonly columns: number;
  /** What one step of a column is worth. */
  readonly scales: readonly number[];
}

/** Makes every step a number above 0, so that the two halves of a pair can be added up at once. */
const BIAS = 128;
const HALF = 16;
const LOWER = (1 << HALF) - 1;
/** So many rows fit into the halves of a pair. */
const MOST_ROWS = 256;

/** Lays the rows of a table out for look-up in 2 ** `bits` slots. */
export function toFeatureTable({ slots, columns, scales }: FeatureTableFile, bits: number): FeatureTable {
  const row = new Int32Array(1 << bits);
  let slot = -1;
  let rows = 0;
  for (const step of readNumbers(bytesOf(slots))) row[(slot += step)] = ++rows;
  const width = pairsOf(columns.length);
  const pairs = new Int32Array((rows + 1) * width);
  for (const [column, base64] of columns.entries()) {
    const bytes = bytesOf(base64);
    if (bytes.length !== rows) throw new Error(`a column has ${bytes.length} weights for ${rows} features`);
    const shift = (column & 1) * HALF;
    for (let index = 0; index < rows; index++) {
      const at = (index + 1) * width + (column >> 1);
      pairs[at] = (pairs[at] ?? 0) | (((((bytes[index] ?? 0) << SIGN) >> SIGN) + BIAS) << shift);
    }
  }
  return { row, pairs, columns: columns.length, scales };
}

/** Moves a byte's sign to that of the number. */
const SIGN = 24;

function pairsOf(columns: number): number {
  return (columns + 1) >> 1;
}

/** The step of a row in its first column. */
export function firstStep({ pairs, columns }: FeatureTable, row: number): number {
  return row === 0 ? 0 : ((pairs[row * pairsOf(columns)] ?? 0) & LOWER) - BIAS;
}

/** The steps of some rows, added up for each column. */
export interface StepSums {
  readonly pairs: Int32Array;
  readonly totals: Int32Array;
  /** Rows in `pairs` that are not in `totals` yet. */
  rows: number;
}

export function newSums({ columns }: FeatureTable): StepSums {
  return { pairs: new Int32Array(pairsOf(columns)), totals: new Int32Array(columns), rows: 0 };
}

/** Adds a row, which is not 0. */
export function addSteps(table: FeatureTable, row: number, sums: StepSums): void {
  const from = row * sums.pairs.length;
  for (let pair = 0; pair < sums.pairs.length; pair++) sums.pairs[pair] = (sums.pairs[pair] ?? 0) + (table.pairs[from + pair] ?? 0);
  if (++sums.rows === MOST_ROWS) carry(sums);
}

/** What the rows since the last call add up to, one number for each column. They are written over at the next. */
export function takeTotals(sums: StepSums, totals: Int32Array): void {
  carry(sums);
  totals.set(sums.totals);
  sums.totals.fill(0);
}

function carry(sums: StepSums): void {
  for (let column = 0; column < sums.totals.length; column++) {
    const pair = sums.pairs[column >> 1] ?? 0;
    const half = (column & 1) === 0 ? pair & LOWER : pair >>> HALF;
    sums.totals[column] = (sums.totals[column] ?? 0) + half - BIAS * sums.rows;
  }
  sums.pairs.fill(0);
  sums.rows = 0;
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
