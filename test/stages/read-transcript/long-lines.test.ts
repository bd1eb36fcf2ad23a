import { expect, test } from '@jest/globals';
import { readingOf } from './reading.js';

const long = 500_000;
test.each([
  ['open brackets', '['.repeat(long)],
  ['bold marks', `**a${'**b'.repeat(long / 3)}`],
  ['links', `Ann: ${'[a]('.repeat(long / 4)}`],
  ['white space', `Ann: so${' '.repeat(long)}x`],
  ['capitals', `${'Ann '.repeat(long / 4)}:`],
  ['digits', '0:1'.repeat(long / 3)],
  ['deep lists', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  ['underscores', `**A:** b\n**A:** ${'_a*b'.repeat(long / 4)}`],
  ['words after underlines', `# a\n# b\n**A:** b\n**A:** ${'__a'.repeat(long / 3)}`],
  ['a name, then white space', `Ann: a\nAnn: b\nAnn${' '.repeat(long)}:`],
  ['white space, then a number', `Ann: a\nAnn: b\n${' '.repeat(long)}1${' '.repeat(long)}x`],
  ['a label of dashes', JSON.stringify([1, 2].map(() => ({ speaker: `${'-'.repeat(long)}x`, text: 'so' })))],
  [
    'pieces that are all glued',
    JSON.stringify({
      transcription: Array.from({ length: 20_000 }, (_, at) => ({ text: at % 5 === 0 ? ' a' : 'b', offsets: { from: at, to: at } })),
    }),
  ],
  [
    'words that are in no text',
    JSON.stringify({ segments: [{ start: 0, text: 'a'.repeat(long / 5), words: Array.from({ length: 20_000 }, () => ({ word: 'zz' })) }] }),
  ],
  ['comments', `# a\n# b\n**A:** c\n**A:** ${'<!--'.repeat(long / 4)}`],
])('one long line of %s is read in good time', (_, content) => {
  const start = performance.now();
  readingOf(content);
  expect(performance.now() - start).toBeLessThan(2000);
});
