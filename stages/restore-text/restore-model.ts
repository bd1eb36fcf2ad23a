import { z } from 'zod';
import { tabulateRow } from './gap-net.js';
import { MARKS } from './marks.js';
import { columnsOf, type GapNet } from './net-shape.js';
import { rowCount, type Vocabulary } from './vocabulary.js';
import { emptyGroups, FIRST_WEIGHT, type WordGroups } from './word-groups.js';

const arrays = z.strictObject({
  embeddings: z.string(),
  projections: z.string(),
  stateBias: z.string(),
  fromLeft: z.string(),
  fromRight: z.string(),
  unitBias: z.string(),
  toMarks: z.string(),
  markBias: z.string(),
});

/** `weights/marks.json`: made by `npm run train:restore`; arrays are little-endian bytes in base64. */
const restoreModelFile = z.strictObject({
  note: z.string(),
  shape: z.strictObject({ width: z.int().positive(), states: z.int().positive(), units: z.int().positive() }),
  /** One step of the embeddings' signed bytes. */
  embeddingStep: z.number().positive(),
  arrays,
  vocabulary: z.strictObject({
    tails: z.int().positive(),
    hashes: z.string(),
  }),
  groups: z.strictObject({
    keys: z.string(),
    /** Words of each group, a byte each. */
    lengths: z.string(),
    /** One step of the weights' signed bytes. */
    weightStep: z.number().positive(),
    weights: z.string(),
    bias: z.array(z.number()).length(MARKS),
    openFrom: z.number().min(0).max(1),
  }),
  decoding: z.strictObject({
    /** A sentence ends where the shares of full stop and question mark add up to this. */
    endFrom: z.number().min(0).max(1),
    /** An end is a question where the question mark has this part of them. */
    questionFrom: z.number().min(0).max(1),
    commaFrom: z.number().min(0).max(1),
    /** No restored sentence has more words. */
    longest: z.int().positive(),
  }),
});

export type RestoreModelFile = z.infer<typeof restoreModelFile>;
export type Decoding = RestoreModelFile['decoding'];

/** What the stage knows about marks. */
export interface RestoreModel {
  readonly net: GapNet;
  readonly vocabulary: Vocabulary;
  readonly groups: WordGroups;
  readonly decoding: Decoding;
  /** What each row of the vocabulary adds to its surroundings, worked out for those rows: most texts need few, or none. */
  readonly tableFor: (rows: Int32Array) => Float32Array;
}

/** Checks the file's content and unpacks it. */
export function toRestoreModel(file: unknown): RestoreModel {
  const { shape, embeddingStep, arrays: packed, vocabulary: words, groups, decoding } = restoreModelFile.parse(file);
  const hashes = new Int32Array(bytesOf(words.hashes).buffer);
  const vocabulary: Vocabulary = { rows: new Map(Array.from(hashes, (hash, row) => [hash, row])), tails: words.tails };
  const net = unpackNet(packed, { shape: { ...shape, rows: rowCount(vocabulary) }, embeddingStep });
  return { net, vocabulary, groups: unpackGroups(groups), decoding, tableFor: growingTable(net) };
}

function unpackGroups({ weightStep, bias, openFrom, ...packed }: RestoreModelFile['groups']): WordGroups {
  const groups = emptyGroups(new Int32Array(bytesOf(packed.keys).buffer), bytesOf(packed.lengths));
  const steps = new Int8Array(bytesOf(packed.weights).buffer);
  if (groups.weights.length !== FIRST_WEIGHT + steps.length) throw new Error('groups: the weights are not those of the keys');
  for (const [index, step] of steps.entries()) groups.weights[FIRST_WEIGHT + index] = step * weightStep;
  return { ...groups, bias: Float32Array.from(bias), openFrom };
}

function growingTable(net: GapNet): RestoreModel['tableFor'] {
  const known = new Uint8Array(net.shape.rows);
  let table: Float32Array | undefined;
  return (rows) => {
    table ??= new Float32Array(net.shape.rows * columnsOf(net.shape));
    for (const row of rows) {
      if (known[row] === 1) continue;
      tabulateRow(net, row, { table, place: row });
      known[row] = 1;
    }
    return table;
  };
}

function unpackNet(packed: z.infer<typeof arrays>, { shape, embeddingStep }: { shape: GapNet['shape']; embeddingStep: number }): GapNet {
  const { rows, width, states, units } = shape;
  const floats = (name: keyof typeof packed, length: number): Float32Array => {
    const values = new Float32Array(bytesOf(packed[name]).buffer);
    if (values.length !== length) throw new Error(`arrays.${name}: ${values.length} numbers, ${length} expected`);
    return values;
  };
  const embeddings = Float32Array.from(new Int8Array(bytesOf(packed.embeddings).buffer), (step) => step * embeddingStep);
  if (embeddings.length !== rows * width) throw new Error(`arrays.embeddings: ${embeddings.length} numbers, ${rows * width} expected`);
  return {
    shape,
    embeddings,
    projections: floats('projections', width * columnsOf(shape)),
    stateBias: floats('stateBias', 4 * states),
    fromLeft: floats('fromLeft', states * units),
    fromRight: floats('fromRight', states * units),
    unitBias: floats('unitBias', units),
    toMarks: floats('toMarks', units * MARKS),
    markBias: floats('markBias', MARKS),
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index++) bytes[index] = letters.charCodeAt(index);
  return bytes;
}
