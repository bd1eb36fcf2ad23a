import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { loadLexicons } from '../../../pipeline/load-lexicons.js';
import { PROJECT_ROOT } from '../../../pipeline/project.js';
import type { ChangeMark } from '../../../schemas/document.js';
import { slice } from '../../../schemas/span.js';
import { clauseOpenersFile } from '../../../stages/tag-tokens/lexicon.js';
import { tagTokens } from '../../../stages/tag-tokens/tag-tokens.js';

const stage = tagTokens(loadLexicons().clauseOpeners);

function tagged(text: string, changes: readonly ChangeMark[] = []) {
  const doc = { id: '0123456789abcdef', text, format: 'plain-text', episode: { language: 'en' }, layers: { changes } };
  const { tokens, sentences } = stage.run(doc).layers;
  return { tokens, sentences: sentences.map((sentence) => slice(text, sentence)), by: sentences.map(({ by }) => by) };
}

test.each([
  ['It works. It is not pretty.', ['It works.', 'It is not pretty.']],
  ['Do you use it? Yes.', ['Do you use it?', 'Yes.']],
  ['Dr. Lee paid $3.50 for it.', ['Dr. Lee paid $3.50 for it.']],
  ['one two three', ['one two three']],
])('sentences of: %s', (text, sentences) => expect(tagged(text).sentences).toEqual(sentences));

test('a sentence ends where the source marks another voice', () => {
  const text = 'So it was-- Nine times. Right.';
  expect(tagged(text, [{ at: 12 }]).sentences).toEqual(['So it was--', 'Nine times.', 'Right.']);
});

test.each(['Don’t 👩‍💻 stop – it’s naïve…', 'a\u0301b c', '$5 x_y e-mail@host.org #tag', 'I I I  ', ''])(
  'every token is its slice: %j',
  (text) => {
    for (const token of tagged(text).tokens) expect(slice(text, token).toLowerCase()).toBe(token.lower);
  },
);

const WALL =
  'we moved the whole thing in june and nobody had asked for that so we had to explain it to every customer by phone but most of them were very patient with us i think they knew that the old one was about to break yeah it was a strange summer and then the second team came in from the other office and it all went quiet';

test('a wall is cut into parts by guess, before clause openers, and nothing is lost', () => {
  const { sentences, by } = tagged(WALL);
  expect(sentences.join(' ')).toBe(WALL);
  expect(sentences.length).toBeGreaterThan(4);
  expect(new Set(by)).toEqual(new Set(['guess']));
});

test('a long sentence with commas is no wall', () => {
  const long = `${'the red door, the green one, and all that was behind it, '.repeat(8)}went.`;
  expect(tagged(long).by).toEqual(['punctuation']);
});

const { entries } = clauseOpenersFile.parse(
  JSON.parse(readFileSync(`${PROJECT_ROOT}/stages/tag-tokens/lexicon/clause-openers.json`, 'utf8')),
);

/** Whether the sentence, put between walls of words that open nothing, is cut inside. */
function isCutInside(sentence: string): boolean {
  const filler = Array.from({ length: 25 }, () => 'stone').join(' ');
  const { sentences } = tagged(`${filler} ${filler} ${sentence} ${filler}`);
  return sentences.length > 1 && !sentences.some((part) => part.includes(sentence));
}

const strong = entries.filter(({ weight }) => weight >= 0.7);
test.each(strong.flatMap(({ yes }) => yes))('cut: %s', (sentence) => expect(isCutInside(sentence)).toBe(true));
test.each(strong.flatMap(({ no }) => no))('not cut: %s', (sentence) => expect(isCutInside(sentence)).toBe(false));
