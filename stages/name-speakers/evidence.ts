import type { Evidence } from '../../schemas/turn.js';

/** Evidence for or against a name of a voice. */
export interface NameEvidence extends Evidence {
  readonly voice: number;
  readonly name: string;
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
