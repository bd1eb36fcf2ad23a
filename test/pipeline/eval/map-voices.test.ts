import { describe, expect, test } from '@jest/globals';
import { mapVoices } from '../../../pipeline/eval/map-voices.js';

type Words = Readonly<Record<string, Readonly<Record<string, number>>>>;

function mappingOf(words: Words): Record<string, string> {
  const speakers = [...new Set(Object.values(words).flatMap((row) => Object.keys(row)))];
  return Object.fromEntries(mapVoices(Object.keys(words), speakers, (voice, speaker) => words[voice]?.[speaker] ?? 0));
}

describe('voices mapped to speakers', () => {
  test.each<[string, Words, Record<string, string>]>([
    ['as they are', { v1: { a: 9 }, v2: { b: 4 } }, { v1: 'a', v2: 'b' }],
    ['swapped', { v1: { a: 1, b: 9 }, v2: { a: 9, b: 1 } }, { v1: 'b', v2: 'a' }],
    ['not each to its best: together they get more', { v1: { a: 10, b: 9 }, v2: { a: 9, b: 1 } }, { v1: 'b', v2: 'a' }],
    ['one voice for two speakers', { v1: { a: 5, b: 7 } }, { v1: 'b' }],
    ['two voices for one speaker', { v1: { a: 5 }, v2: { a: 7 } }, { v2: 'a' }],
    ['a voice that shares no word', { v1: { a: 5, b: 0 }, v2: {} }, { v1: 'a' }],
    ['nobody', {}, {}],
  ])('%s', (_, words, mapping) => expect(mappingOf(words)).toEqual(mapping));

  test('no mapping of four is better than the one found', () => {
    const speakers = ['a', 'b', 'c', 'd'];
    // A fixed row of numbers that looks random enough.
    const wordsOf = (voice: number, speaker: number): number => (voice * 7919 + speaker * 104_729 + voice * speaker * 31) % 97;
    const voices = ['0', '1', '2', '3'];
    const found = mapVoices(voices, speakers, (voice, speaker) => wordsOf(Number(voice), speakers.indexOf(speaker)));
    const sum = voices.reduce((total, voice) => total + wordsOf(Number(voice), speakers.indexOf(found.get(voice) ?? '')), 0);
    const best = Math.max(
      ...ordersOf([0, 1, 2, 3]).map((order) => order.reduce((total, speaker, voice) => total + wordsOf(voice, speaker), 0)),
    );
    expect(sum).toBe(best);
  });
});

function ordersOf(items: readonly number[]): readonly (readonly number[])[] {
  return items.length === 0
    ? [[]]
    : items.flatMap((item) => ordersOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
