import { expect, test } from '@jest/globals';
import { measureSpeed } from '../../pipeline/measure-speed.js';

test('each stage is timed, and the whole is all of them, as ratios to the bare libraries', () => {
  let runs = 0;
  const busy = (turns: number): void => {
    for (let turn = 0; turn < turns; turn++) Math.sqrt(turn);
  };
  const report = measureSpeed({
    hasSentences: true,
    text: 'Most of the boats in this harbor are too old to sail.',
    run: (observe) => {
      runs++;
      busy(1000);
      observe('first');
      busy(100_000);
      observe('second');
    },
  });
  expect(runs).toBe(17);
  expect(report.words).toBe(12);
  expect(report.stages.map(({ name }) => name)).toEqual(['first', 'second']);
  expect(report.readDoc.toReadDoc).toBe(1);
  expect(report.compromise?.toCompromise).toBe(1);
  for (const step of [...report.stages, report.whole]) expect(step.toReadDoc * report.readDoc.ms).toBeCloseTo(step.ms);
  expect(report.peakRssBytes).toBeGreaterThan(1_000_000);
});
