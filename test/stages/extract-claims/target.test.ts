import { expect, test } from '@jest/globals';
import { claimsIn } from './claims-in.js';

test.each([['Baking is old. Nora Lind learned it in Leeds. She is also a very good singer.', 'She is also', 'Nora Lind']])(
  '%s',
  (sentence, words, target) => {
    expect(claimsIn(sentence).find(({ quote }) => quote.includes(words))?.target.text).toBe(target);
  },
);

test.each([
  'Deep learning is fun. Deep learning is old. He is the founder of the bakery and he is very rich.',
  'Deep learning is fun. Deep learning is old. They are always late for work in the morning.',
  'The oven, um, was cold, um, and, um, the oven was small. It is the worst oven in the street.',
])('no wrong words in brackets: %s', (sentence) => {
  for (const { text, target } of claimsIn(sentence)) {
    expect(text).not.toContain('[');
    expect(target.text).not.toBe('um');
  }
});
