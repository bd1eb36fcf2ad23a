import { expect, test } from '@jest/globals';
import { adaptToVoices } from '../../../stages/split-turns/adapt-to-voices.js';

// Four units of one word each: the voice of the first and third has the habit of row 1, the other that of row 2; row 3 is everybody's.
const evidence = {
  change: new Float64Array(6),
  toward: new Float64Array(6),
  role: new Float64Array(6),
  roleRows: [1, 3, 2, 3, 1, 3, 2, 3, 1, 3, 2, 3],
  roleEnd: Int32Array.from([2, 4, 6, 8, 10, 12]),
};
const first = Float64Array.from([0.9, 0.1, 0.9, 0.1, 0.9, 0.1]);
const rolesWith = (tellings: readonly number[]): Float64Array =>
  adaptToVoices(evidence, first, { trust: 1, prior: 2, tellings: Float32Array.from(tellings) }).role;

test('what a voice says often speaks for it', () => {
  const role = rolesWith([0, 0.5, 0.5, 0.5]);
  expect([...role].map(Math.sign)).toEqual([1, -1, 1, -1, 1, -1]);
});

test('as much as it tells', () => {
  const [little = 0] = rolesWith([0, 0.1, 0.5, 0]);
  const [much = 0] = rolesWith([0, 0.5, 0.5, 0]);
  expect(much).toBeCloseTo(5 * little, 5);
  expect([...rolesWith([0, 0, 0, 0])]).toEqual([0, 0, 0, 0, 0, 0]);
});
