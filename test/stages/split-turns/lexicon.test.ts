import { describe, expect, test } from '@jest/globals';
import { toTurnLexicon, toWordClasses } from '../../../stages/split-turns/lexicon.js';
import { toTurnModel } from '../../../stages/split-turns/turn-model.js';
import { files, lexicon, split } from './turns-in.js';

interface Entry {
  readonly id: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const { entries: classes } = files.wordClasses as { readonly entries: readonly Entry[] };
const { entries: labels } = files.unknownLabels as { readonly entries: readonly Entry[] };

const WORD = /[\p{L}'-]+/gu;

describe.each(classes.map((entry, bit) => ({ ...entry, bit })))('class $id', ({ yes, no, bit }) => {
  const hasClass = (sentence: string) =>
    [...sentence.toLowerCase().matchAll(WORD)].some(([word]) => (((lexicon.classes.get(word.replaceAll("'", '')) ?? 0) >> bit) & 1) === 1);
  test.each(yes)('in: %s', (sentence) => expect(hasClass(sentence)).toBe(true));
  test.each(no)('not in: %s', (sentence) => expect(hasClass(sentence)).toBe(false));
});

describe.each(labels)('$id', ({ yes, no }) => {
  const voiceOf = (label: string) => split(`|Ada Byrd: Did it float? |${label}: It did.`).turns[1]?.voice;
  test.each(yes)('names nobody: %s', (label) => expect(voiceOf(label)).toBe(null));
  test.each(no)('is a voice: %s', (label) => expect(voiceOf(label)).toBe(1));
});

test.each([
  ['an unknown field', { id: 'x', words: ['x'], yes: ['x'], no: ['y'], weight: 1 }],
  ['no example', { id: 'x', words: ['x'], yes: [], no: ['y'] }],
])('refuses an entry with %s', (_, entry) => expect(() => toWordClasses({ note: '', entries: [entry] })).toThrow());

test('refuses two entries with one id', () => {
  const entry = { id: 'x', words: ['x'], yes: ['x'], no: ['y'] };
  expect(() => toWordClasses({ note: '', entries: [entry, entry] })).toThrow('two entries have one id');
});

test('refuses a number that is missing', () => expect(() => toTurnLexicon({ ...files, decoding: { note: '' } })).toThrow());

describe('the weights file', () => {
  // Slots 3 and 200 (differences 4 and 197 from -1), weights 1 and -2 steps of 0.5.
  const table = { slots: 'BMUB', columns: ['Af4='], scales: [0.5] };
  const file = { note: '', source: '', licence: '', trained: '', bits: 8, gaps: table, roles: table };

  test('is read back slot by slot', () => {
    const { gaps, mask } = toTurnModel(file);
    expect(mask).toBe(255);
    expect([gaps.row[3], gaps.row[200], gaps.row[4]]).toEqual([1, 2, 0]);
    expect([...(gaps.columns[0] ?? [])]).toEqual([0, 0.5, -1]);
  });

  test('with a column that is too short is refused', () =>
    expect(() => toTurnModel({ ...file, roles: { ...table, columns: ['AQ=='] } })).toThrow('a column has 1 weights for 2 features'));

  test('names its source and licence', () =>
    expect(files.model).toMatchObject({ licence: 'CC BY-SA 4.0', source: expect.stringContaining('thechangelog') }));
});
