import { expect, test } from '@jest/globals';
import { clipTable } from '../../../pipeline/eval/score-clips.js';

test('shows the means over the clips of each length', () => {
  const score = (boundaryF1: number): { boundaryF1: number; macroF1: number; wordAccuracy: number } => ({
    boundaryF1,
    macroF1: 0.75,
    wordAccuracy: boundaryF1 / 2,
  });
  const rows = clipTable([
    { turns: 9, scores: [score(0.5), score(0.7)] },
    { turns: 14, scores: [score(0.25)] },
  ]).split('\n');
  expect(rows.slice(2)).toEqual(['| 9 | 2 | 0.600 | 0.750 | 0.300 |', '| 14 | 1 | 0.250 | 0.750 | 0.125 |']);
});
