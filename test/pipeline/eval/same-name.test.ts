import { describe, expect, test } from '@jest/globals';
import { isFormOf, sameNames, singularOf } from '../../../pipeline/eval/same-name.js';

const names = sameNames([
  ['Harbor Labs', 'HL', 'Harbour Laboratories'],
  ['weather model', 'weather net'],
]);

describe('names that count as one', () => {
  test.each([
    ['Fast.io', 'fast IO'],
    ['HL', 'harbour laboratories'],
    ['C++', 'c++'],
  ])('%s is %s', (a, b) => expect(names.same(a, b)).toBe(true));

  test.each([
    ['C++', 'C'],
    ['C#', 'C'],
    ['HL', 'weather net'],
    ['Omar', 'Omar Vale'],
  ])('%s is not %s', (a, b) => expect(names.same(a, b)).toBe(false));
});

describe('words and the name that they stand for', () => {
  test.each([
    ['Omar', 'Omar Vale', 'a part'],
    ['Vale’s', 'Omar Vale', 'a possessive'],
    ['weather nets', 'weather model', 'a plural of another name'],
    ['the Kestrel paper', 'Kestrel', 'more words'],
    ['tide chart', 'tide-chart', 'another spelling'],
    ['TCC', 'tide chart of calendars', 'initials, a short word left out'],
    ['VS Chart', 'Visual Studio Chart', 'initials of some'],
    ['micro charts', 'microchart', 'parted'],
  ])('%s is a form of %s: %s', (words, name) => expect(isFormOf(words, name, names)).toBe(true));

  test.each([
    ['cess trail', 'Kestrel'],
    ['Omar Whale', 'Omar Vale'],
    ['but', 'Bart'],
    ['harper laps', 'Harbor Labs'],
    ['TPU', 'GPU'],
    ['', 'Kestrel'],
  ])('%s was misheard for %s', (words, name) => expect(isFormOf(words, name, names)).toBe(false));
});

test.each([
  ['studies', 'study'],
  ['boxes', 'box'],
  ['rates', 'rate'],
  ['glass', 'glass'],
  ['is', 'is'],
])('%s -> %s', (word, singular) => expect(singularOf(word)).toBe(singular));
