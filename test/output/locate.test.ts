import { expect, test } from '@jest/globals';
import { placeOf } from '../../output/locate.js';

// "Hello there." (0-12) and "Good morning." (13-26)
const timed = [
  { start: 0, end: 12, line: 4, endLine: 4, startMs: 1000, endMs: 2000 },
  { start: 13, end: 26, line: 5, endLine: 5, startMs: 2000, endMs: 4000 },
];
const untimed = timed.map(({ start, end, line, endLine }) => ({ start, end, line, endLine }));

test.each([
  ['a whole segment', { start: 0, end: 12 }, { line: 4, endLine: 4, startMs: 1000, endMs: 2000, timeBasis: 'segment' }],
  ['two segments', { start: 0, end: 26 }, { line: 4, endLine: 5, startMs: 1000, endMs: 4000, timeBasis: 'segment' }],
  ['half a segment', { start: 6, end: 12 }, { line: 4, endLine: 4, startMs: 1500, endMs: 2000, timeBasis: 'interpolated' }],
  ['across the border', { start: 6, end: 17 }, { line: 4, endLine: 5, startMs: 1500, endMs: 2615, timeBasis: 'interpolated' }],
])('%s', (_, span, place) => expect(placeOf(span, timed)).toEqual(place));

test('no time is made up where the source has none', () => {
  expect(placeOf({ start: 6, end: 17 }, untimed)).toEqual({ line: 4, endLine: 5, timeBasis: 'none' });
});
