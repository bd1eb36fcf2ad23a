import { z } from 'zod';

const table = z.strictObject({
  /** Slots of the kept features, ascending, as base64 of LEB128 differences. */
  slots: z.base64(),
  /** For each kept feature one signed byte per column, as base64, column after column. */
  columns: z.array(z.base64()).min(1),
  /** What one step of a column's byte is worth. */
  scales: z.array(z.number().positive()).min(1),
});

const turnModelFile = z.strictObject({
  note: z.string(),
  source: z.string(),
  licence: z.string(),
  trained: z.string(),
  /** Features are hashed into 2 ** bits slots. */
  bits: z.number().int().min(8).max(24),
  /** Two columns: log-odds of a change, and of its going from host to guest rather than back. */
  gaps: table,
  /** One column: log-odds of host against guest. */
  roles: table,
});

/** Weights by feature: `row` gives the row of a slot, 0 where the feature was not kept; row 0 weighs nothing. */
export interface FeatureTable {
  readonly row: Uint16Array;
  readonly columns: readonly Float32Array[];
}

/** The trained model of where a voice changes and who talks like a host. */
export interface TurnModel {
  /** Picks a feature's slot out of its hash. */
  readonly mask: number;
  readonly gaps: FeatureTable;
  readonly roles: FeatureTable;
}

export type TurnModelFile = z.infer<typeof turnModelFile>;

/** Checks the weights file's content and lays its rows out for look-up. */
export function toTurnModel(file: unknown): TurnModel {
  const { bits, gaps, roles } = turnModelFile.parse(file);
  return { mask: (1 << bits) - 1, gaps: toTable(gaps, bits), roles: toTable(roles, bits) };
}

function toTable({ slots, columns, scales }: TurnModelFile['gaps'], bits: number): FeatureTable {
  const row = new Uint16Array(1 << bits);
  let slot = -1;
  let rows = 0;
  for (const step of readNumbers(bytesOf(slots))) row[(slot += step)] = ++rows;
  return { row, columns: columns.map((column, index) => toColumn(bytesOf(column), scales[index] ?? 0, rows)) };
}

function toColumn(bytes: Uint8Array, scale: number, rows: number): Float32Array {
  if (bytes.length !== rows) throw new Error(`a column has ${bytes.length} weights for ${rows} features`);
  const weights = new Float32Array(rows + 1);
  for (const [index, byte] of bytes.entries()) weights[index + 1] = (byte > 127 ? byte - 256 : byte) * scale;
  return weights;
}

function bytesOf(base64: string): Uint8Array {
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
