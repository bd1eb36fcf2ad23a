import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { manifest, type Manifest } from '../../schemas/manifest.js';
import { whosaid, workplace, type Workplace } from './workplace.js';

const GOOD = 'Ann Lee: What do you make of it?\nBo Ek: Most of these tools are a waste of money.\nAnn Lee: I see.\n';
const GERMAN =
  'Und das ist auch nicht so einfach, wie man denkt. Die Leute haben es mit der Zeit gelernt, aber wir sind noch nicht fertig.\n';

let place: Workplace | undefined;
afterEach(() => place?.remove());

function extractOf(files: Readonly<Record<string, string | Uint8Array>>, ...options: readonly string[]) {
  place = workplace(files);
  const out = place.path('out');
  const ran = whosaid('extract', place.path('in'), '-o', out, '--log-level', 'silent', ...options);
  return { ...ran, folder: out, manifest: manifestIn(out), leftovers: leftoversIn(out) };
}

function manifestIn(out: string): Manifest {
  return manifest.parse(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')));
}

/** Files that an interrupted atomic write would leave: anything that is no graph, ledger, manifest or corpus. */
function leftoversIn(out: string): string[] {
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.graph\.json$|\.jsonl$|^manifest\.json$/.test(entry.name))
    .map(({ name }) => name);
}

test.each<[string, string | Uint8Array, string, readonly string[]]>([
  ['an empty file', '', 'empty', []],
  ['a binary file', Uint8Array.of(0x49, 0x44, 0x33, 0, 0, 1, 2), 'binary', []],
  ['invalid UTF-8', Uint8Array.of(0x6f, 0x6b, 0x0a, 0xc3, 0x28, 0x0a), 'not-utf8', []],
  ['a line over the limit', 'word '.repeat(2000), 'too-large', ['--max-bytes', '5000']],
  ['music only', '[Music]\n', 'no-words', []],
])('%s is quarantined with its reason, the others go on', (_, content, code, options) => {
  const ran = extractOf({ 'in/bad.txt': content, 'in/good.txt': GOOD }, ...options);
  expect(ran.code).toBe(1);
  expect(ran.out).toMatch(/bad\.txt\n {2}not read: .+\n {2}hint: /);
  expect(ran.manifest.inputs.map(({ path, state, reason }) => [path, state, reason?.code])).toEqual([
    ['bad.txt', 'quarantined', code],
    ['good.txt', 'done', undefined],
  ]);
  expect(ran.leftovers).toEqual([]);
});

test('invalid UTF-8 names the line', () => {
  const ran = extractOf({ 'in/bad.txt': Uint8Array.of(0x6f, 0x6b, 0x0a, 0xc3, 0x28, 0x0a) });
  expect(ran.out).toContain('line 2: the file is not valid UTF-8');
});

test('the same bytes twice are one episode, the second is skipped by path, whatever the concurrency', () => {
  for (const concurrency of ['1', '4']) {
    const ran = extractOf({ 'in/a.txt': GOOD, 'in/b.txt': GOOD }, '--concurrency', concurrency);
    expect(ran.code).toBe(0);
    expect(ran.manifest.inputs.map(({ path, state, duplicateOf }) => [path, state, duplicateOf])).toEqual([
      ['a.txt', 'done', undefined],
      ['b.txt', 'skipped', 'a.txt'],
    ]);
    place?.remove();
  }
});

test('two files of one name in two folders are both kept', () => {
  const ran = extractOf({ 'in/x/one.txt': GOOD, 'in/y/one.txt': `${GOOD}Bo Ek: Right.\n` });
  expect(ran.code).toBe(0);
  expect(ran.manifest.inputs.map(({ path, state }) => [path, state])).toEqual([
    ['x/one.txt', 'done'],
    ['y/one.txt', 'done'],
  ]);
  expect(new Set(ran.manifest.inputs.map(({ slug }) => slug)).size).toBe(2);
});

test('a transcript that is not English: a warning, turns, and no claims', () => {
  const ran = extractOf({ 'in/de.txt': GERMAN });
  expect(ran.code).toBe(0);
  const [entry] = ran.manifest.inputs;
  expect(entry?.warnings.map(({ code }) => code)).toContain('read-transcript/not-english');
  expect(entry?.counts).toMatchObject({ turns: 1, claims: 0, mentions: 0 });
});

test.each([
  ['a path that does not exist', (at: Workplace) => ['extract', at.path('nowhere')], /nowhere does not exist[^]*hint: /],
  ['a folder without transcripts', (at: Workplace) => ['extract', at.path('in')], /holds no transcripts[^]*hint: /],
  [
    'an output folder that is a file',
    (at: Workplace) => ['extract', at.path('good.txt'), '-o', at.path('good.txt')],
    /cannot write to [^]*hint: /,
  ],
  ['a share over one', (at: Workplace) => ['extract', at.path('good.txt'), '--min-confidence', '2'], /number from 0 to 1/],
  ['a command that does not exist', () => ['transmogrify'], /unknown command/],
  ['no graphs to validate', (at: Workplace) => ['validate', at.path('in')], /no graphs in [^]*hint: /],
])('%s: exit 2, a message and a hint', (_, args, message) => {
  place = workplace({ 'in/photo.png': 'no transcript', 'good.txt': GOOD });
  const ran = whosaid(...args(place));
  expect(ran.code).toBe(2);
  expect(ran.err).toMatch(message);
  expect(ran.err).not.toMatch(/\n {4}at /);
});
