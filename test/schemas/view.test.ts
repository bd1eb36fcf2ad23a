import { expect, test } from '@jest/globals';
import { slice } from '../../schemas/span.js';
import { sourceOf, viewOf } from '../../schemas/view.js';

const text = 'so um the the build is slow';
const whole = { start: 0, end: text.length };
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

test.each([
  ['nothing changed', [], text],
  ['a filler dropped', [{ ...at('um '), text: '' }], 'so the the build is slow'],
  ['a word replaced', [{ ...at('build'), text: '[the build of June]' }], 'so um the the [the build of June] is slow'],
  ['a stop added', [{ start: text.length, end: text.length, text: '.' }], 'so um the the build is slow.'],
])('%s', (_, edits, words) => expect(viewOf(text, whole, edits).text).toBe(words));

test('a range of the view leads back to the words it stands for', () => {
  const view = viewOf(text, whole, [{ ...at('um '), text: '' }]);
  const from = view.text.indexOf('build is');
  expect(slice(text, sourceOf(view, { start: from, end: from + 'build is'.length }))).toBe('build is');
});
