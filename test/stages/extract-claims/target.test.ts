import { expect, test } from '@jest/globals';
import { claimsIn } from './claims-in.js';

test.each([['Baking is old. Nora Lind learned it in Leeds. She is also a very good singer.', 'She is also', 'Nora Lind']])(
  '%s',
  (sentence, words, target) => {
    expect(claimsIn(sentence).find(({ quote }) => quote.includes(words))?.target.text).toBe(target);
  },
);

test.each([
  ['Ann Lee: Bo Ek, how is it?\nBo Ek: My dad ran the shop, Bo Ek and sons. He was a very good baker.', 'He was', 'My dad'],
  ['Ann Lee: Bo Ek, how is it?\nBo Ek: Nora Lind ran the shop, not Bo Ek. She was a very good baker.', 'She was', 'Nora Lind'],
  ['My dad met my sister in the shop. She was a very good baker.', 'She was', 'my sister'],
  ['My boss met the woman in the shop. He was a very good baker.', 'He was', 'My boss'],
  ['Nora Lind runs the shop, and there is a lady at the door. She is a very good baker.', 'She is', 'Nora Lind'],
  ['Ann Lee: Bo Ek is here.\nBo Ek: Good.\nAnn Lee: He is a very good baker.', 'He is', 'Bo Ek'],
])('nobody calls himself "he": %s', (sentence, words, target) => {
  expect(claimsIn(sentence).find(({ quote }) => quote.includes(words))?.target.text).toBe(target);
});

test.each([
  "Python is nice. Python is old. So, you know, it's always great to be here in the garden with all of you.",
  "Python is nice. Python is old. It's not just that people never learn it.",
  'Python is nice. Python is old. It was a terrible time when the bakers left.',
  'Google is nice. Google is old. It is thicker and heavier than the old one.',
  'Google is nice. Google is old. They are terrible cooks in every way.',
  'Deep learning is fun. Deep learning is old. He is the founder of the bakery and he is very rich.',
  'Deep learning is fun. Deep learning is old. They are always late for work in the morning.',
  'The oven, um, was cold, um, and, um, the oven was small. It is the worst oven in the street.',
])('no wrong words in brackets: %s', (sentence) => {
  for (const { text, target } of claimsIn(sentence)) {
    expect(text).not.toContain('[');
    expect(target.text).not.toBe('um');
  }
});
