import { expect, test } from '@jest/globals';
import { parseSidecar } from '../../pipeline/parse-sidecar.js';

test('every field is taken over', () => {
  const facts = {
    title: 'On bees',
    show: 'The Garden Hour',
    date: '2026-05-01',
    url: 'https://example.org/bees',
    mediaUrl: 'audio/bees.mp3',
    speakers: [{ name: 'Ann Lee', role: 'host' }, { name: 'Bo Ek' }],
  };
  expect(parseSidecar(`\uFEFF${JSON.stringify(facts, null, 2)}`)).toEqual({ ok: true, facts });
});

test.each([
  ['nothing but a title', '{ "title": " On bees " }', { title: 'On bees' }],
  ['a date with a time', '{ "date": "2026-05-01T10:00:00Z" }', { date: '2026-05-01' }],
  ['nothing', '{}', {}],
])('%s', (_, content, facts) => expect(parseSidecar(content)).toEqual({ ok: true, facts }));

test.each([
  ['no JSON', '{\n  "title": "On bees",\n}\n', 3, /not valid JSON/u],
  ['cut off', '{\n  "title": "On', 2, /not valid JSON/u],
  ['empty', '', 1, /not valid JSON/u],
  ['a list', '[]', 1, /the whole/u],
  ['a field that is not known', '{\n  "title": "On bees",\n  "speaker": "Ann"\n}', 3, /^speaker: no such field$/u],
  ['a title that is a number', '{ "show": "x",\n "title": 7 }', 2, /^title: /u],
  ['no date', '{\n\n"date": "1 May 2026"}', 3, /^date: must be a date like/u],
  ['a day that does not exist', '{"date": "2026-13-41"}', 1, /^date: must be a date like/u],
  ['an address that is none', '{"url": "example"}', 1, /^url: must be an address/u],
  ['a script for an address', '{"mediaUrl": "javascript:alert(1)"}', 1, /^mediaUrl: must be/u],
  [
    'a role that is not known',
    '{"speakers": [\n{"name": "Ann, \\"A\\"", "role": "host"},\n{"name": "Bo",\n "role": "boss"}]}',
    4,
    /^speakers\.1\.role: /u,
  ],
  ['a speaker without a name', '{"speakers": [\n{"name": "Ann"},\n{"role": "guest"}]}', 3, /^speakers\.1\.name: /u],
])('%s is a fault on its line', (_, content, line, message) => {
  const parsed = parseSidecar(content);
  expect(parsed.ok).toBe(false);
  if (parsed.ok) return;
  expect(parsed.fault.line).toBe(line);
  expect(parsed.fault.message).toMatch(message);
});
