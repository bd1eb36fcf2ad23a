/**
 * What is known at each gap, as log-odds: that the voice changes there (`change`), that a change goes from the first state to the
 * second rather than back (`toward`), and that the unit after it is in the first state (`role`).
 */
export interface Potentials {
  readonly change: Float64Array;
  readonly toward: Float64Array;
  readonly role: Float64Array;
}

/** Posterior of each unit being in the first state, and of a change before it; the log of the sum over all paths. */
export interface Posteriors {
  readonly first: Float64Array;
  readonly change: Float64Array;
  readonly toward: Float64Array;
  readonly logTotal: number;
}

/** Sums over every way of giving the units to two voices (forward-backward). */
export function sumPaths({ change, toward, role }: Potentials): Posteriors {
  const count = role.length;
  const a0 = new Float64Array(count);
  const a1 = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const r = role[i] ?? 0;
    if (i === 0) {
      a0[0] = r;
      a1[0] = -r;
      continue;
    }
    const c = change[i] ?? 0;
    const d = toward[i] ?? 0;
    const [x0, x1] = [a0[i - 1] ?? 0, a1[i - 1] ?? 0];
    a0[i] = addLogs(x0, x1 + c - d) + r;
    a1[i] = addLogs(x1, x0 + c + d) - r;
  }
  const logTotal = addLogs(a0[count - 1] ?? 0, a1[count - 1] ?? 0);
  const posteriors = { first: new Float64Array(count), change: new Float64Array(count), toward: new Float64Array(count), logTotal };
  let [b0, b1] = [0, 0];
  for (let i = count - 1; i >= 0; i--) {
    posteriors.first[i] = Math.exp((a0[i] ?? 0) + b0 - logTotal);
    if (i === 0) break;
    const c = change[i] ?? 0;
    const d = toward[i] ?? 0;
    const r = role[i] ?? 0;
    const [x0, x1] = [a0[i - 1] ?? 0, a1[i - 1] ?? 0];
    const p01 = Math.exp(x0 + c + d - r + b1 - logTotal);
    const p10 = Math.exp(x1 + c - d + r + b0 - logTotal);
    posteriors.change[i] = p01 + p10;
    posteriors.toward[i] = p01 - p10;
    [b0, b1] = [addLogs(r + b0, c + d - r + b1), addLogs(b1 - r, c - d + r + b0)];
  }
  return posteriors;
}

/** The likeliest path (Viterbi): for each unit 0 or 1. */
export function bestPath({ change, toward, role }: Potentials): Uint8Array {
  const count = role.length;
  const from0 = new Uint8Array(count);
  const from1 = new Uint8Array(count);
  let [s0, s1] = [role[0] ?? 0, -(role[0] ?? 0)];
  for (let i = 1; i < count; i++) {
    const c = change[i] ?? 0;
    const d = toward[i] ?? 0;
    const r = role[i] ?? 0;
    const cross0 = s1 + c - d;
    const cross1 = s0 + c + d;
    from0[i] = cross0 > s0 ? 1 : 0;
    from1[i] = cross1 > s1 ? 0 : 1;
    [s0, s1] = [Math.max(s0, cross0) + r, Math.max(s1, cross1) - r];
  }
  const path = new Uint8Array(count);
  let state = s1 > s0 ? 1 : 0;
  for (let i = count - 1; i >= 0; i--) {
    path[i] = state;
    state = (state === 0 ? from0[i] : from1[i]) ?? 0;
  }
  return path;
}

/** log(exp(a) + exp(b)) without overflow. */
function addLogs(a: number, b: number): number {
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
