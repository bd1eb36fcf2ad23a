import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { sha256 } from '../../output/ids.js';
import { decodeSource } from '../../pipeline/decode-source.js';

const TEXT = 'Ann: Is it naïve?\nBo: “No”, it isn’t.\n';
const utf8 = Buffer.from(TEXT, 'utf8');
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();

test.each<[string, Uint8Array, string]>([
  ['UTF-8', utf8, TEXT],
  ['UTF-16 LE without a mark', utf16le(TEXT), TEXT],
  ['UTF-16 LE with a mark', utf16le(`\uFEFF${TEXT}`), `\uFEFF${TEXT}`],
  ['UTF-16 BE without a mark', utf16be(TEXT), TEXT],
  ['UTF-16 BE with a mark', utf16be(`\uFEFF${TEXT}`), `\uFEFF${TEXT}`],
  ['UTF-16 in another script', utf16le('Анна: Что нового? Ничего.\n'), 'Анна: Что нового? Ничего.\n'],
  ['gzip', gzipSync(utf8), TEXT],
  ['gzip in two parts', Buffer.concat([gzipSync(utf8), gzipSync(utf8)]), TEXT + TEXT],
  ['gzip of UTF-16', gzipSync(utf16be(`\uFEFF${TEXT}`)), `\uFEFF${TEXT}`],
])('%s is decoded', (_, data, content) => {
  const result = decodeSource(data);
  expect(result.ok ? result.source.content : result.refusal).toEqual(content);
});

test('size and hash are those of the decompressed bytes', () => {
  const result = decodeSource(gzipSync(utf8));
  expect(result).toMatchObject({ ok: true, source: { bytes: utf8.length, sha256: sha256(utf8) } });
});

test.each<[string, Uint8Array, string]>([
  ['gzip that was cut off', gzipSync(utf8).subarray(0, 30), 'bad-gzip'],
  ['gzip that was changed', Buffer.concat([gzipSync(utf8).subarray(0, 12), Buffer.from('no'), gzipSync(utf8).subarray(14)]), 'bad-gzip'],
  ['nothing but the magic bytes', Uint8Array.of(0x1f, 0x8b), 'bad-gzip'],
  ['gzip of nothing', gzipSync(''), 'empty'],
  ['gzip of gzip', gzipSync(gzipSync(utf8)), 'binary'],
  ['a bomb', gzipSync(Buffer.alloc(200_000_000, 'a')), 'too-large'],
  ['half a character of UTF-16', Buffer.concat([utf16le(`\uFEFF${TEXT}`), Uint8Array.of(0x41)]), 'not-utf16'],
  ['numbers of two bytes', Uint8Array.from({ length: 400 }, (_value, at) => (at % 2 === 0 ? at % 32 : 0)), 'binary'],
  ['zeros', new Uint8Array(100), 'binary'],
])('%s is refused with a code and a hint', (_, data, code) => {
  const result = decodeSource(data);
  expect(result.ok).toBe(false);
  if (result.ok) return;
  expect(result.refusal.code).toBe(code);
  expect(result.refusal.hint).not.toBe('');
});

test('the limit is one for the decompressed bytes', () => {
  const data = gzipSync('so it goes '.repeat(1000));
  expect(decodeSource(data, 11_000).ok).toBe(true);
  expect(decodeSource(data, 10_999)).toMatchObject({ ok: false, refusal: { code: 'too-large' } });
});
