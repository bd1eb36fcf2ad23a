import type { Evidence } from '../../schemas/turn.js';

/** Evidence for or against a name of a voice. */
export interface NameEvidence extends Evidence {
  readonly voice: number;
  readonly name: string;
  /** Where the voices of a whole stretch may be the wrong way round: which stretch, and the weight if they are not. */
  readonly within?: { readonly stretch: number; readonly weight: number };
}

/** Evidence for a role of a voice. */
export interface RoleEvidence extends Evidence {
  readonly voice: number;
  readonly role: 'host' | 'guest';
}

/** Two decimals: a weight is an estimate, and equal bytes matter more than a third digit. */
export function roundWeight(weight: number): number {
  return Math.round(weight * 100) / 100;
}
