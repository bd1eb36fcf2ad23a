import { expect, test } from '@jest/globals';
import { voicesSection } from '../../../pipeline/eval/voices-text.js';
import type { ShowRow } from '../../../pipeline/eval/score-voices.js';

const score = (boundaryF1: number, macroF1: number): ShowRow['plain'] => ({
  boundaryF1,
  precision: 0,
  recall: 0,
  macroF1,
  wordAccuracy: 0.9,
  voice0: 0,
});
const tenths = Array.from({ length: 10 }, (_, tenth) =>
  tenth === 9 ? { turns: 10, confidence: 9.2, right: 9 } : { turns: 0, confidence: 0, right: 0 },
);
const row = (show: string, boundaryF1: number): ShowRow => ({
  program: { ...score(boundaryF1, 0.8), show, variant: 'wall', tenths },
  plain: score(0.4, 0.6),
});

const SECTION = voicesSection({
  marks: [{ marks: 'as given', scores: { boundaryF1: 1, wordAccuracy: 1, speakerMacroF1: null } }],
  shows: [row('harbour', 0.5), row('kiln', 0.7)],
});

test('shows the mean over all episodes, then each show, beside the plain model', () => {
  const rows = SECTION.split('\n').filter((line) => line.startsWith('| wall'));
  expect(rows).toEqual([
    '| wall: all | 2 | **0.600** | 0.400 | **0.800** | 0.600 | **0.900** | 0.900 |',
    '| wall: harbour | 1 | **0.500** | 0.400 | **0.800** | 0.600 | **0.900** | 0.900 |',
    '| wall: kiln | 1 | **0.700** | 0.400 | **0.800** | 0.600 | **0.900** | 0.900 |',
  ]);
});

test('tells how often turns of a confidence were right', () => {
  expect(SECTION).toContain('| 0.9–1.0 | 20 | 0.920 | 0.900 |');
  expect(SECTION).toContain('| expected calibration error |  |  | 0.020 |');
});

test('has a dash where there is nothing to show', () => expect(SECTION).toContain('| as given | 1.000 | 1.000 | – |'));
