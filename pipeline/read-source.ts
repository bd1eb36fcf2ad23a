import { readFile, stat } from 'node:fs/promises';
import { sha256 } from '../output/ids.js';
import { messageOf, systemCodeOf } from './errors.js';

/** Why a file cannot be taken in: the reason goes to the manifest, the hint to the person. */
export interface SourceRefusal {
  readonly code:
    'empty' | 'binary' | 'not-utf8' | 'too-large' | 'unreadable' | 'no-words' | 'not-a-transcript' | 'unknown-format' | 'stage-failed';
  readonly message: string;
  readonly hint: string;
  readonly line?: number;
}

export interface SourceFile {
  readonly bytes: number;
  readonly sha256: string;
  readonly content: string;
}

export type SourceResult = { readonly ok: true; readonly source: SourceFile } | { readonly ok: false; readonly refusal: SourceRefusal };

/** The largest source that is read unless `--max-bytes` says otherwise: a ten-hour transcript with word times has about 20 MB. */
export const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

const BINARY_SAMPLE = 8192;

/** Reads one source file and decodes it, or says why it cannot be one. */
export async function readSource(path: string, maxBytes: number): Promise<SourceResult> {
  let data: Buffer;
  try {
    const { size } = await stat(path);
    if (size > maxBytes)
      return refuse(
        'too-large',
        `the file has ${size} bytes, more than the ${maxBytes} that are allowed`,
        'raise the limit with --max-bytes, or check that it is a transcript',
      );
    data = await readFile(path);
  } catch (error) {
    return refuse(
      'unreadable',
      `the file cannot be read (${systemCodeOf(error) ?? messageOf(error)})`,
      'check that it exists and that you may read it',
    );
  }
  return decodeSource(data);
}

/** Decodes the bytes of a source: UTF-8, with or without a byte-order mark. */
export function decodeSource(data: Uint8Array): SourceResult {
  if (data.length === 0) return refuse('empty', 'the file is empty', 'check that the recogniser wrote its result');
  if (data.subarray(0, BINARY_SAMPLE).includes(0))
    return refuse('binary', 'the file is not text', 'give the transcript, not the recording or an archive');
  try {
    const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data);
    return { ok: true, source: { bytes: data.length, sha256: sha256(data), content } };
  } catch {
    return { ok: false, refusal: { ...notUtf8(), line: lineOfFirstBadByte(data) } };
  }
}

function notUtf8(): SourceRefusal {
  return {
    code: 'not-utf8',
    message: 'the file is not valid UTF-8',
    hint: 'convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8',
  };
}

function refuse(code: SourceRefusal['code'], message: string, hint: string): SourceResult {
  return { ok: false, refusal: { code, message, hint } };
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
