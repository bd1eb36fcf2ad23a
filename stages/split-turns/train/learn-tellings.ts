import type { Example } from './examples.js';
import { SETTINGS } from './settings.js';

/** Log-odds of each role feature of an example being the first speaker's, as `adapt-to-voices.ts` counts them; `base` is what all of them have. */
interface Habits {
  readonly odds: Float32Array;
  readonly base: number;
}

/**
 * Learns how much a voice's habit of each role feature tells of who speaks: a logistic regression over turns, on the habits that a first
 * listening with mistakes would show. What is learnt is about words, not about persons, and so holds for other shows.
 *
 * @returns a number from 0 up for each of `rows` rows of the role table.
 */
export function learnTellings(examples: readonly Example[], rows: number, random: () => number): Float32Array {
  const { passes, rate, first, roleFeatures } = SETTINGS.tellings;
  const tellings = new Float32Array(rows).fill(first);
  const squares = new Float32Array(rows).fill(FIRST_SQUARE);
  const long = examples.filter(({ roles }) => roles.ids.length >= roleFeatures);
  for (let pass = 0; pass < passes; pass++) {
    for (const [index, example] of long.entries()) {
      const left = 1 - (pass + index / long.length) / passes;
      learnFrom(example, habitsOf(example, listening(example, random), rows), { tellings, squares, rate: rate * (left + LAST_RATE) });
    }
  }
  return tellings;
}

const FIRST_SQUARE = 0.1;
/** Share of the rate that is left at the end. */
const LAST_RATE = 0.05;

/** How likely each unit is the first speaker's, after a made-up first listening. */
function listening({ units, speaker }: Example, random: () => number): Float64Array {
  const { swapped, block } = SETTINGS.tellings;
  let isSwapped = false;
  return Float64Array.from({ length: units }, (_, unit) => {
    if (random() < 1 / block) isSwapped = random() < swapped;
    const sureness = LEAST_SURE + SPREAD * random();
    return (speaker[unit] === 0) === isSwapped ? 1 - sureness : sureness;
  });
}

const LEAST_SURE = 0.55;
const SPREAD = 0.42;

function habitsOf({ units, roles: { ids, ends } }: Example, listened: Float64Array, rows: number): Habits {
  const { prior } = SETTINGS.tellings;
  const all = new Float64Array(rows);
  const firsts = new Float64Array(rows);
  let firstShare = 0;
  const shareOf = (unit: number): number => listened[unit] ?? 0;
  for (let unit = 0; unit < units; unit++) {
    for (let index = ends[unit] ?? 0; index < (ends[unit + 1] ?? 0); index++) {
      const row = ids[index] ?? 0;
      all[row] = (all[row] ?? 0) + 1;
      firsts[row] = (firsts[row] ?? 0) + shareOf(unit);
      firstShare += shareOf(unit) / ids.length;
    }
  }
  const base = logit(firstShare);
  const odds = new Float32Array(ids.length);
  const own = new Uint16Array(rows);
  for (let unit = 0; unit < units; unit++) {
    const [from, to] = [ends[unit] ?? 0, ends[unit + 1] ?? 0];
    for (let index = from; index < to; index++) own[ids[index] ?? 0] = (own[ids[index] ?? 0] ?? 0) + 1;
    for (let index = from; index < to; index++) {
      const row = ids[index] ?? 0;
      const times = own[row] ?? 0;
      own[row] = 0;
      const others = (all[row] ?? 0) - times;
      if (times === 0 || others < FEWEST) continue;
      odds[index] = logit(((firsts[row] ?? 0) - times * shareOf(unit) + prior * firstShare) / (others + prior)) - base;
    }
  }
  return { odds, base };
}

/** A habit must be seen outside the unit at least this often. */
const FEWEST = 2;

interface Learning {
  readonly tellings: Float32Array;
  readonly squares: Float32Array;
  readonly rate: number;
}

/** One step for every turn of an example. */
function learnFrom({ units, speaker, roles: { ids, ends } }: Example, { odds, base }: Habits, { tellings, squares, rate }: Learning): void {
  const { decay, first } = SETTINGS.tellings;
  let unit = 0;
  while (unit < units) {
    const [from, isFirst] = [ends[unit] ?? 0, speaker[unit] === 0 ? 1 : 0];
    while (unit < units && speaker[unit] === 1 - isFirst) unit++;
    const to = ends[unit] ?? 0;
    let sum = base;
    for (let index = from; index < to; index++) sum += 2 * (tellings[ids[index] ?? 0] ?? 0) * (odds[index] ?? 0);
    const error = isFirst - 1 / (1 + Math.exp(-sum));
    for (let index = from; index < to; index++) {
      const telling = odds[index] ?? 0;
      if (telling === 0) continue;
      const row = ids[index] ?? 0;
      const weight = tellings[row] ?? 0;
      const slope = 2 * error * telling - decay * (weight - first);
      const square = (squares[row] ?? 0) + slope * slope;
      squares[row] = square;
      tellings[row] = Math.max(0, weight + (rate * slope) / Math.sqrt(square));
    }
  }
}

/** Log-odds, kept away from certainty. */
function logit(share: number): number {
  const safe = Math.min(0.999, Math.max(0.001, share));
  return Math.log(safe / (1 - safe));
}
