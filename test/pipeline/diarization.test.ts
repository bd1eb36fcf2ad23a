import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import { parseRttm } from '../../pipeline/parse-rttm.js';
import { manifest } from '../../schemas/manifest.js';
import { whosaid, workplace, type Workplace } from './workplace.js';

const line = (start: string, duration: string, voice: string, file = 'talk'): string =>
  `SPEAKER ${file} 1 ${start} ${duration} <NA> <NA> ${voice} <NA> <NA>`;

test('reads lines of voices, in the order of their times; comments and other kinds are passed over', () =>
  expect(
    parseRttm(
      [';; made by hand', line('4.5', '2', 'B'), 'SPKR-INFO talk 1 <NA> <NA> <NA> unknown A <NA> <NA>', '', line('0', '4.25', 'A')].join(
        '\r\n',
      ),
      'talk',
    ),
  ).toEqual({
    ok: true,
    stretches: [
      { voice: 'A', startMs: 0, endMs: 4250 },
      { voice: 'B', startMs: 4500, endMs: 6500 },
    ],
  }));

test('of several recordings in one file it takes the one of this name', () => {
  const both = [line('0', '1', 'A', 'other'), line('1', '1', 'B')].join('\n');
  expect(parseRttm(both, 'talk')).toMatchObject({ ok: true, stretches: [{ voice: 'B' }] });
  expect(parseRttm(both, 'third')).toMatchObject({ ok: false, fault: { message: 'it holds 2 recordings and none is called "third"' } });
  expect(parseRttm(line('0', '1', 'A', 'anything'), 'talk')).toMatchObject({ ok: true });
});

test.each([
  [line('0:12', '1', 'A'), 'the start "0:12" is no number of seconds'],
  [line('12', '-1', 'A'), 'the duration "-1" is no number of seconds'],
  ['SPEAKER talk 1 0.5 2.0', 'it has 5 fields, a SPEAKER line has 8 or more'],
  ['0.5 2.0 A', '"0.5" is no kind of line that the format has'],
  [line('1', '1', '<NA>'), 'it names no voice'],
])('%s', (bad, message) =>
  expect(parseRttm(`${line('0', '1', 'A')}\n${bad}\n`, 'talk')).toEqual({ ok: false, fault: { line: 2, message } }),
);

let place: Workplace | undefined;
afterEach(() => place?.remove());

const TALK = [
  '[00:00:00.000 --> 00:00:04.000]   So that is the harbour, is it not the oldest one?',
  '[00:00:04.000 --> 00:00:09.000]   Most of the old harbours are a waste of money.',
  '',
].join('\n');

test('the file beside a transcript gives its voices; a change of it does the transcript again; it is no transcript itself', () => {
  place = workplace({ 'in/talk.txt': TALK, 'in/talk.txt.rttm': `${line('0', '4', 'S0')}\n${line('4', '5', 'S1')}\n` });
  const out = place.path('out');
  const run = () => whosaid('extract', place?.path('in') ?? '', place?.path('in/talk.txt.rttm') ?? '', '-o', out, '--log-level', 'silent');
  const first = run();
  expect([first.code, first.err]).toEqual([0, '']);
  expect(first.out).toContain('1 of 1 transcripts');
  const [path = ''] = /\S+\.graph\.json(?=\n)/u.exec(first.out) ?? [];
  const { graph } = JSON.parse(readFileSync(path, 'utf8')) as { graph: { metadata: { source: unknown; stats: unknown } } };
  expect(graph.metadata).toMatchObject({ source: { attribution: 'diarised' }, stats: { turns: 2, speakers: 2 } });
  expect(run().out).toContain('(1 unchanged since the last run)');
  writeFileSync(place.path('in/talk.txt.rttm'), `${line('0', '9', 'S0')}\n`);
  expect(run().out).toContain('1 turns, 1 speakers');
});

test('a line that cannot be read quarantines the transcript with file, line and hint', () => {
  place = workplace({ 'in/talk.txt': TALK, 'in/talk.txt.rttm': `${line('0', '4', 'S0')}\nSPEAKER talk 1 four 5 <NA> <NA> S1\n` });
  const out = place.path('out');
  const ran = whosaid('extract', place.path('in'), '-o', out, '--log-level', 'silent');
  expect(ran.code).toBe(1);
  expect(ran.out).toContain(
    'not read: line 2: talk.txt.rttm: the start "four" is no number of seconds\n  hint: a line of it is SPEAKER <file>',
  );
  const [entry] = manifest.parse(JSON.parse(readFileSync(`${out}/manifest.json`, 'utf8'))).inputs;
  expect(entry).toMatchObject({ path: 'talk.txt', state: 'quarantined', reason: { code: 'bad-diarization', line: 2 } });
});
