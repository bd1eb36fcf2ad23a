import { expect, test } from '@jest/globals';
import type { ChangeMark } from '../../../schemas/document.js';
import { slice } from '../../../schemas/span.js';
import { tagTokens } from '../../../stages/tag-tokens/tag-tokens.js';

const stage = tagTokens();

function tagged(text: string, changes: readonly ChangeMark[] = []) {
  const doc = { id: '0123456789abcdef', text, format: 'plain-text', episode: { language: 'en' }, layers: { changes } };
  const { tokens, rawSentences } = stage.run(doc).layers;
  const sentences = rawSentences.map(({ start, end }) => text.slice(tokens[start]?.start, tokens[end - 1]?.end));
  return { tokens, sentences };
}

test.each([
  ['It works. It is not pretty.', ['It works.', 'It is not pretty.']],
  ['Do you use it? Yes.', ['Do you use it?', 'Yes.']],
  ['Dr. Lee paid $3.50 for it.', ['Dr. Lee paid $3.50 for it.']],
  ['one two three', ['one two three']],
])('sentences of: %s', (text, sentences) => expect(tagged(text).sentences).toEqual(sentences));

test('a sentence ends where the source marks another voice', () => {
  const text = 'So it was-- Nine times. Right.';
  expect(tagged(text, [{ at: 12 }]).sentences).toEqual(['So it was--', 'Nine times.', 'Right.']);
});

test.each(['Don’t 👩‍💻 stop – it’s naïve…', 'a\u0301b c', '$5 x_y e-mail@host.org #tag', 'I I I  ', ''])(
  'every token is its slice: %j',
  (text) => {
    for (const token of tagged(text).tokens) expect(slice(text, token).toLowerCase()).toBe(token.lower);
  },
);

test('a wall of words stays one raw sentence', () => {
  const wall = 'we moved the whole thing in june and nobody had asked for that so we had to explain it to every customer by phone';
  expect(tagged(wall).sentences).toEqual([wall]);
});
