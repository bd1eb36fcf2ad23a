import { describe, expect, test } from '@jest/globals';
import { wordingOf } from '../../../pipeline/eval/find-quote.js';
import type { GoldDocument, PlacedGold } from '../../../pipeline/eval/gold.js';
import type { LinePlace } from '../../../pipeline/eval/line-places.js';
import { placeGold } from '../../../pipeline/eval/place-gold.js';

/** Places gold in a transcript of these lines; an empty line is one without words. */
function placed(lines: readonly string[], gold: Partial<GoldDocument>): PlacedGold {
  const text = lines.filter((line) => line !== '').join(' ');
  let at = 0;
  const places = lines.flatMap((line, index): LinePlace[] => {
    if (line === '') return [];
    const place = { start: at, end: at + line.length, line: index + 1, endLine: index + 1 };
    at = place.end + 1;
    return [place];
  });
  return placeGold({ name: 'd', turns: null, entities: null, claims: null, windows: {}, ...gold }, wordingOf(text), places);
}

function mentionsIn(
  lines: readonly string[],
  mentions: readonly (readonly [line: number, mention: string])[],
): readonly (readonly number[])[] {
  const entities = mentions.map(([line, mention]) => ({ line, mention, canonical: mention, type: 'concept' as const }));
  return (placed(lines, { entities }).entities ?? []).map(({ firstWord, endWord }) => [firstWord, endWord]);
}

describe('words of a line', () => {
  test.each<[string, { lines: string[]; find: [number, string][] }, number[][]]>([
    ['on their line, not on an earlier one', { lines: ['a boat here', 'the boat there'], find: [[2, 'boat']] }, [[4, 5]]],
    [
      'one after the other',
      {
        lines: ['boat, boat and boat'],
        find: [
          [1, 'boat'],
          [1, 'boat'],
          [1, 'boat'],
        ],
      },
      [
        [0, 1],
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'after a longer mention that holds the same word',
      {
        lines: ['tide chart and chart'],
        find: [
          [1, 'tide chart'],
          [1, 'chart'],
        ],
      },
      [
        [0, 2],
        [3, 4],
      ],
    ],
    ['over a line break', { lines: ['we sold the', 'tide charts early'], find: [[1, 'the tide charts']] }, [[2, 5]]],
    ['a part of a word', { lines: ["the boat's colour"], find: [[1, 'boat']] }, [[1, 2]]],
    ['a part of a compound', { lines: ['a boat-like thing'], find: [[1, 'boat']] }, [[1, 2]]],
    ['not inside another word', { lines: ['steamboat or boat'], find: [[1, 'boat']] }, [[2, 3]]],
    ['case and punctuation apart', { lines: ['a fine, Old boat'], find: [[1, 'fine old boat']] }, [[1, 4]]],
    ['with a mark that the reader took out', { lines: ['a boat Yes here'], find: [[1, 'boat - Yes']] }, [[1, 3]]],
    ['with an event that the reader took out', { lines: ['a boat here'], find: [[1, 'boat (horn) here']] }, [[1, 3]]],
    ['a line off', { lines: ['a boat here', 'and there'], find: [[2, 'boat']] }, [[1, 2]]],
    ['nowhere', { lines: ['a boat here', 'and there'], find: [[2, 'barge']] }, [[-1, -1]]],
  ])('%s', (_, { lines, find }, ranges) => expect(mentionsIn(lines, find)).toEqual(ranges));

  test('what was found nowhere is reported, and counted', () => {
    const gold = placed(['a boat here'], { entities: [{ line: 1, mention: 'barge', canonical: 'barge', type: 'concept' }] });
    expect(gold.unplaced).toEqual([{ layer: 'entities', line: 1, words: 'barge' }]);
    expect(gold.entities).toHaveLength(1);
  });
});

describe('turns', () => {
  const lines = ['', 'hello and welcome', 'thanks So what now', '', 'well yes'];
  test('a turn begins with its line, or with its words, and lasts until the next', () => {
    const turns = [
      { line: 1, words: '', speaker: '-' },
      { line: 2, words: '', speaker: 'Host' },
      { line: 3, words: '', speaker: 'Guest' },
      { line: 3, words: '- So what', speaker: 'Host' },
      { line: 4, words: '', speaker: 'Guest' },
    ];
    expect(placed(lines, { turns }).turns?.map(({ firstWord, endWord, speaker }) => [firstWord, endWord, speaker])).toEqual([
      [0, 0, '-'],
      [0, 3, 'Host'],
      [3, 4, 'Guest'],
      [4, 7, 'Host'],
      [7, 9, 'Guest'],
    ]);
  });

  test('a turn whose words are not there is reported; the turn before it goes on', () => {
    const turns = [
      { line: 2, words: '', speaker: 'Host' },
      { line: 3, words: 'no such words', speaker: 'Guest' },
    ];
    const gold = placed(lines, { turns });
    expect(gold.turns?.map(({ firstWord, endWord }) => [firstWord, endWord])).toEqual([[0, 9]]);
    expect(gold.unplaced).toEqual([{ layer: 'turns', line: 3, words: 'no such words' }]);
  });
});

describe('windows', () => {
  const lines = ['one two', 'three', '', 'four five six', 'seven'];
  test.each<[string, [number, number][], number[][]]>([
    ['some lines', [[2, 4]], [[2, 6]]],
    [
      'two stretches',
      [
        [1, 1],
        [5, 5],
      ],
      [
        [0, 2],
        [6, 7],
      ],
    ],
    ['past the end', [[4, 99]], [[3, 7]]],
    ['from a line without words', [[3, 4]], [[3, 6]]],
    ['only a line without words', [[3, 3]], [[3, 3]]],
  ])('%s', (_, window, ranges) => {
    expect(placed(lines, { windows: { claims: window } }).windows.claims.map(({ firstWord, endWord }) => [firstWord, endWord])).toEqual(
      ranges,
    );
  });

  test('a layer without a window is annotated throughout', () =>
    expect(placed(lines, { windows: { claims: [[1, 1]] } }).windows.entities).toEqual([{ firstWord: 0, endWord: 7 }]));

  test('what is outside of the window is left out', () => {
    const entities = [1, 4].map((line) => ({ line, mention: line === 1 ? 'two' : 'five', canonical: 'x', type: 'concept' as const }));
    expect(placed(lines, { entities, windows: { entities: [[1, 2]] } }).entities?.map(({ mention }) => mention)).toEqual(['two']);
  });
});
