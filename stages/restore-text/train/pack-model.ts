import type { GapNet } from '../gap-net.js';
import type { Decoding, RestoreModelFile } from '../restore-model.js';
import type { Vocabulary } from '../vocabulary.js';

const LARGEST_BYTE = 127;

/** The weights as they ship: embeddings and odds in signed bytes, the few other weights as floats, all in base64. */
export function packModel(
  net: GapNet,
  vocabulary: Vocabulary,
  facts: { readonly note: string; readonly decoding: Decoding },
): RestoreModelFile {
  const { width, states, units } = net.shape;
  const embeddingStep = stepOf(net.embeddings);
  const oddsStep = Math.max(stepOf(vocabulary.after), stepOf(vocabulary.before));
  return {
    note: facts.note,
    shape: { width, states, units },
    embeddingStep,
    decoding: facts.decoding,
    vocabulary: {
      tails: vocabulary.tails,
      openFrom: vocabulary.openFrom,
      oddsStep,
      hashes: base64(Int32Array.from(vocabulary.rows.keys())),
      after: base64(inSteps(vocabulary.after, oddsStep)),
      before: base64(inSteps(vocabulary.before, oddsStep)),
    },
    arrays: {
      embeddings: base64(inSteps(net.embeddings, embeddingStep)),
      projections: base64(net.projections),
      stateBias: base64(net.stateBias),
      fromLeft: base64(net.fromLeft),
      fromRight: base64(net.fromRight),
      unitBias: base64(net.unitBias),
      toMarks: base64(net.toMarks),
      markBias: base64(net.markBias),
    },
  };
}

/** Outliers are cut off: a finer step serves the many better. */
const KEPT_SHARE = 0.9995;

function stepOf(values: Float32Array): number {
  const sizes = values.map(Math.abs).sort();
  return (sizes[Math.floor((sizes.length - 1) * KEPT_SHARE)] ?? 1) / LARGEST_BYTE;
}

function inSteps(values: Float32Array, step: number): Int8Array {
  return Int8Array.from(values, (value) => Math.max(-LARGEST_BYTE, Math.min(LARGEST_BYTE, Math.round(value / step))));
}

function base64({ buffer, byteOffset, byteLength }: Int8Array | Int32Array | Float32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}
