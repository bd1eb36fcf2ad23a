import type { GapNet } from '../net-shape.js';
import type { Decoding, RestoreModelFile } from '../restore-model.js';
import type { Vocabulary } from '../vocabulary.js';
import { FIRST_WEIGHT } from '../word-groups.js';
import type { GroupFit } from './fit-groups.js';

const LARGEST_BYTE = 127;

/** The weights as they ship: those of words and groups in signed bytes, the few others as floats, all in base64. */
export function packModel(
  net: GapNet,
  { vocabulary, fit }: { readonly vocabulary: Vocabulary; readonly fit: GroupFit },
  facts: { readonly note: string; readonly decoding: Decoding; readonly openFrom: number },
): RestoreModelFile {
  const { width, states, units } = net.shape;
  const embeddingStep = stepOf(net.embeddings);
  return {
    note: facts.note,
    shape: { width, states, units },
    embeddingStep,
    decoding: facts.decoding,
    vocabulary: {
      tails: vocabulary.tails,
      hashes: base64(Int32Array.from(vocabulary.rows.keys())),
    },
    groups: packGroups(fit, facts.openFrom),
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

function packGroups({ groups: { weights, bias }, known }: GroupFit, openFrom: number): RestoreModelFile['groups'] {
  const ofGroups = weights.subarray(FIRST_WEIGHT);
  const weightStep = stepOf(ofGroups);
  return {
    keys: base64(known.keys),
    lengths: base64(known.lengths),
    weightStep,
    weights: base64(inSteps(ofGroups, weightStep)),
    bias: [...bias],
    openFrom,
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

function base64({ buffer, byteOffset, byteLength }: Int8Array | Uint8Array | Int32Array | Float32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}
