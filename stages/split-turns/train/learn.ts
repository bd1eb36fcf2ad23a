import { sumPaths, type Potentials } from '../decode-voices.js';
import { wordScale } from '../score-gaps.js';
import { GAP_SCORES, readUnits, ROLE_SCORES, SCORES, type Reading } from '../voice-net.js';
import type { Example, Rows } from './examples.js';
import { moveMatrices, moveRow, type Fit, type TableFit } from './fit.js';
import { addSlopes } from './net-slopes.js';
import { SETTINGS } from './settings.js';

/** A stretch of units with the rows of their features, and whether each is spoken by the first state (the host). */
export interface Lesson {
  readonly count: number;
  readonly gaps: Rows;
  readonly roles: Rows;
  readonly first: Uint8Array;
}

/** The units `from`..`to` of an example, without the share of features that the step does not see. */
export function toLesson(example: Example, range: { from: number; to: number; host: number }, random: () => number): Lesson {
  const { from, to, host } = range;
  const some = ({ ids, ends }: Rows): Rows => {
    const left: number[] = [];
    const leftEnds = new Int32Array(to - from + 1);
    for (let unit = from; unit < to; unit++) {
      for (let index = ends[unit] ?? 0; index < (ends[unit + 1] ?? 0); index++) if (random() >= SETTINGS.blind) left.push(ids[index] ?? 0);
      leftEnds[unit - from + 1] = left.length;
    }
    return { ids: Int32Array.from(left), ends: leftEnds };
  };
  const first = Uint8Array.from(example.speaker.subarray(from, to), (speaker) => (speaker === host ? 1 : 0));
  return { count: to - from, gaps: some(example.gaps), roles: some(example.roles), first };
}

/** Where training stands: steps made before, and the share of them still to come. */
export interface Progress {
  readonly steps: number;
  readonly left: number;
}

/** One step towards the gold path through a lesson: a linear-chain conditional random field with two states over the network's scores. */
export function learn(lesson: Lesson, fit: Fit, { steps, left }: Progress): void {
  // What a step does not see is made up for by the rest, so that sums are as large as they will be.
  const scale = 1 / (1 - SETTINGS.blind);
  const { reading, potentials } = readLesson(lesson, fit, scale);
  const errors = errorsOf(lesson, potentials);
  const inputSlopes = addSlopes(fit, reading, errors);
  const { width } = fit.net.shape;
  const share = 1 - 0.9 * (1 - left);
  const gapSlopes = new Float64Array(GAP_SCORES + width);
  const roleSlopes = new Float64Array(ROLE_SCORES + width);
  for (let unit = 0; unit < lesson.count; unit++) {
    gapSlopes.set(errors.subarray(unit * SCORES, unit * SCORES + GAP_SCORES));
    roleSlopes.set(errors.subarray(unit * SCORES + GAP_SCORES, (unit + 1) * SCORES));
    const [from, to] = [lesson.roles.ends[unit] ?? 0, lesson.roles.ends[unit + 1] ?? 0];
    for (let input = 0; input < width; input++) {
      gapSlopes[GAP_SCORES + input] = inputSlopes[unit * 2 * width + input] ?? 0;
      roleSlopes[ROLE_SCORES + input] = wordScale((to - from) * scale) * scale * (inputSlopes[unit * 2 * width + width + input] ?? 0);
    }
    for (let index = lesson.gaps.ends[unit] ?? 0; index < (lesson.gaps.ends[unit + 1] ?? 0); index++)
      moveRow(fit.gaps, lesson.gaps.ids[index] ?? 0, { slopes: gapSlopes, share });
    for (let index = from; index < to; index++) moveRow(fit.roles, lesson.roles.ids[index] ?? 0, { slopes: roleSlopes, share });
  }
  moveMatrices(fit.matrices, { units: lesson.count, rate: SETTINGS.matrices.rate * (1 - 0.95 * (1 - left)), count: steps + 1 });
}

/** How much likelier the gold path of an example is with speaker 0 as host than with speaker 1 (log-odds). */
export function hostOdds(example: Example, fit: Fit): number {
  const { toward, role } = readLesson({ ...example, count: example.units }, fit, 1).potentials;
  let odds = 0;
  for (let unit = 0; unit < example.units; unit++) {
    const first = example.speaker[unit] === 0;
    odds += 2 * (first ? 1 : -1) * (role[unit] ?? 0);
    if (unit > 0 && example.speaker[unit - 1] !== example.speaker[unit]) odds += 2 * (first ? -1 : 1) * (toward[unit] ?? 0);
  }
  return odds;
}

/** The features' sums, times `scale`, read by the network. */
function readLesson(
  lesson: Pick<Lesson, 'count' | 'gaps' | 'roles'>,
  fit: Fit,
  scale: number,
): { reading: Reading; potentials: Potentials } {
  const { width } = fit.net.shape;
  const { count, gaps, roles } = lesson;
  const potentials = { change: new Float64Array(count), toward: new Float64Array(count), role: new Float64Array(count) };
  const inputs = new Float32Array(count * 2 * width);
  for (let unit = 0; unit < count; unit++) {
    const gapSums = sumRows(fit.gaps, gaps, unit);
    const roleSums = sumRows(fit.roles, roles, unit);
    potentials.change[unit] = scale * (gapSums[0] ?? 0);
    potentials.toward[unit] = scale * (gapSums[1] ?? 0);
    potentials.role[unit] = scale * (roleSums[0] ?? 0);
    const words = wordScale(((roles.ends[unit + 1] ?? 0) - (roles.ends[unit] ?? 0)) * scale) * scale;
    for (let input = 0; input < width; input++) {
      inputs[unit * 2 * width + input] = scale * (gapSums[GAP_SCORES + input] ?? 0);
      inputs[unit * 2 * width + width + input] = words * (roleSums[ROLE_SCORES + input] ?? 0);
    }
  }
  const reading = readUnits(fit.net, inputs, count);
  for (let unit = 0; unit < count; unit++) {
    potentials.change[unit] = (potentials.change[unit] ?? 0) + (reading.scores[unit * SCORES] ?? 0);
    potentials.toward[unit] = (potentials.toward[unit] ?? 0) + (reading.scores[unit * SCORES + 1] ?? 0);
    potentials.role[unit] = (potentials.role[unit] ?? 0) + (reading.scores[unit * SCORES + 2] ?? 0);
  }
  return { reading, potentials };
}

function sumRows({ columns, weights }: TableFit, { ids, ends }: Rows, unit: number): Float64Array {
  const sums = new Float64Array(columns);
  for (let index = ends[unit] ?? 0; index < (ends[unit + 1] ?? 0); index++) {
    const from = (ids[index] ?? 0) * columns;
    for (let column = 0; column < columns; column++) sums[column] = (sums[column] ?? 0) + (weights[from + column] ?? 0);
  }
  return sums;
}

/** Gold less expected: of a change, of its direction, of the role (`SCORES` a unit). */
function errorsOf({ first, count }: Lesson, potentials: Potentials): Float64Array {
  const posteriors = sumPaths(potentials);
  const errors = new Float64Array(count * SCORES);
  for (let unit = 0; unit < count; unit++) {
    const here = first[unit] ?? 0;
    errors[unit * SCORES + 2] = 2 * (here - (posteriors.first[unit] ?? 0));
    if (unit === 0) continue;
    const before = first[unit - 1] ?? 0;
    errors[unit * SCORES] = Math.abs(here - before) - (posteriors.change[unit] ?? 0);
    errors[unit * SCORES + 1] = before - here - (posteriors.toward[unit] ?? 0);
  }
  return errors;
}
