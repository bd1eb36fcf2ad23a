import { expect, test } from '@jest/globals';
import { findWords } from '../../../stages/restore-text/find-words.js';
import { MARKS, Mark } from '../../../stages/restore-text/marks.js';
import {
  emptyGroups,
  FIRST_WEIGHT,
  forEachGroup,
  keysOf,
  scoreGroups,
  toRuns,
  type WordGroups,
} from '../../../stages/restore-text/word-groups.js';

const BIAS = Float32Array.from([5, 0, 0, 0]);

/** A model that knows the groups of one text, each weight another number. */
function groupsOf(text: string): WordGroups {
  const words = findWords(text);
  const lengths = new Map<number, number>();
  for (const [index, keys] of keysOf(words, { from: 0, to: words.count }).entries()) for (const key of keys) lengths.set(key, index + 1);
  const table = emptyGroups(Int32Array.from(lengths.keys()), Uint8Array.from(lengths.values()));
  for (let at = FIRST_WEIGHT; at < table.weights.length; at++) table.weights[at] = ((at * 37) % 101) / 50 - 1;
  return { ...table, bias: BIAS, openFrom: 0.05 };
}

const TEXT = 'so how was the trip well it was long and the trip back was longer how was yours';
const all = (text: string): { from: number; to: number } => ({ from: 0, to: findWords(text).count });

test('the score of a gap is the bias and the weights of its known groups', () => {
  const groups = groupsOf(TEXT);
  const words = findWords(TEXT);
  const runs = toRuns(groups, words, all(TEXT));
  const { scores } = scoreGroups(groups, runs, all(TEXT));
  for (let gap = 0; gap < words.count; gap++) {
    const sums = [...BIAS];
    let found = 0;
    forEachGroup(runs, gap, (place) => {
      found++;
      for (let mark = 0; mark < MARKS; mark++) sums[mark] = (sums[mark] ?? 0) + (groups.weights[place + mark] ?? 0);
    });
    expect(found).toBe(9);
    for (let mark = 0; mark < MARKS; mark++) expect(scores[gap * MARKS + mark]).toBeCloseTo(sums[mark] ?? 0, 4);
  }
});

test('a text of unknown words has the bias everywhere, and no gap is open', () => {
  const groups = groupsOf(TEXT);
  const other = 'nobody here said anything of that kind';
  const { scores, open } = scoreGroups(groups, toRuns(groups, findWords(other), all(other)), all(other));
  expect([...scores.slice(MARKS, -MARKS)]).toEqual(Array.from({ length: findWords(other).count - 2 }, () => [...BIAS]).flat());
  expect([...open.slice(1, -1)]).toEqual(Array.from({ length: findWords(other).count - 2 }, () => 0));
});

test('a gap is open where the odds of a mark are above the threshold', () => {
  const groups = groupsOf(TEXT);
  const runs = toRuns(groups, findWords(TEXT), all(TEXT));
  const { scores, open } = scoreGroups(groups, runs, all(TEXT));
  for (const [gap, isOpen] of open.entries()) {
    const shares = [Mark.none, Mark.comma, Mark.period, Mark.question].map((mark) => Math.exp(scores[gap * MARKS + mark] ?? 0));
    const total = shares.reduce((sum, share) => sum + share, 0);
    expect(isOpen === 1).toBe(1 - (shares[0] ?? 0) / total > groups.openFrom);
  }
});

test('the same words score the same wherever they stand', () => {
  const groups = groupsOf(TEXT);
  const longer = `${TEXT} ${TEXT}`;
  const words = findWords(longer);
  const { scores } = scoreGroups(groups, toRuns(groups, words, all(longer)), all(longer));
  const half = words.count / 2;
  for (let gap = 3; gap < half - 3; gap++) {
    for (let mark = 0; mark < MARKS; mark++) expect(scores[(gap + half) * MARKS + mark]).toBe(scores[gap * MARKS + mark]);
  }
});
