import { sumPaths, type Posteriors, type Potentials } from '../decode-voices.js';
import { wordScale } from '../score-gaps.js';
import { GAP_SCORES, readUnits, ROLE_SCORES, SCORES, type Reading } from '../voice-net.js';
import type { Example, Rows } from './examples.js';
import { moveMatrices, moveRow, type Fit, type TableFit } from './fit.js';
import { addSlopes } from './net-slopes.js';
import { SETTINGS } from './settings.js';

/** Of each unit how likely it is the first state's (the host's), a change before it, and which way that goes. */
export type Answers = Pick<Posteriors, 'first' | 'change' | 'toward'>;

/** A stretch of units with the rows of their features, and the answers that a step should come nearer to. */
export interface Lesson {
  readonly count: number;
  readonly gaps: Rows;
  readonly roles: Rows;
  readonly answers: Answers;
}

/** Which units of an example make a lesson, who is the host, and what the teachers think of the example, where there are any. */
export interface LessonPlan {
  readonly from: number;
  readonly to: number;
  readonly host: number;
  readonly taught: Answers | undefined;
}

/** The units `from`..`to` of an example, without the share of features that the step does not see. */
export function toLesson(example: Example, plan: LessonPlan, random: () => number): Lesson {
  const { from, to } = plan;
  const some = ({ ids, ends }: Rows): Rows => {
    const left: number[] = [];
    const leftEnds = new Int32Array(to - from + 1);
    for (let unit = from; unit < to; unit++) {
      for (let index = ends[unit] ?? 0; index < (ends[unit + 1] ?? 0); index++) if (random() >= SETTINGS.blind) left.push(ids[index] ?? 0);
      leftEnds[unit - from + 1] = left.length;
    }
    return { ids: Int32Array.from(left), ends: leftEnds };
  };
  return { count: to - from, gaps: some(example.gaps), roles: some(example.roles), answers: answersOf(example, plan) };
}

/** The truth, and as much of the teachers' doubts as is set. */
function answersOf({ speaker }: Example, { from, to, host, taught }: LessonPlan): Answers {
  const answers = { first: new Float64Array(to - from), change: new Float64Array(to - from), toward: new Float64Array(to - from) };
  const weight = taught === undefined ? 0 : SETTINGS.teachers.weight;
  const mixed = (truth: number, thought: number | undefined): number => truth + weight * ((thought ?? truth) - truth);
  for (let unit = from; unit < to; unit++) {
    const here = speaker[unit] === host ? 1 : 0;
    answers.first[unit - from] = mixed(here, taught?.first[unit]);
    if (unit === from) continue;
    const before = speaker[unit - 1] === host ? 1 : 0;
    answers.change[unit - from] = mixed(Math.abs(here - before), taught?.change[unit]);
    answers.toward[unit - from] = mixed(before - here, taught?.toward[unit]);
  }
  return answers;
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

/** What a fit thinks of an example when it sees all of it. */
export function posteriorsOf(example: Example, fit: Fit): Answers {
  return sumPaths(readLesson({ ...example, count: example.units }, fit, 1).potentials);
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

/** Answers less what is expected: of a change, of its direction, of the role (`SCORES` a unit). */
function errorsOf({ answers, count }: Lesson, potentials: Potentials): Float64Array {
  const posteriors = sumPaths(potentials);
  const errors = new Float64Array(count * SCORES);
  for (let unit = 0; unit < count; unit++) {
    errors[unit * SCORES + 2] = 2 * ((answers.first[unit] ?? 0) - (posteriors.first[unit] ?? 0));
    if (unit === 0) continue;
    errors[unit * SCORES] = (answers.change[unit] ?? 0) - (posteriors.change[unit] ?? 0);
    errors[unit * SCORES + 1] = (answers.toward[unit] ?? 0) - (posteriors.toward[unit] ?? 0);
  }
  return errors;
}
