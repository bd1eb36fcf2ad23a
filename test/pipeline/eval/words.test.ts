import { describe, expect, test } from '@jest/globals';
import { overlapOf, wordFrom, wordRange, wordsOf } from '../../../pipeline/eval/words.js';

describe('words', () => {
  test.each([
    ['Well, yes -- I do!', ['well', 'yes', 'i', 'do']],
    ['C++ costs $40.', ['c++', 'costs', '40']],
    ['♪ - … ♪', []],
    ['', []],
    ['naïve 😀 café', ['naïve', 'café']],
  ])('%s', (text, keys) => expect(wordsOf(text).map(({ key }) => key)).toEqual(keys));

  const words = wordsOf('one, two - three');
  test.each([
    [0, 0],
    [2, 0],
    [4, 1],
    [8, 2],
    [16, 3],
  ])('the word at or after offset %i is number %i', (at, index) => expect(wordFrom(words, at)).toBe(index));

  test.each([
    ['one', { start: 0, end: 3 }, { firstWord: 0, endWord: 1 }],
    ['part of one and two', { start: 1, end: 6 }, { firstWord: 0, endWord: 2 }],
    ['all', { start: 0, end: 16 }, { firstWord: 0, endWord: 3 }],
    ['a dash', { start: 9, end: 10 }, { firstWord: 2, endWord: 2 }],
    ['nothing', { start: 5, end: 5 }, { firstWord: 1, endWord: 1 }],
  ])('the words of %s', (_, span, range) => expect(wordRange(words, span)).toEqual(range));

  test.each([
    [{ firstWord: 0, endWord: 4 }, { firstWord: 0, endWord: 4 }, 1],
    [{ firstWord: 0, endWord: 4 }, { firstWord: 2, endWord: 4 }, 0.5],
    [{ firstWord: 0, endWord: 4 }, { firstWord: 3, endWord: 7 }, 1 / 7],
    [{ firstWord: 0, endWord: 4 }, { firstWord: 4, endWord: 7 }, 0],
    [{ firstWord: 0, endWord: 0 }, { firstWord: 0, endWord: 0 }, 0],
    [{ firstWord: -1, endWord: -1 }, { firstWord: 0, endWord: 3 }, 0],
  ])('%j and %j overlap by %f', (a, b, overlap) => expect(overlapOf(a, b)).toBe(overlap));
});
