import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from '@jest/globals';
import { episodeGraph } from '../../schemas/graph.js';
import { manifest } from '../../schemas/manifest.js';
import { whosaid, workplace, type Workplace } from './workplace.js';

const TALK = 'Ann Lee: What do you make of it?\nBo Ek: Most of these tools are a waste of money.\nAnn Lee: I see.\n';

let place: Workplace | undefined;
afterEach(() => place?.remove());

function extractOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const at = workplace(files);
  place = at;
  const out = at.path('out');
  const run = (...paths: readonly string[]) =>
    whosaid('extract', ...(paths.length === 0 ? ['in'] : paths).map((path) => at.path(path)), '-o', out, '--log-level', 'silent');
  const inputs = () => manifest.parse(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).inputs;
  const episodeOf = (stem: string) => {
    const name = readdirSync(join(out, 'episodes')).find((file) => file.startsWith(`${stem}-`)) ?? '';
    return episodeGraph.parse(JSON.parse(readFileSync(join(out, 'episodes', name), 'utf8'))).graph.metadata.episode;
  };
  return { run, inputs, episodeOf, change: (name: string, content: string) => writeFileSync(at.path(name), content) };
}

test('a sidecar says what the episode is, over what its folder says; a changed one does its transcript again', () => {
  const { run, inputs, episodeOf, change } = extractOf({
    'in/one.txt': TALK,
    'in/one.txt.meta.json': JSON.stringify({ title: 'On tools', date: '2026-05-01' }),
    'in/two.txt.gz': gzipSync(`${TALK}Bo Ek: Right.\n`),
    'in/two.meta.json': JSON.stringify({ show: 'Another Hour' }),
    'in/whosaid.config.json': JSON.stringify({ show: 'The Tool Hour', speakers: [{ name: 'Ann Lee', role: 'host' }] }),
  });
  expect(run().code).toBe(0);
  expect(inputs().map(({ path }) => path)).toEqual(['one.txt', 'two.txt.gz']);
  expect(episodeOf('one')).toMatchObject({ title: 'On tools', show: 'The Tool Hour', date: '2026-05-01' });
  expect(episodeOf('two')).toMatchObject({ show: 'Another Hour' });
  expect(run().out).toContain('(2 unchanged since the last run)');
  change('in/one.txt.meta.json', JSON.stringify({ title: 'On better tools' }));
  expect(run().out).toContain('(1 unchanged since the last run)');
  expect(episodeOf('one')).toMatchObject({ title: 'On better tools', show: 'The Tool Hour' });
});

test('a sidecar that is wrong leaves its transcript out, with the place of the fault; the others go on', () => {
  const { run, inputs } = extractOf({
    'in/one.txt': TALK,
    'in/one.txt.meta.json': '{\n"date": "soon" }',
    'in/two.txt': `${TALK}Bo Ek: Right.\n`,
  });
  const ran = run();
  expect(ran.code).toBe(1);
  expect(ran.out).toMatch(/not read: one\.txt\.meta\.json, line 2: date: must be a date like 2026-05-01\n {2}hint: a sidecar is/u);
  expect(inputs().map(({ path, state, reason }) => [path, state, reason?.code])).toEqual([
    ['one.txt', 'quarantined', 'bad-sidecar'],
    ['two.txt', 'done', undefined],
  ]);
});

test('a sidecar is no transcript, also where a shell names it', () => {
  const { run, inputs } = extractOf({ 'in/one.txt': TALK, 'in/one.txt.meta.json': '{}', 'in/whosaid.config.json': '{}' });
  expect(run('in/one.txt', 'in/one.txt.meta.json', 'in/whosaid.config.json').code).toBe(0);
  expect(inputs().map(({ path }) => path)).toEqual(['one.txt']);
});

test.each([
  ['is wrong', 'whosaid.config.json', '{\n"speakers": "Ann" }', /whosaid\.config\.json, line 2: speakers: [^]*hint: /u],
  ['is a program', 'whosaid.config.js', 'export default {}', /whosaid\.config\.js\nhint: write it as whosaid\.config\.json/u],
])("a folder's configuration that %s: exit 2, a message and a hint", (_, name, content, message) => {
  const { run } = extractOf({ 'in/one.txt': TALK, [`in/${name}`]: content });
  const ran = run();
  expect(ran.code).toBe(2);
  expect(ran.err).toMatch(message);
});
