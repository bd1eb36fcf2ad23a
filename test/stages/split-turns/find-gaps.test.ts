import { expect, test } from '@jest/globals';
import { findGaps } from '../../../stages/split-turns/find-gaps.js';
import { viewWords } from '../../../stages/split-turns/view-words.js';
import { tag } from '../../tag.js';

const WALL =
  'we sold the boat in march and bought a van what did your brother say about that he laughed and he still does we have been on the road ever since';
const doc = { id: '', text: WALL, format: 'by-hand', episode: { language: 'en' }, layers: { changes: [] } };
const layers = { changes: [], ...tag(doc) };
const view = viewWords(WALL, layers, new Map());

test('in a wall a voice may begin where a sentence was restored, whatever the openings say', () => {
  const { token, count, inWall } = findGaps(view, layers, () => false);
  expect([...token].slice(0, count)).toEqual(layers.sentences.map(({ firstToken }) => firstToken));
  expect(count).toBeGreaterThan(2);
  expect([...inWall].slice(1).every((wall) => wall === 1)).toBe(true);
});

test('restored marks are seen after the words that they follow', () => {
  const marked = layers.restored.filter(({ start, end }) => start === end).map(({ end }) => end);
  const seen = layers.tokens.filter((_, index) => view.restored[index] !== 0).map(({ end }) => end);
  expect(seen).toEqual(marked);
  expect(seen.length).toBeGreaterThan(0);
});
