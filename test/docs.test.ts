import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { PROJECT_ROOT } from '../pipeline/project.js';

const HEADINGS = ['## Finds', '## Leaves alone', '## Needs/Adds', '## Lexicon', '## Known misses'];
const stages = readdirSync(join(PROJECT_ROOT, 'stages'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'language')
  .map(({ name }) => name);

test.each(stages)('%s has a README with the same headings', (stage) => {
  const text = readFileSync(join(PROJECT_ROOT, 'stages', stage, 'README.md'), 'utf8');
  expect(text.split('\n').filter((line) => line.startsWith('## '))).toEqual(HEADINGS);
});

test.each(stages.filter((stage) => existsSync(join(PROJECT_ROOT, 'stages', stage, 'weights'))))(
  '%s: weights have a model card',
  (stage) => {
    const card = readFileSync(join(PROJECT_ROOT, 'stages', stage, 'train/MODEL_CARD.md'), 'utf8');
    for (const word of ['CC BY-SA 4.0', '2026-11-21']) expect(card).toContain(word);
  },
);
