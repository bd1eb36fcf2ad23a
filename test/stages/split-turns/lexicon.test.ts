import { describe, expect, test } from '@jest/globals';
import { toTurnLexicon, toWordClasses } from '../../../stages/split-turns/lexicon.js';
import { addRows, firstStep, newTotals, rowOf } from '../../../stages/split-turns/feature-table.js';
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
  const columns = (count: number): typeof table => ({
    ...table,
    columns: Array.from({ length: count }, () => 'Af4='),
    scales: Array.from({ length: count }, () => 0.5),
  });
  // One input of each kind, one state, one hidden unit: 2 + 2 * 4 + 4 + 6 + 1 + 3 numbers.
  const shape = { width: 1, states: 1, units: 1 };
  const net = Buffer.alloc(24 * 4).toString('base64');
  const file = {
    note: '',
    source: '',
    licence: '',
    trained: '',
    bits: 8,
    openings: table,
    least: 0,
    gaps: columns(3),
    roles: columns(2),
    // 0 and 200 steps.
    tellings: 'AMg=',
    tellingScale: 0.5,
    shape,
    net,
  };

  test('is read back slot by slot', () => {
    const { gaps, mask } = toTurnModel(file);
    expect(mask).toBe(255);
    expect([3, 200, 4].map((slot) => rowOf(gaps, slot))).toEqual([1, 2, 0]);
    expect(gaps.scales[2]).toBe(0.5);
    expect([...toTurnModel(file).tellings]).toEqual([0, 0, 100]);
    expect([0, 1, 2].map((row) => firstStep(gaps, row))).toEqual([0, 1, -2]);
  });

  test.each([
    [[1], [1, 1, 1]],
    [
      [1, 2, 2],
      [-3, -3, -3],
    ],
    [Array.from({ length: 1000 }, () => 2), [-2000, -2000, -2000]],
  ])('adds up the rows %j', (rows, totals) => {
    const { gaps } = toTurnModel(file);
    const sums = newTotals(gaps);
    for (let twice = 0; twice < 2; twice++) {
      addRows(gaps, { rows: Int32Array.from(rows), count: rows.length }, sums);
      expect([...sums].slice(0, 3)).toEqual(totals);
    }
  });

  test('with a column that is too short is refused', () =>
    expect(() => toTurnModel({ ...file, openings: { ...table, columns: ['AQ=='] } })).toThrow('a column has 1 weights for 2 features'));

  test('with fewer tellings than role features is refused', () =>
    expect(() => toTurnModel({ ...file, tellings: 'AA==' })).toThrow('1 tellings for 2 features'));

  test('with a network of another size is refused', () => {
    expect(() => toTurnModel({ ...file, net: 'AAAAAA==' })).toThrow('numbers instead of');
    expect(() => toTurnModel({ ...file, gaps: table })).toThrow('do not have as many columns');
  });

  test('names its source and licence', () =>
    expect(files.model).toMatchObject({ licence: 'CC BY-SA 4.0', source: expect.stringContaining('thechangelog') }));
});
