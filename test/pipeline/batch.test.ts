import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { PROJECT_ROOT } from '../../pipeline/project.js';
import { manifest } from '../../schemas/manifest.js';
import { whosaid, workplace, type Workplace } from './workplace.js';

let place: Workplace;
beforeEach(() => {
  const example = (name: string) => readFileSync(join(PROJECT_ROOT, 'examples', name));
  const names = readdirSync(join(PROJECT_ROOT, 'examples')).filter((name) => name.endsWith('.txt'));
  place = workplace(Object.fromEntries(names.map((name) => [`in/${name}`, example(name)])));
});
afterEach(() => place.remove());

function extract(out: string, ...options: readonly string[]) {
  const ran = whosaid('extract', place.path('in'), '-o', place.path(out), '--log-level', 'silent', ...options);
  expect(ran.err).toBe('');
  return ran;
}

/** Content of every file of an output folder but the manifest, by path. */
function bytesOf(out: string): Record<string, string> {
  const files = readdirSync(place.path(out), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'manifest.json',
  );
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(place.path(out).length), readFileSync(path, 'utf8')]),
  );
}

const timesOf = (out: string) =>
  manifest.parse(JSON.parse(readFileSync(join(place.path(out), 'manifest.json'), 'utf8'))).inputs.map(({ timings }) => timings);

test('the bytes do not depend on concurrency, order or folder', () => {
  extract('one', '--concurrency', '1');
  extract('four', '--concurrency', '4');
  expect(bytesOf('four')).toEqual(bytesOf('one'));
  const names = readdirSync(place.path('in')).reverse();
  whosaid('extract', ...names.map((name) => place.path(`in/${name}`)), '-o', place.path('reversed'), '--log-level', 'silent');
  expect(bytesOf('reversed')).toEqual(bytesOf('one'));
});

test('what the examples become is sound', () => {
  extract('out');
  const ran = whosaid('validate', place.path('out'));
  expect(ran.out).toMatch(/4 files, all sound/);
  expect(ran.code).toBe(0);
});

test('unchanged inputs are left alone; --force, other settings and a damaged file do them again', () => {
  extract('out');
  const first = timesOf('out');
  expect(extract('out').out).toContain('(3 unchanged since the last run)');
  expect(timesOf('out')).toEqual(first);
  expect(extract('out', '--force').out).not.toContain('unchanged');
  expect(extract('out', '--min-attribution', '0.9').out).not.toContain('unchanged');
  extract('out');
  const [graph = ''] = readdirSync(place.path('out/episodes'));
  writeFileSync(place.path(`out/episodes/${graph}`), '{}');
  expect(extract('out').out).toContain('(2 unchanged since the last run)');
  expect(whosaid('validate', place.path('out')).code).toBe(0);
});

test('an input that has changed replaces its episode; episodes of other runs stay in the corpus', () => {
  extract('out');
  const [name = ''] = readdirSync(place.path('in'));
  writeFileSync(place.path('in/new.txt'), 'Ann Lee: So what is new?\nBo Ek: Most of it is not worth the money.\n');
  whosaid('extract', place.path('in/new.txt'), '-o', place.path('out'), '--log-level', 'silent');
  expect(readdirSync(place.path('out/episodes'))).toHaveLength(4);
  writeFileSync(place.path(`in/${name}`), 'Ann Lee: It was all different.\nBo Ek: That is the way it is.\n');
  extract('out');
  expect(readdirSync(place.path('out/episodes'))).toHaveLength(4);
  const corpus = JSON.parse(readFileSync(place.path('out/corpus.graph.json'), 'utf8')) as {
    graph: { metadata: { stats: { episodes: number } } };
  };
  expect(corpus.graph.metadata.stats.episodes).toBe(4);
});

test('a fault in a graph is found by validate', () => {
  extract('out');
  const [graph = ''] = readdirSync(place.path('out/episodes'));
  const path = place.path(`out/episodes/${graph}`);
  const content = readFileSync(path, 'utf8');
  const [quote = ''] = /(?<="quote": ")[^"\\]{20,}/u.exec(content) ?? [];
  expect(quote).not.toBe('');
  writeFileSync(path, content.replace(`"quote": "${quote}`, `"quote": "${quote.toUpperCase()}`));
  const ran = whosaid('validate', place.path('out'));
  expect(ran.code).toBe(1);
  expect(ran.out).toMatch(/FAULT .+\n .+the words at/u);
});

test('a missing ledger or graph is written again', () => {
  extract('out');
  const [ledger = ''] = readdirSync(place.path('out/ledger'));
  rmSync(place.path(`out/ledger/${ledger}`));
  expect(extract('out').out).toContain('(2 unchanged since the last run)');
  expect(readdirSync(place.path('out/ledger'))).toHaveLength(3);
});

test('explain names the words, the speaker and what counted', () => {
  extract('out');
  const [graph = ''] = readdirSync(place.path('out/episodes'));
  const [id = ''] = /claim:[0-9a-f]{16}/u.exec(readFileSync(place.path(`out/episodes/${graph}`), 'utf8')) ?? [];
  const ran = whosaid('explain', place.path('out'), id);
  expect(ran.code).toBe(0);
  for (const part of [id, 'read as', 'said by', 'in context', 'considered in the same turn']) expect(ran.out).toContain(part);
});
