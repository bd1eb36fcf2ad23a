import { expect, test } from '@jest/globals';
import { docOf, markedText, readingOf } from './reading.js';

const clock = (second: number) => `00:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}.000`;
const whisper = (lines: readonly string[]) =>
  lines.map((words, index) => `[${clock(index)} --> ${clock(index + 1)}]   ${words}`).join('\n');
const times = (count: number, line: string) => Array.from({ length: count }, () => line);

test.each([
  [
    'a line twenty times',
    ['So it begins.', ...times(20, 'Thank you for watching.'), 'And it ends.'],
    'So it begins. Thank you for watching. And it ends.',
    19,
  ],
  [
    'whatever the case',
    ['Thank you so.', 'thank you so.', 'Thank You so.', 'THANK YOU SO.', 'Thank you so.', 'Bye.'],
    'Thank you so. Bye.',
    4,
  ],
  ['with marks between', [...times(6, '- It is the end.'), '- Is it?'], '|It is the end. |Is it?', 5],
  ['one word, very often', [...times(15, 'You'), 'Well.'], 'You Well.', 14],
  ['two loops', [...times(5, 'So it is.'), 'No.', ...times(5, 'So it is.')], 'So it is. No. So it is.', 8],
])('kept once: %s', (_, lines, marked, repeated) => {
  const doc = docOf(whisper(lines));
  expect(markedText(doc)).toBe(marked);
  expect(doc.repeatedSegments).toBe(repeated);
});

test.each([
  ['a few times', ['Yeah, yeah.', 'Yeah, yeah.', 'Yeah, yeah.', 'So.']],
  ['one word, said by two', times(6, '- Yeah.')],
  ['one word, five times', [...times(5, 'No.'), 'Stop it.']],
  ['not on end', ['So it is.', 'No.', 'So it is.', 'No.', 'So it is.', 'No.', 'So it is.', 'No.', 'So it is.']],
])('real repetition stays: %s', (_, lines) => {
  const doc = docOf(whisper(lines));
  expect(doc.text).toBe(lines.join(' ').replaceAll(/(?:^|(?<= ))- /gu, ''));
  expect(doc.repeatedSegments).toBeUndefined();
});

test('named voices that say the same are no loop', () => {
  const lines = ['[SPEAKER_00]: I do not know.', '[SPEAKER_01]: I do not know.'];
  expect(docOf([...lines, ...lines, ...lines].join('\n')).repeatedSegments).toBeUndefined();
});

test('a loop is a warning with the line of its first repetition', () => {
  const result = readingOf(whisper(['So it begins.', ...times(8, 'Thank you for that.')]));
  const [warning, ...others] = result.ok ? result.diagnostics : [];
  expect(warning).toMatchObject({ rule: 'read-transcript/repeated-segments', severity: 'warning', line: 3 });
  expect(warning?.message).toContain('7 times');
  expect(others).toEqual([]);
});
