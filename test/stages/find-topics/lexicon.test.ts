import { describe, expect, test } from '@jest/globals';
import { toTopicLexicon } from '../../../stages/find-topics/lexicon.js';
import { labelsIn, lexiconFile } from './topics-in.js';

interface Entry {
  readonly id: string;
  readonly words: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const { entries } = lexiconFile('everyday-words.json') as { readonly entries: readonly Entry[] };

describe.each(entries)('$id', ({ yes, no }) => {
  test.each(yes)('gives no topic: %s', (sentence) => expect(labelsIn(sentence)).toEqual([]));
  test.each(no)('leaves a topic: %s', (sentence) => expect(labelsIn(sentence)).not.toEqual([]));
});

test('no word stands in two entries', () => {
  const words = entries.flatMap((entry) => entry.words);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});

test.each([
  ['an unknown field', { id: 'x', use: 'never', words: ['x'], yes: ['x'], no: ['x'], weight: 1 }],
  ['no example', { id: 'x', use: 'never', words: ['x'], yes: [], no: ['x'] }],
  ['a phrase for a word', { id: 'x', use: 'never', words: ['x y'], yes: ['x'], no: ['x'] }],
])('refuses an entry with %s', (_, entry) =>
  expect(() => toTopicLexicon({ entries: [entry] }, lexiconFile('weights.json'), lexiconFile('break-cues.json'))).toThrow(),
);

test('refuses two entries with one id', () => {
  const entry = { id: 'x', use: 'never', words: ['x'], yes: ['x'], no: ['x'] };
  expect(() => toTopicLexicon({ entries: [entry, entry] }, lexiconFile('weights.json'), lexiconFile('break-cues.json'))).toThrow(
    'two entries have one id',
  );
});
