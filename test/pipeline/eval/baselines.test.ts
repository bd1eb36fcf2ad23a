import { describe, expect, test } from '@jest/globals';
import { everySentence, libraryNames, type FindNames } from '../../../pipeline/eval/baselines.js';
import { peopleOrganizationsPlaces } from '../../../stages/language/compromise.js';
import { PERFECT, PLACES, TEXT } from './tiny.js';

test('every sentence of six words or more is a claim of whoever speaks', () => {
  const { claims } = everySentence(PERFECT, PLACES);
  expect(claims.map(({ start, end }) => TEXT.slice(start, end))).toEqual(
    [1, 2, 3, 5, 6].map((line) => TEXT.slice(PLACES[line - 1]?.start, PLACES[line - 1]?.end)),
  );
  expect(claims.map(({ voice }) => voice)).toEqual([1, 2, 2, 2, 1].map((number) => `speaker:tiny/${String(number)}`));
});

describe("a library's names", () => {
  const capitals: FindNames = (sentence) =>
    [...sentence.matchAll(/[A-Z]\w+/gu)].map(({ 0: word, index }) => ({ start: index, end: index + word.length, type: 'person' }));

  test('are named by their own words, at their place in the text', () => {
    const { mentions } = libraryNames(PERFECT, PLACES.slice(5), capitals);
    expect(mentions.map(({ name, start, end }) => [name, TEXT.slice(start, end)])).toEqual(
      ['Good', 'Harbor', 'Labs'].map((name) => [name, name]),
    );
  });

  test('are looked for in stretches of sixty words', () => {
    const wall = Array.from({ length: 150 }, (_, index) => `Word${String(index)}`).join(' ');
    const lengths: number[] = [];
    const { mentions } = libraryNames({ ...PERFECT, text: wall }, [{ start: 0, end: wall.length }], (stretch) => {
      lengths.push(stretch.split(' ').length);
      return capitals(stretch);
    });
    expect(lengths).toEqual([60, 60, 30]);
    expect(mentions).toHaveLength(150);
    expect(mentions.every(({ start, end, name }) => wall.slice(start, end) === name)).toBe(true);
  });
});

describe("compromise's people, organizations and places", () => {
  test.each([
    ['Then Marie Curie moved to Paris, and John followed.', ['Marie Curie person', 'Paris place', 'John person']],
    ["They're at Microsoft's lab with Dana O'Neil.", ["Microsoft's organization", "Dana O'Neil person"]],
    ['😀 We left Berlin.', ['Berlin place']],
    ['It was far too small.', []],
    ['', []],
  ])('%s', (sentence, found) => {
    expect(peopleOrganizationsPlaces(sentence).map(({ start, end, type }) => `${sentence.slice(start, end)} ${type}`)).toEqual(found);
  });
});
