import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { PROJECT_ROOT } from '../../../pipeline/project.js';
import { docOf } from './reading.js';

interface Entry {
  readonly id: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const { entries } = JSON.parse(readFileSync(`${PROJECT_ROOT}/stages/read-transcript/lexicon/non-speech.json`, 'utf8')) as {
  entries: readonly Entry[];
};

test.each(entries.flatMap(({ yes }) => yes))('non-speech: %s', (event) => {
  expect(docOf(`Before ${event} after.`).layers.events.map(({ text }) => text)).toEqual([event]);
});

test.each(entries.flatMap(({ no }) => no))('words: %s', (words) => {
  expect(docOf(`Before ${words} after.`).layers.events).toEqual([]);
});
