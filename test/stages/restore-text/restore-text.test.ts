import { describe, expect, test } from '@jest/globals';
import { compareSpans, slice } from '../../../schemas/span.js';
import { contractionsFile } from '../../../stages/restore-text/lexicon.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../pipeline/project.js';
import { docOf, restore, restoredIn } from './restored-in.js';

test.each([
  [
    'sentences and questions',
    'so we moved to berlin in the summer of 2019 and it was a lot of fun but i missed my friends what did you do then did you go back to canada',
    ['I missed my friends. What did you do then? Did you go back to Canada?'],
  ],
  [
    'missing apostrophes',
    'im not sure that anybody knows how this works because we dont have the data yet and thats the problem with it',
    ["I'm not sure that anybody knows how this works", "we don't have the data yet", "that's the problem"],
  ],
  [
    'names of the lists and of the shows, in their own case',
    'they went with kubernetes on aws and then linus torvalds wrote to them that the api at github was down again because javascript was slow',
    ['Kubernetes on AWS', 'Linus Torvalds', 'API at GitHub', 'JavaScript'],
  ],
  [
    'an answer after a question',
    'do you think that is a good idea i dont think so because nobody wants to pay for that and it takes too long to build',
    ["Do you think that is a good idea? I don't think so"],
  ],
])('restores %s', (_, text, readings) => {
  for (const reading of readings) expect(restoredIn(text)).toContain(reading);
});

test.each([
  'We tried it. It broke, of course. Did anybody ask why? No, because Tom was on leave, and the rest of us had other things to do.',
  'Short and without a mark',
  'Well',
  '',
  '... ?! --',
])('leaves alone: %j', (text) => expect(restore(docOf(text)).restored).toEqual([]));

test('another language gets no marks, and its sentences as they are', () => {
  const text = 'und das ist auch nicht so einfach wie man denkt aber wir haben es mit der zeit gelernt und dann war es gut so wie es war';
  expect(restoredIn(text, 'de')).toBe(text);
});

test('where another voice begins a sentence ends', () => {
  const text =
    'so after all of that we went to the |the station |yes and we waited there for the last train that never came to the town that night';
  expect(restoredIn(text)).toMatch(/we went to the\. The station\. Yes/);
});

describe('a text that is punctuated until its last third', () => {
  const punctuated = 'We have always done it like this. It was never easy, and nobody said it would be, not even Ann.';
  const wall =
    'then the tape runs out and after that nobody wrote any marks at all so it goes on like this for a while what do you think about that i think it is fine but others may not agree because they have to read it';
  const doc = docOf(`${punctuated} ${wall}`);
  const { sentences, restored } = restore(doc);

  test('keeps its first part as it is', () => {
    for (const { start } of restored) expect(start).toBeGreaterThan(punctuated.length);
    expect(sentences.slice(0, 2).map((sentence) => [slice(doc.text, sentence), sentence.by])).toEqual([
      ['We have always done it like this.', 'punctuation'],
      ['It was never easy, and nobody said it would be, not even Ann.', 'punctuation'],
    ]);
  });

  test('has restored sentences from there on', () => {
    expect(sentences.slice(2).map(({ by }) => by)).toEqual(sentences.slice(2).map(() => 'restored'));
    expect(sentences.length).toBeGreaterThan(4);
  });
});

test('small letters with marks get capitals and no more', () => {
  const text =
    'we went there in may. it was fine, i thought. then paul called, and he said that we had to go back at once. so we did. it took a day. nobody was there, and the door was shut. we left a note, and we went home. that was all of it.';
  const restored = restoredIn(text);
  expect(restored).toContain('It was fine, I thought. Then');
  expect(restored.toLowerCase()).toBe(text);
});

describe.each([
  'i said no and then he said yes and then we both laughed about it because what else is there to do when the train is late again',
  'and then it went on and on and nobody could say why it did so '.repeat(40).trim(),
  'emoji 👩‍💻 and naïve cafés don’t stop 🎉 us from going on and on about nothing at all until somebody says that it is enough now',
  `${'a'.repeat(3000)} ${'word '.repeat(60)}`.trim(),
])('whatever the text is: %#', (text) => {
  const doc = docOf(text);
  const { restored, sentences, tokens } = restore(doc);

  test('edits are in order, inside the text, and do not overlap', () => {
    expect([...restored].sort(compareSpans)).toEqual(restored);
    for (const [index, { start, end }] of restored.entries()) {
      expect(start >= (restored[index - 1]?.end ?? 0) && start <= end && end <= text.length).toBe(true);
    }
  });

  test('the words stay: only case, apostrophes and marks differ', () => {
    const plain = (words: string): string => words.toLowerCase().replace(/['’.,?]/g, '');
    expect(plain(restoredIn(text))).toBe(plain(text));
  });

  test('sentences cover the tokens in order', () => {
    expect(sentences.map(({ firstToken }) => firstToken)).toEqual([0, ...sentences.slice(0, -1).map(({ endToken }) => endToken)]);
    expect(sentences.at(-1)?.endToken).toBe(tokens.length);
  });

  test('twice the same', () => expect(restore(docOf(text))).toEqual({ ...restore(doc) }));
});

describe('contractions', () => {
  const file: unknown = JSON.parse(readFileSync(join(PROJECT_ROOT, 'stages/restore-text/lexicon/contractions.json'), 'utf8'));
  const { entries } = contractionsFile.parse(file);
  const filler = 'and after that we all went home because there was nothing left to do for us in the old house on the hill';
  const apostrophes = (sentence: string): number => restoredIn(`${sentence} ${filler}`).split("'").length - 1;
  test.each(entries.flatMap(({ yes }) => yes))('apostrophe: %s', (sentence) => expect(apostrophes(sentence)).toBe(1));
  test.each(entries.flatMap(({ no }) => no))('no apostrophe: %s', (sentence) => expect(apostrophes(sentence)).toBe(0));
});

test.each([
  [
    'a word that has a capital after some words only',
    'we wrote the whole thing in go and then we let it go for a year because nobody used it and nobody asked for it',
    /in Go\b.* let it go\b/,
  ],
  [
    'not after others',
    'they go to the market and go home again when they have what they need for the week and then they go to bed',
    /^They go to .*\bgo home again/,
  ],
])('capitals: %s', (_, text, reading) => {
  expect(restoredIn(text)).toMatch(reading);
});
