import { expect, test } from '@jest/globals';
import { claimsIn } from './claims-in.js';

/** The type of the claim that holds these words; null for a fact. */
function typeOf(sentence: string, words: string): string | null | undefined {
  return claimsIn(sentence).find(({ quote }) => quote.includes(words))?.claimType;
}

test.each([
  ['Nora says that as the bread rises you should decrease the heat.', 'you should decrease'],
  ['You should always read the manual because it is better than the film.', 'You should always read'],
  ['You ought to read the manual of the oven.', 'You ought to read'],
  ['I think bakers should never open the oven.', 'should never open'],
])('a recommendation: %s', (sentence, words) => {
  expect(typeOf(sentence, words)).toBe('recommendation');
});

test.each([
  ['The oven is bad because nobody knows what it should be used for.', 'The oven is bad'],
  ['It should be colder than yesterday by now.', 'should be colder'],
  ['The biggest problem is when people ask why they should bake at all.', 'The biggest problem'],
])('no recommendation: %s', (sentence, words) => {
  expect(typeOf(sentence, words)).not.toBe('recommendation');
});
