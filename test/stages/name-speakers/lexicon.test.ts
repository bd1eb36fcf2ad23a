import { describe, expect, test } from '@jest/globals';
import { readWithWink } from '../../../stages/language/wink.js';
import { findNames } from '../../../stages/name-speakers/find-names.js';
import { hearNames } from '../../../stages/name-speakers/hear-names.js';
import { toNameLexicon } from '../../../stages/name-speakers/lexicon.js';
import { readWords } from '../../../stages/name-speakers/read-words.js';
import { readSpelledNames } from '../../../stages/name-speakers/spelled-names.js';
import { files, hear, lexicon } from './speakers-in.js';

interface Entry {
  readonly id: string;
  readonly list?: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const entriesOf = (file: unknown): readonly Entry[] => (file as { readonly entries: readonly Entry[] }).entries;
const wordsOf = (sentence: string) => readWords(sentence, readWithWink(sentence).tokens);
const namesOf = (sentence: string) => findNames(sentence, wordsOf(sentence), lexicon);

describe.each(entriesOf(files.nameCues))('$id', ({ id, yes, no }) => {
  const one = toNameLexicon({ ...files, nameCues: { note: '', entries: entriesOf(files.nameCues).filter((entry) => entry.id === id) } });
  const fires = (sentence: string) => hearNames({ words: wordsOf(sentence), turnStart: () => 0 }, namesOf(sentence), one).length > 0;
  test.each(yes)('fires: %s', (sentence) => expect(fires(sentence)).toBe(true));
  test.each(no)('silent: %s', (sentence) => expect(fires(sentence)).toBe(false));
});

describe.each(entriesOf(files.roleCues))('$id', ({ id, yes, no }) => {
  const fires = (sentence: string) => hear([[0, sentence]]).speakers[0]?.evidence.some(({ kind }) => kind === id);
  test.each(yes)('fires: %s', (sentence) => expect(fires(sentence)).toBe(true));
  test.each(no)('silent: %s', (sentence) => expect(fires(sentence)).toBe(false));
});

/** What each list does to a sentence: the reading that must differ between `yes` and `no`. */
const READINGS: Readonly<Record<string, (sentence: string) => boolean>> = {
  notNames: (sentence) => sentence.split(' ').length > (namesOf(sentence)[0]?.name.split(' ').length ?? 0),
  particles: (sentence) => namesOf(sentence)[0]?.name.includes(' ') === true,
  titles: (sentence) => namesOf(sentence)[0]?.start !== 0,
  reporting: (sentence) => hearNames({ words: wordsOf(sentence), turnStart: () => 0 }, namesOf(sentence), lexicon).length === 0,
  elsewhere: (sentence) => hearNames({ words: wordsOf(sentence), turnStart: () => 0 }, namesOf(sentence), lexicon).length === 0,
  spelling: (sentence) => readSpelledNames(sentence, wordsOf(sentence), lexicon).spellings.size > 0,
  ownHandle: (sentence) => readSpelledNames(sentence, wordsOf(sentence), lexicon).handles.length > 0,
  roleLabels: (label) => hear([[0, 'So.', label]]).speakers[0]?.name === null,
};

describe.each(entriesOf(files.notNames))('$id', ({ list, yes, no }) => {
  const reads = READINGS[list ?? ''];
  test.each(yes)('applies: %s', (sentence) => expect(reads?.(sentence)).toBe(true));
  test.each(no)('does not: %s', (sentence) => expect(reads?.(sentence)).toBe(false));
});

describe.each(entriesOf(files.questions))('$id', ({ yes, no }) => {
  const asks = (sentence: string) => {
    const words = sentence.split(' ');
    return words.some((word, index) => lexicon.questionPairs.get(word)?.has(words[index + 1] ?? ''));
  };
  test.each(yes)('asks: %s', (sentence) => expect(asks(sentence)).toBe(true));
  test.each(no)('does not: %s', (sentence) => expect(asks(sentence)).toBe(false));
});

const cue = { id: 'x', gives: 'speaker', takes: 'listed', weight: 1, patterns: ['x <name>'], yes: ['x'], no: ['y'] };
test.each([
  ['an unknown field', { ...cue, colour: 'red' }],
  ['no example', { ...cue, yes: [] }],
  ['no such voice', { ...cue, gives: 'nobody' }],
])('refuses a cue with %s', (_, entry) => expect(() => toNameLexicon({ ...files, nameCues: { note: '', entries: [entry] } })).toThrow());

test('refuses two cues with one id', () =>
  expect(() => toNameLexicon({ ...files, nameCues: { note: '', entries: [cue, cue] } })).toThrow('two entries have one id'));
