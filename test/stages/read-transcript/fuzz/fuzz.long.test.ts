import { Buffer } from 'node:buffer';
import { expect, test } from '@jest/globals';
import { pipeline } from '../../../../pipeline/compose.js';
import { loadLexicons } from '../../../../pipeline/load-lexicons.js';
import { decodeSource } from '../../../../pipeline/decode-source.js';
import { restoreText } from '../../../../stages/restore-text/restore-text.js';
import { splitTurns } from '../../../../stages/split-turns/split-turns.js';
import { tagTokens } from '../../../../stages/tag-tokens/tag-tokens.js';
import { randomFrom } from '../../../../stages/random.js';
import { readingOf } from '../reading.js';
import { checkReading } from './check-reading.js';
import { enlarge } from './enlarge.js';
import { largeSources } from './large-sources.js';
import { longLines, REPEATED } from './long-lines.js';
import { mutate } from './mutate.js';
import { SOURCES } from './sources.js';

const TIMES = 20_000;
/** Each so many of them go on to the turns. */
const TURNS_EVERY = 50;
const MEGABYTE = 2 ** 20;
const LONG_LINE = 200_000;
/** Milliseconds of the processor that a reader may take, and more of them for each megabyte. */
const MOST_MS = 2000;
const MOST_MS_A_MEGABYTE = 200;

const lexicons = loadLexicons();
const { model, casing } = lexicons.restoring;
const voices = pipeline().add(tagTokens()).add(restoreText(model, casing)).add(splitTurns(lexicons.turns));

function checkTurns(data: Buffer): void {
  const decoded = decodeSource(data);
  const read = decoded.ok ? readingOf(decoded.source.content) : undefined;
  if (read?.ok === true) expect(voices.run(read.doc).doc.layers.turns.length).toBeGreaterThan(0);
}

function slowest(data: Buffer): number {
  const allowed = MOST_MS + (MOST_MS_A_MEGABYTE * data.length) / MEGABYTE;
  return checkReading(data) / allowed;
}

test('20,000 damaged sources: each turns, or a refusal with a hint, in good time', () => {
  const random = randomFrom(1);
  let worst = 0;
  for (let time = 0; time < TIMES; time++) {
    const data = mutate(Buffer.from(SOURCES[time % SOURCES.length] ?? ''), random);
    worst = Math.max(worst, slowest(data));
    if (time % TURNS_EVERY === 0) checkTurns(data);
  }
  expect(worst).toBeLessThan(1);
}, 1_200_000);

const numbered = SOURCES.map((content, index) => ({ index, content, megabytes: index % 4 === 0 ? 20 : 4 }));

test.each(numbered)(
  'source $index, $megabytes MB of it, whole and damaged',
  ({ index, content, megabytes }) => {
    const large = enlarge(content, megabytes * MEGABYTE);
    expect(slowest(large)).toBeLessThan(1);
    expect(slowest(mutate(large, randomFrom(index)))).toBeLessThan(1);
  },
  240_000,
);

test.each(largeSources(20 * MEGABYTE))('large: $name', ({ write }) => expect(slowest(Buffer.from(write()))).toBeLessThan(1), 240_000);

test.each(numbered)(
  'source $index with long lines of every kind',
  ({ content }) => {
    for (const repeated of REPEATED)
      for (const line of longLines(content, repeated, LONG_LINE)) expect(slowest(Buffer.from(line))).toBeLessThan(1);
  },
  240_000,
);
