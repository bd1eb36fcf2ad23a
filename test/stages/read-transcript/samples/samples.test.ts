import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { PROJECT_ROOT } from '../../../../pipeline/project.js';
import { readingOf } from '../reading.js';
import { countKept, toWords, wordsOfSample } from './count-words.js';

// Real transcripts in many formats; they lie beside the repository, since most may not be copied.
const FOLDER = join(PROJECT_ROOT, '../shared/data/formats');
const INDEX = join(FOLDER, 'INDEX.tsv');
const isThere = existsSync(INDEX);

const LEAST_KEPT = 0.999;
/** Words that the plain count takes for a label or a heading. */
const MOST_ADDED = 0.002;
// What is no word: an arrow of times, a tag, a diariser's label, an entity, a time with hours, a time in brackets.
const LEFT_OVER = /-->|<\/?[a-z][^<>]{0,40}>|SPEAKER_\d\d|&(?:[a-z]{2,8}|#\d+);|(?<!\d)\d{1,2}:\d\d:\d\d(?!\d)|\[\d+:\d\d/giu;

const samples = isThere
  ? readFileSync(INDEX, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t'))
      .map(([format = '', file = '']) => ({ format, file, content: readFileSync(join(FOLDER, format, file), 'utf8') }))
  : [];
const refused = samples.filter(({ format }) => format === 'chapters_json');
const read = samples.filter((sample) => !refused.includes(sample));

(isThere ? test : test.skip)(`the samples are in ${FOLDER}`, () => expect(read.length).toBeGreaterThan(70));

if (isThere) {
  test.each(read)('$format/$file: every word is kept, and nothing else', ({ format, content }) => {
    const result = readingOf(content);
    if (!result.ok) throw new Error(result.refusal.message);
    const { text, layers } = result.doc;
    const words = wordsOfSample(format, content);
    const got = toWords(`${text} ${layers.events.map((event) => event.text).join(' ')}`);
    const { kept, missing } = countKept(words, got);
    expect(words.length).toBeGreaterThan(0);
    expect({ share: kept / words.length >= LEAST_KEPT, missing: missing.slice(0, 20) }).toMatchObject({ share: true });
    expect(got.length - kept).toBeLessThanOrEqual(got.length * MOST_ADDED);
    expect(text.match(LEFT_OVER)).toBeNull();
    expect(layers.changes.filter(({ at, label }) => label !== undefined && text.startsWith(`${label}:`, at))).toEqual([]);
  });

  test.each(refused)('$format/$file is refused with a reason and a hint', ({ content }) => {
    const result = readingOf(content);
    expect(result.ok ? '' : result.refusal.code).toBe('not-a-transcript');
    expect(result.ok ? '' : result.refusal.hint).not.toBe('');
  });
}
