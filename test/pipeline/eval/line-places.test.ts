import { describe, expect, test } from '@jest/globals';
import { placesFromGraph, searchSpan, spanOfLines, startOfLine } from '../../../pipeline/eval/line-places.js';
import { PLACES, TEXT } from './tiny.js';
import { tinyGraph } from './tiny-graph.js';

// Lines 2 to 3, 5, and 8 to 11 have words.
const places = [
  { start: 0, end: 10, line: 2, endLine: 3 },
  { start: 11, end: 20, line: 5, endLine: 5 },
  { start: 21, end: 30, line: 5, endLine: 5 },
  { start: 31, end: 71, line: 8, endLine: 11 },
];

describe('lines of the source in the text', () => {
  test.each([
    [1, 0],
    [2, 0],
    [3, 5],
    [4, 11],
    [5, 11],
    [6, 31],
    [10, 51],
    [12, 71],
  ])('line %i begins at %i', (line, at) => expect(startOfLine(places, line)).toBe(at));

  test.each([
    [2, { start: 0, end: 10 }],
    [5, { start: 11, end: 30 }],
    [6, { start: 31, end: 31 }],
    [12, { start: 71, end: 71 }],
  ])('words of line %i lie in %j', (line, span) => expect(searchSpan(places, line)).toEqual(span));

  test.each([
    [1, 99, { start: 0, end: 71 }],
    [5, 7, { start: 11, end: 30 }],
    [6, 7, { start: 31, end: 31 }],
    [-1, 3, { start: 0, end: 10 }],
  ])('lines %i to %i are %j', (first, last, span) => expect(spanOfLines(places, first, last)).toEqual(span));

  test('a text without lines', () => expect(spanOfLines([], 1, 9)).toEqual({ start: 0, end: 0 }));
});

describe('from a graph alone', () => {
  const estimated = placesFromGraph(tinyGraph());

  test('every line that a node begins on is exact', () => {
    for (const { line, start } of PLACES)
      expect([line, startOfLine(estimated, line)]).toEqual([line, line === 3 ? TEXT.indexOf('it is far') : start]);
  });

  test('they are in order, and none is empty', () => {
    estimated.forEach(({ start, end, line, endLine }, index) => {
      expect(start).toBeLessThan(end);
      expect(line).toBeLessThanOrEqual(endLine);
      expect(end).toBeLessThanOrEqual(estimated[index + 1]?.start ?? TEXT.length);
    });
  });
});
