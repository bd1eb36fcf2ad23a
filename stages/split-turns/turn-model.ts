import { z } from 'zod';
import { bytesOf, featureTableFile, toFeatureTable, type FeatureTable } from './feature-table.js';
import type { OpeningModel } from './find-openings.js';
import { columnsOfGap, columnsOfRole, sizesOf, type VoiceNet, type VoiceNetShape } from './voice-net.js';

const turnModelFile = z.strictObject({
  note: z.string(),
  source: z.string(),
  licence: z.string(),
  trained: z.string(),
  /** Features are hashed into 2 ** bits slots. */
  bits: z.number().int().min(8).max(24),
  /** One column: log-odds of a change at a gap of a wall; gaps whose sum is below `least` are not looked at again. */
  openings: featureTableFile,
  least: z.number(),
  /** Columns: log-odds of a change, of its going from host to guest rather than back, then inputs of the network. */
  gaps: featureTableFile,
  /** Columns: log-odds of host against guest, then inputs of the network. */
  roles: featureTableFile,
  /** For each feature of `roles` an unsigned byte, as base64: how much a voice's habit of it tells, in steps of `tellingScale`. */
  tellings: z.base64(),
  tellingScale: z.number().positive(),
  shape: z.strictObject({
    width: z.number().int().positive(),
    states: z.number().int().positive(),
    units: z.number().int().positive(),
  }),
  /** The network's matrices, one after the other, as base64 of little-endian 32-bit floats. */
  net: z.base64(),
});

/** The trained model of where a voice changes and who talks like a host. */
export interface TurnModel {
  /** Picks a feature's slot out of its hash. */
  readonly mask: number;
  readonly openings: OpeningModel;
  readonly gaps: FeatureTable;
  readonly roles: FeatureTable;
  /** How much a voice's habit of a role feature tells, by row of `roles`. */
  readonly tellings: Float32Array;
  readonly net: VoiceNet;
}

export type TurnModelFile = z.infer<typeof turnModelFile>;

/** Checks the weights file's content and lays its rows out for look-up. */
export function toTurnModel(file: unknown): TurnModel {
  const { bits, openings, least, gaps, roles, tellings, tellingScale, shape, net } = turnModelFile.parse(file);
  const mask = (1 << bits) - 1;
  if (gaps.columns.length !== columnsOfGap(shape) || roles.columns.length !== columnsOfRole(shape))
    throw new Error('the tables do not have as many columns as the network has inputs');
  return {
    mask,
    openings: { mask, table: toFeatureTable(openings, bits), least },
    gaps: toFeatureTable(gaps, bits),
    roles: toFeatureTable(roles, bits),
    tellings: toTellings(bytesOf(tellings), tellingScale, bytesOf(roles.columns[0] ?? '').length),
    net: toNet(shape, bytesOf(net)),
  };
}

/** Row 0 stands for features that were not kept. */
function toTellings(steps: Uint8Array, scale: number, features: number): Float32Array {
  if (steps.length !== features) throw new Error(`the model has ${steps.length} tellings for ${features} features`);
  return Float32Array.from([0, ...steps], (step) => step * scale);
}

function toNet(shape: VoiceNetShape, bytes: Uint8Array): VoiceNet {
  const view = new DataView(bytes.buffer);
  const sizes = sizesOf(shape);
  const numbers = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes.length !== 4 * numbers) throw new Error(`the network has ${bytes.length / 4} numbers instead of ${numbers}`);
  let at = 0;
  const matrices = sizes.map((size) => Float32Array.from({ length: size }, () => view.getFloat32((at += 4) - 4, true)));
  const [inputBias, toScans, scanBias, toUnits, unitBias, toScores] = matrices;
  if (!inputBias || !toScans || !scanBias || !toUnits || !unitBias || !toScores) throw new Error('a matrix of the network is missing');
  return { shape, inputBias, toScans, scanBias, toUnits, unitBias, toScores };
}
