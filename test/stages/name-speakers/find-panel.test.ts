import { expect, test } from '@jest/globals';
import { hear, type Said } from './speakers-in.js';

const PANEL = 'name-speakers/more-than-two';
const OPENING = "I'm your host Maria Lindqvist, and joining me today is Robert Falk.";

test.each<[string, readonly Said[]]>([
  [
    'three introduce themselves',
    [
      [0, `${OPENING} Robert, welcome.`],
      [1, 'Thanks, Maria. And my name is Julia Meyer, I bake.'],
    ],
  ],
  [
    'a third is welcomed',
    [
      [0, OPENING],
      [1, 'Thanks for having me, Maria.'],
      [0, "Julia Meyer, welcome to the show. It's great to have you, Julia."],
    ],
  ],
])('more people than voices: %s', (_, talk) => {
  const { rules, speakers } = hear(talk);
  expect(rules).toEqual([PANEL]);
  expect(speakers.map(({ name }) => name)).toEqual([null, null]);
});

test.each<[string, readonly Said[]]>([
  [
    'two people',
    [
      [0, `${OPENING} Robert, welcome.`],
      [1, 'Thanks for having me, Maria.'],
    ],
  ],
  [
    'a third is talked about',
    [
      [0, OPENING],
      [1, 'Thanks, Maria. I work with Julia Meyer, and Julia is a baker.'],
    ],
  ],
  [
    'a third is thanked from afar',
    [
      [0, OPENING],
      [1, 'I read what Julia Meyer wrote, and I want to thank her.'],
    ],
  ],
  [
    'three voices',
    [
      [0, `${OPENING} Robert, welcome.`],
      [1, 'Thanks, Maria.'],
      [2, 'And my name is Julia Meyer, I bake.'],
    ],
  ],
  [
    'labels say who speaks',
    [
      [0, `${OPENING} Robert, welcome.`, 'Maria'],
      [1, 'My name is Julia Meyer, I bake.', 'Robert'],
    ],
  ],
])('no more people than voices: %s', (_, talk) => expect(hear(talk).rules).toEqual([]));
