import { expect, test } from '@jest/globals';
import { bareCompromise, peopleOrganizationsPlaces } from '../../../stages/language/compromise.js';

const found = (sentence: string) => peopleOrganizationsPlaces(sentence).map(({ start, end, type }) => [sentence.slice(start, end), type]);

test.each([
  [
    'I met Betty Smith in Lisbon.',
    [
      ['Betty Smith', 'person'],
      ['Lisbon', 'place'],
    ],
  ],
  ["She's at the University of Toronto.", [['University of Toronto', 'organization']]],
  ['It is raining again, isn’t it?', []],
  ['', []],
])('%s', (sentence, names) => expect(found(sentence)).toEqual(names));

test.each(['Well — “Betty’s” 😀 here… isn’t she?', "We don't   know: Dr. Otto Smith's, (Berlin)", 'a b c'])(
  'spans lie in the text: %j',
  (sentence) => {
    for (const [words] of found(sentence)) expect(sentence).toContain(words);
  },
);

test('the yardstick counts terms', () => expect(bareCompromise('one two three')).toBe(3));
