import { Buffer } from 'node:buffer';
import { expect, test } from '@jest/globals';
import { randomFrom } from '../../../../stages/random.js';
import { readingOf } from '../reading.js';
import { checkReading } from './check-reading.js';
import { longLines, REPEATED } from './long-lines.js';
import { mutate } from './mutate.js';
import { SOURCES } from './sources.js';

test.each(SOURCES.map((content, index) => [index, content] as const))('source %i is read before anything is done to it', (_, content) => {
  const result = readingOf(content);
  expect(result.ok ? '' : result.refusal.message).toBe('');
  checkReading(Buffer.from(content));
});

test('400 damaged sources: each a sound document or a refusal with a hint', () => {
  const random = randomFrom(20_261_121);
  for (let time = 0; time < 400; time++) {
    const source = Buffer.from(SOURCES[time % SOURCES.length] ?? '');
    checkReading(mutate(source, random));
  }
});

// Each source with another string, so that it is quick; the long test has all pairs.
test.each(SOURCES.map((content, index) => ({ index, content, repeated: REPEATED[(index * 7) % REPEATED.length] ?? '' })))(
  'source $index with a line of 1 MB of "$repeated"',
  ({ content, repeated }) => {
    for (const line of longLines(content, repeated, 2 ** 20).slice(0, 2)) expect(checkReading(Buffer.from(line))).toBeLessThan(2200);
  },
);

test.each([' ', '\t', 'a ', '0', '(', '<'])('segments that open with 1 MB of "%s"', (repeated) => {
  const [line = ''] = longLines('1\n00:00:00,000 --> 00:00:01,000\nHello\n', repeated, 2 ** 20);
  expect(checkReading(Buffer.from(line))).toBeLessThan(2200);
});
