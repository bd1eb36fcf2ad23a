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

/**
 * Weights by feature, laid out small: look-ups go all over it, and what they cost is waiting for memory. Row 0 stands for a feature that
 * was not kept.
 */
export interface FeatureTable {
  /** For every 32 slots two numbers: a bit for each slot that has a row, and how many rows the slots before them have. */
  readonly slots: Int32Array;
  /** Row after row, four columns in each number: a byte for each, its step and `BIAS`. */
  readonly steps: Int32Array;
  readonly columns: number;
  /** What one step of a column is worth. */
  readonly scales: readonly number[];
}

/** Makes every step a number above 0, so that bytes can be added up two at once. */
const BIAS = 128;
const BYTE = 8;
/** The first and third byte of a number. */
const EVEN = 0xff00ff;
const HALF = 16;
const LOWER = (1 << HALF) - 1;
/** The bytes of so many rows add up to less than half a number holds. */
const MOST_ROWS = 256;

/** Lays the rows of a table out for look-up in 2 ** `bits` slots. */
export function toFeatureTable({ slots, columns, scales }: FeatureTableFile, bits: number): FeatureTable {
  const marked = new Int32Array(((1 << bits) >> 5) * 2);
  let slot = -1;
  let rows = 0;
  for (const step of readNumbers(bytesOf(slots))) {
    slot += step;
    marked[(slot >> 5) * 2] = (marked[(slot >> 5) * 2] ?? 0) | (1 << (slot & 31));
    rows++;
  }
  for (let at = 2; at < marked.length; at += 2) marked[at + 1] = (marked[at - 1] ?? 0) + bitsIn(marked[at - 2] ?? 0);
  const width = widthOf(columns.length);
  const steps = new Int32Array((rows + 1) * width);
  for (const [column, base64] of columns.entries()) {
    const bytes = bytesOf(base64);
    if (bytes.length !== rows) throw new Error(`a column has ${bytes.length} weights for ${rows} features`);
    const shift = (column & 3) * BYTE;
    for (let index = 0; index < rows; index++) {
      const at = (index + 1) * width + (column >> 2);
      steps[at] = (steps[at] ?? 0) | (((((bytes[index] ?? 0) << SIGN) >> SIGN) + BIAS) << shift);
    }
  }
  return { slots: marked, steps, columns: columns.length, scales };
}

/** Moves a byte's sign to that of the number. */
const SIGN = 24;

function widthOf(columns: number): number {
  return (columns + 3) >> 2;
}

/** The row of a slot; 0 where its feature was not kept. */
export function rowOf({ slots }: FeatureTable, slot: number): number {
  const at = (slot >> 5) * 2;
  const bits = slots[at] ?? 0;
  const bit = slot & 31;
  return ((bits >>> bit) & 1) === 0 ? 0 : 1 + (slots[at + 1] ?? 0) + bitsIn(bits & ~(-1 << bit));
}

/** How many bits of a number are set: they are added up in pairs, in fours, in bytes. */
function bitsIn(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The step of a row in its first column. */
export function firstStep({ steps, columns }: FeatureTable, row: number): number {
  return row === 0 ? 0 : ((steps[row * widthOf(columns)] ?? 0) & 0xff) - BIAS;
}

/** Adds up the first `count` of some rows, none of which is 0, into one total for each column. */
export function addRows(table: FeatureTable, { rows, count }: { rows: Int32Array; count: number }, totals: Int32Array): void {
  const { steps, columns } = table;
  const width = widthOf(columns);
  totals.fill(-BIAS * count);
  for (let from = 0; from < count; from += MOST_ROWS) {
    const to = Math.min(count, from + MOST_ROWS);
    // Column by column, so that the sums stay in registers; a row's other columns are in the cache by then.
    for (let number = 0; number < width; number++) {
      let [even, odd] = [0, 0];
      for (let index = from; index < to; index++) {
        const four = steps[(rows[index] ?? 0) * width + number] ?? 0;
        even = (even + (four & EVEN)) | 0;
        odd = (odd + ((four >>> BYTE) & EVEN)) | 0;
      }
      const column = number * 4;
      totals[column] = (totals[column] ?? 0) + (even & LOWER);
      totals[column + 1] = (totals[column + 1] ?? 0) + (odd & LOWER);
      totals[column + 2] = (totals[column + 2] ?? 0) + (even >>> HALF);
      totals[column + 3] = (totals[column + 3] ?? 0) + (odd >>> HALF);
    }
  }
}

/** Room for the totals of a table's columns, four by four. */
export function newTotals({ columns }: FeatureTable): Int32Array {
  return new Int32Array(widthOf(columns) * 4);
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
