import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { manifest } from '../../schemas/manifest.js';
import { whosaid, whosaidWith, workplace, type Workplace } from './workplace.js';

const GOOD = 'Ann Lee: What do you make of it?\nBo Ek: Most of these tools are a waste of money.\nAnn Lee: I see.\n';

let place: Workplace;
beforeEach(() => {
  place = workplace({ 'in/good.txt.gz': gzipSync(GOOD) });
});
afterEach(() => place.remove());

const extract = (input: string | Uint8Array, ...options: readonly string[]) =>
  whosaidWith(input, 'extract', '-', '-o', place.path('out'), '--log-level', 'silent', ...options);
const inputs = () => manifest.parse(JSON.parse(readFileSync(place.path('out/manifest.json'), 'utf8'))).inputs;
const episodes = () => readdirSync(place.path('out/episodes'));

test('a transcript through standard input is the same episode as the file, compressed or not', () => {
  expect(extract(GOOD).code).toBe(0);
  whosaid('extract', place.path('in'), '-o', place.path('other'), '--log-level', 'silent');
  const [first = ''] = episodes();
  const [second = ''] = readdirSync(place.path('other/episodes'));
  expect(first).toMatch(/^stdin-/u);
  expect(second).toBe(first.replace('stdin', 'good'));
  expect(inputs()).toMatchObject([{ path: 'stdin', absolute: '-', state: 'done' }]);
});

test('another transcript through standard input stands beside the first', () => {
  extract(GOOD);
  extract(`${GOOD}Bo Ek: Right.\n`);
  expect(episodes()).toHaveLength(2);
});

test('standard input beside files; what is in both is one episode', () => {
  const ran = extract(GOOD, place.path('in'));
  expect(ran.code).toBe(0);
  expect(inputs().map(({ path, state, duplicateOf }) => [path, state, duplicateOf])).toEqual([
    ['good.txt.gz', 'done', undefined],
    ['stdin', 'skipped', 'good.txt.gz'],
  ]);
});

test.each([
  ['nothing', '', [], 'empty'],
  ['too much', 'word '.repeat(200_000), ['--max-bytes', '5000'], 'too-large'],
])('%s on standard input is quarantined', (_, input, options, code) => {
  expect(extract(input, ...options).code).toBe(1);
  expect(inputs()).toMatchObject([{ path: 'stdin', state: 'quarantined', reason: { code } }]);
});
