import { expect, test } from '@jest/globals';
import { randomFrom } from '../../../../stages/random.js';
import { learnTellings } from '../../../../stages/split-turns/train/learn-tellings.js';

const UNITS = 1000;
const EVERYBODYS = 1;

/** Two people in turns; each has a word of his own (another one in each example) that one turn in two has, and both have row 1. */
function toExample(own: number) {
  const random = randomFrom(own);
  const speaker = Uint8Array.from({ length: UNITS }, (_, unit) => (unit >> 1) & 1);
  const ids: number[] = [];
  const ends = Int32Array.from([0, ...speaker].map((_, unit) => unit * 3));
  for (const voice of speaker) ids.push(EVERYBODYS, random() < 0.5 ? own + voice : EVERYBODYS, EVERYBODYS);
  const rows = { ids: Int32Array.from(ids), ends };
  return { id: String(own), variant: 'wall' as const, units: UNITS, gaps: rows, roles: rows, speaker };
}

test('a word that only one of two uses tells more than a word that both use', () => {
  const [, both = 0, ...others] = learnTellings([toExample(2), toExample(4), toExample(6)], 8, randomFrom(1));
  expect(others).toHaveLength(6);
  expect(Math.min(...others)).toBeGreaterThan(2 * both);
});
