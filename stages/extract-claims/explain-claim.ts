import type { Provenance } from '../../schemas/claim.js';
import { nameOfPart, type ClauseModel } from './claim-model.js';
import type { PartSource } from './clause-parts.js';
import type { FoundStance } from './find-report.js';
import type { Clause } from './split-clauses.js';
import { partsOf } from './weigh-clauses.js';

export const STAGE = 'extract-claims';
/** So many parts of a score are written down, those that counted most. */
const MOST_PARTS = 6;
/** A part that counts less than this, once, is not among them. */
const LEAST_WEIGHT = 0.2;

/** Parts of one clause with what they add up to, in columns that are written over for the next: a text has a thousand claims. */
const ROOM = 512;
const parts = new Int32Array(ROOM);
const weights = new Float64Array(ROOM);
/** The token where each part first counted. */
const places = new Int32Array(ROOM);

/** Why a clause was kept: the parts of its score that counted most, for and against, and what told the stance. */
export function explainClaim(
  clause: Clause,
  source: PartSource,
  { model, stance }: { readonly model: ClauseModel; readonly stance: FoundStance },
): Provenance[] {
  let count = 0;
  partsOf(clause, source, (part, at) => {
    const weight = model.weights.of(part);
    if (Math.abs(weight) < LEAST_WEIGHT) return;
    let index = 0;
    while (index < count && parts[index] !== part) index++;
    if (index === ROOM) return;
    if (index === count) {
      parts[count] = part;
      weights[count] = 0;
      places[count++] = at;
    }
    weights[index] = (weights[index] ?? 0) + weight;
  });
  const provenance: Provenance[] = [];
  while (provenance.length < Math.min(MOST_PARTS, count)) {
    const strongest = strongestOf(count);
    const weight = rounded(weights[strongest] ?? 0);
    const token = source.reading.tokens[places[strongest] ?? -1];
    const rule = nameOfPart(parts[strongest] ?? 0, model.symbols);
    provenance.push(
      token === undefined ? { stage: STAGE, rule, weight } : { stage: STAGE, rule, weight, start: token.start, end: token.end },
    );
    parts[strongest] = TAKEN;
  }
  const { sign } = stance;
  if (sign !== undefined) provenance.push({ stage: STAGE, rule: sign.rule, weight: 1, start: sign.start, end: sign.end });
  return provenance;
}

const TAKEN = -1;

/** The part that counts most of those not yet taken; of equals the one with the lower number. */
function strongestOf(count: number): number {
  let best = -1;
  for (let index = 0; index < count; index++) {
    if (parts[index] === TAKEN) continue;
    const lead = best === -1 ? 1 : Math.abs(weights[index] ?? 0) - Math.abs(weights[best] ?? 0);
    if (lead > 0 || (lead === 0 && (parts[index] ?? 0) < (parts[best] ?? 0))) best = index;
  }
  return best;
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100;
}
