import type { HeldOutClaim } from './cross-validate.js';

const ROUNDS = 4000;
const STEP = 0.5;

/** Slope and offset that turn the log-odds of held-out claims into the share of them that is right (logistic regression). */
export function calibrate(claims: readonly HeldOutClaim[]): { readonly slope: number; readonly offset: number } {
  const rows = claims.map(({ likelihood, right }) => ({ odds: logOdds(likelihood), right: right ? 1 : 0 }));
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let slopeGradient = 0;
    let offsetGradient = 0;
    for (const { odds, right } of rows) {
      const error = right - 1 / (1 + Math.exp(-(slope * odds + offset)));
      slopeGradient += error * odds;
      offsetGradient += error;
    }
    slope += (STEP * slopeGradient) / rows.length;
    offset += (STEP * offsetGradient) / rows.length;
  }
  return { slope: Number(slope.toFixed(3)), offset: Number(offset.toFixed(3)) };
}

function logOdds(chance: number): number {
  const bounded = Math.min(0.995, Math.max(0.005, chance));
  return Math.log(bounded / (1 - bounded));
}
