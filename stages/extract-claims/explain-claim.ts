import type { Provenance } from '../../schemas/claim.js';
import { nameOfPart, type ClauseModel } from './claim-model.js';
import type { PartSource } from './clause-parts.js';
import type { FoundStance } from './find-stance.js';
import type { Clause } from './split-clauses.js';
import { partsOf } from './weigh-clauses.js';

export const STAGE = 'extract-claims';
/** So many parts of a score are written down, those that counted most. */
const MOST_PARTS = 6;
/** A part that counts less than this, once, is not among them. */
const LEAST_WEIGHT = 0.2;

interface Sum {
  readonly part: number;
  weight: number;
  /** The token where the part first counted. */
  readonly at: number;
}

/** Why a clause was kept: the parts of its score that counted most, for and against, and what told the stance. */
export function explainClaim(
  clause: Clause,
  source: PartSource,
  { model, stance }: { readonly model: ClauseModel; readonly stance: FoundStance },
): Provenance[] {
  const sums: Sum[] = [];
  partsOf(clause, source, (part, at) => {
    const weight = model.weights.of(part);
    if (Math.abs(weight) < LEAST_WEIGHT) return;
    for (const sum of sums) {
      if (sum.part !== part) continue;
      sum.weight += weight;
      return;
    }
    sums.push({ part, weight, at });
  });
  const strongest = sums.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.part - b.part).slice(0, MOST_PARTS);
  const parts = strongest.map(({ part, weight, at }): Provenance => {
    const token = source.reading.tokens[at];
    const rule = nameOfPart(part, model.symbols);
    return token === undefined
      ? { stage: STAGE, rule, weight: rounded(weight) }
      : { stage: STAGE, rule, weight: rounded(weight), start: token.start, end: token.end };
  });
  const sign = stance.sign;
  return sign === undefined ? parts : [...parts, { stage: STAGE, rule: sign.rule, weight: 1, start: sign.start, end: sign.end }];
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100;
}
