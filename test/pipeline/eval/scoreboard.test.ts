import { describe, expect, test } from '@jest/globals';
import { toScoreboard } from '../../../pipeline/eval/scoreboard.js';
import { scoreSet } from '../../../pipeline/eval/score-set.js';
import type { SpeedReport, StepSpeed } from '../../../pipeline/measure-speed.js';
import { GOLD, PLACES } from './tiny.js';
import { tinyGraph } from './tiny-graph.js';

const step = (name: string, toReadDoc: number): StepSpeed => ({ name, ms: 1, wordsPerSecond: 1, toReadDoc, toCompromise: toReadDoc / 12 });
const speed: SpeedReport = {
  words: 12_345,
  whole: step('whole pipeline', 2.04),
  stages: [step('tag-tokens', 0.55)],
  readDoc: step('wink-nlp readDoc', 1),
  compromise: step('compromise(text)', 12),
  peakRssBytes: 151 * 1024 * 1024,
};

const sentences = PLACES.map(({ start, end }) => ({ start, end, firstToken: 0, endToken: 0, by: 'punctuation' as const }));

async function scoreboard(): Promise<string> {
  const extracted = { graph: tinyGraph(), segments: PLACES, sentences };
  const scores = await scoreSet(
    { documents: [GOLD], sameAs: [] },
    () => Promise.resolve(extracted),
    () => [],
  );
  return toScoreboard([{ title: 'Tiny', note: 'One conversation.', scores }], [], speed);
}

describe('the scoreboard', () => {
  test('sets the program beside the baselines', async () => {
    const rows = (await scoreboard()).split('\n');
    const row = rows.find((line) => line.startsWith('| tiny'));
    expect(row).toBe('| tiny | **1.000** | 0.889 | 0.800 | 1.000 | **1.000** | 0.000 | – | 0.000 |');
  });

  test('has a table for each layer, one for the baselines, one for speed', async () => {
    const tables = (await scoreboard()).split('\n\n').filter((part) => part.startsWith('|'));
    expect(tables.map((table) => table.split(' | ')[0])).toEqual([
      '| against the baselines',
      '| turns',
      '| entities',
      '| claims',
      '| stage',
    ]);
    for (const table of tables)
      expect(
        new Set(
          table
            .trim()
            .split('\n')
            .map((row) => row.split('|').length),
        ).size,
      ).toBe(1);
  });

  test('gives speed as ratios, and memory in steps', async () => {
    const text = await scoreboard();
    expect(text).toContain('| whole pipeline | 2.0 | 0.17 |');
    expect(text).toContain('12,345 words');
    expect(text).toContain('under 200 MB');
  });

  test('is the same for the same scores', async () => expect(await scoreboard()).toBe(await scoreboard()));
});
