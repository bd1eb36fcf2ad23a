import { expect, test } from '@jest/globals';
import { contains, cover, indexAt, overlaps, sharedLength, shift } from '../../schemas/span.js';

const span = (start: number, end: number) => ({ start, end });

test.each([
  [span(0, 4), span(4, 8), false, 0],
  [span(0, 5), span(4, 8), true, 1],
  [span(0, 9), span(4, 8), true, 4],
  [span(4, 4), span(0, 9), true, 0],
])('%j and %j', (a, b, touching, shared) => {
  expect(overlaps(a, b)).toBe(touching);
  expect(overlaps(b, a)).toBe(touching);
  expect(sharedLength(a, b)).toBe(shared);
  expect(contains(cover(a, b), a) && contains(cover(a, b), b)).toBe(true);
});

test('a shifted span keeps its length', () => expect(shift(span(2, 5), 10)).toEqual(span(12, 15)));

test.each([
  [0, 0],
  [3, 0],
  [4, -1],
  [5, 1],
  [9, -1],
])('offset %d lies in row number %d', (at, index) => expect(indexAt([span(0, 4), span(5, 9)], at)).toBe(index));
