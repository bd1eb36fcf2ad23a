import { expect, test } from '@jest/globals';
import { fitPlain, plainVoices, type SpokenWords } from '../../../pipeline/eval/plain-voices.js';

const QUESTIONS = ['so what was the first boat you built?', 'and how long did that take?', 'where did the wood come from?'];
const ANSWERS = ['well i built a small dory with my uncle.', 'it took us most of a winter.', 'we felled the larch ourselves on his farm.'];

/** Question and answer in turn, so many times. */
function interview(rounds: number, seed: number): SpokenWords {
  const turns = Array.from({ length: rounds }, (_, index) => [
    QUESTIONS[(index + seed) % 3] ?? '',
    ANSWERS[(index * 2 + seed) % 3] ?? '',
  ]).flat();
  const words = turns.map((turn) => turn.split(' '));
  return { words: words.flat(), speaker: Uint8Array.from(words.flatMap((turn, index) => turn.map(() => index % 2))), host: 0 };
}

test.each([false, true])('learns who asks and who answers (walls: %s)', (walls) => {
  const model = fitPlain(
    Array.from({ length: 30 }, (_, seed) => interview(12, seed)),
    walls,
  );
  const { words, speaker } = interview(5, 1);
  expect([...plainVoices(model, words, walls)].map((state) => 1 - state)).toEqual([...speaker].map((one) => 1 - one));
});

test('a text without words has no voices', () => expect(plainVoices(fitPlain([], false), [], false)).toHaveLength(0));
