import { gunzipSync } from 'node:zlib';
import { sha256 } from '../output/ids.js';
import { systemCodeOf } from './errors.js';

/** Why a file cannot be taken in: the reason goes to the manifest, the hint to the person. */
export interface SourceRefusal {
  readonly code:
    | 'bad-diarization'
    | 'empty'
    | 'binary'
    | 'not-utf8'
    | 'not-utf16'
    | 'bad-gzip'
    | 'too-large'
    | 'unreadable'
    | 'bad-sidecar'
    | 'no-words'
    | 'not-a-transcript'
    | 'unknown-format'
    | 'stage-failed';
  readonly message: string;
  readonly hint: string;
  readonly line?: number;
}

/** A decoded source. Size and hash are those of the bytes after decompression. */
export interface SourceFile {
  readonly bytes: number;
  readonly sha256: string;
  readonly content: string;
}

export type SourceResult = { readonly ok: true; readonly source: SourceFile } | Refused;

interface Refused {
  readonly ok: false;
  readonly refusal: SourceRefusal;
}

/** The largest source that is read unless `--max-bytes` says otherwise: a ten-hour transcript with word times has about 20 MB. */
export const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

const SAMPLE = 8192;
/** Text in UTF-16 has this share of zero bytes on one side at least: its spaces, digits and line ends have one each, in any script. */
const LEAST_ZEROS = 0.04;

/** Decodes the bytes of a source: UTF-8 or UTF-16, with or without a byte-order mark, plain or compressed by gzip. */
export function decodeSource(data: Uint8Array, maxBytes: number = DEFAULT_MAX_BYTES): SourceResult {
  if (data.length === 0) return refuse('empty', 'the file is empty', 'check that the recogniser wrote its result');
  if (data.length > maxBytes) return tooLarge(`${data.length} bytes, more than the ${maxBytes} that are allowed`);
  return isGzip(data) ? decodeGzip(data, maxBytes) : decodeText(data);
}

/** The refusal of a source over the limit. */
export function tooLarge(what: string): Refused {
  return refuse('too-large', `the file has ${what}`, 'raise the limit with --max-bytes, or check that it is a transcript');
}

export function refuse(code: SourceRefusal['code'], message: string, hint: string): Refused {
  return { ok: false, refusal: { code, message, hint } };
}

function isGzip(data: Uint8Array): boolean {
  return data[0] === 0x1f && data[1] === 0x8b;
}

/** The limit holds while the bytes come out, so a small file that swells to terabytes costs no more than the limit. */
function decodeGzip(data: Uint8Array, maxBytes: number): SourceResult {
  let plain: Uint8Array;
  try {
    plain = gunzipSync(data, { maxOutputLength: maxBytes });
  } catch (error) {
    if (systemCodeOf(error) === 'ERR_BUFFER_TOO_LARGE')
      return tooLarge(`more than the ${maxBytes} bytes that are allowed, once decompressed`);
    const hint = 'fetch it again: it was cut off, or changed on the way (gzip -t tells)';
    return refuse('bad-gzip', 'the file is compressed by gzip and cannot be decompressed', hint);
  }
  if (plain.length === 0) return refuse('empty', 'the compressed file is empty', 'check that the recogniser wrote its result');
  return decodeText(plain);
}

function decodeText(data: Uint8Array): SourceResult {
  const utf16 = utf16Of(data);
  if (utf16 !== undefined) return decodeUtf16(data, utf16);
  if (data.subarray(0, SAMPLE).includes(0)) return BINARY;
  try {
    return decoded(data, 'utf-8');
  } catch {
    return { ok: false, refusal: { ...NOT_UTF8, line: lineOfFirstBadByte(data) } };
  }
}

function decoded(data: Uint8Array, encoding: 'utf-8' | Utf16): SourceResult {
  const content = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(data);
  return { ok: true, source: { bytes: data.length, sha256: sha256(data), content } };
}

const BINARY: SourceResult = refuse('binary', 'the file is not text', 'give the transcript, not the recording or an archive');
const NOT_UTF8: SourceRefusal = {
  code: 'not-utf8',
  message: 'the file is not valid UTF-8',
  hint: 'convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8',
};

type Utf16 = 'utf-16le' | 'utf-16be';

/** Which UTF-16 the bytes are, if any: by the byte-order mark, or by zero bytes on one side only, as ASCII characters have them. */
function utf16Of(data: Uint8Array): Utf16 | undefined {
  if (data[0] === 0xff && data[1] === 0xfe) return 'utf-16le';
  if (data[0] === 0xfe && data[1] === 0xff) return 'utf-16be';
  const sample = data.subarray(0, SAMPLE);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries())
    if (byte === 0) {
      if (index % 2 === 0) even++;
      else odd++;
    }
  if (Math.min(even, odd) > 0 || Math.max(even, odd) < sample.length * LEAST_ZEROS) return undefined;
  return odd > 0 ? 'utf-16le' : 'utf-16be';
}

// What no text holds: control characters but white space.
const CONTROL = /[\u0000-\u0008\u000E-\u001F]/u;

function decodeUtf16(data: Uint8Array, encoding: Utf16): SourceResult {
  try {
    const result = decoded(data, encoding);
    return result.ok && CONTROL.test(result.source.content.slice(0, SAMPLE)) ? BINARY : result;
  } catch {
    return refuse(
      'not-utf16',
      'the file is not valid UTF-16',
      'fetch it again: it was cut off, or changed on the way; or convert it to UTF-8',
    );
  }
}

/** Line breaks are whole bytes in UTF-8, so lines can be decoded one by one until one fails. */
function lineOfFirstBadByte(data: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  for (let end = data.indexOf(10); ; end = data.indexOf(10, start)) {
    try {
      decoder.decode(data.subarray(start, end === -1 ? data.length : end));
    } catch {
      return line;
    }
    if (end === -1) return line;
    start = end + 1;
    line++;
  }
}
