import { expect, test } from '@jest/globals';
import { sameNames } from '../../../pipeline/eval/same-name.js';
import { headOf, sameTarget } from '../../../pipeline/eval/target-head.js';

test.each([
  ['the ferry company', 'company'],
  ["the harbor's old boats in winter", 'boat'],
  ['libraries of that language, mostly', 'library'],
  ['charts, maps and tables', 'chart'],
  ['languages (APL, J)', 'language'],
  ['[the course] on boats', 'course'],
  ['about', 'about'],
  ['', ''],
])('the head of "%s" is "%s"', (phrase, head) => expect(headOf(phrase)).toBe(head));

const names = sameNames([['Kestrel', 'Kestrel DB']]);

test.each([
  ['research on tides', { text: 'the research in this harbor', name: null }, true],
  ['Kestrel', { text: 'it', name: 'Kestrel DB' }, true],
  ['Kestrel', { text: 'kestrel db', name: null }, true],
  ['research on tides', { text: 'tides', name: null }, false],
  ['', { text: '', name: null }, true],
  ['', { text: 'boats', name: null }, false],
  ['boats', { text: '', name: null }, false],
])('%s and %j', (gold, predicted, same) => expect(sameTarget(gold, predicted, names)).toBe(same));
