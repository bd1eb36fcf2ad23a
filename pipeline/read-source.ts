import { readFile, stat } from 'node:fs/promises';
import { decodeSource, refuse, tooLarge, type SourceResult } from './decode-source.js';
import { messageOf, systemCodeOf } from './errors.js';
import type { Input } from './find-inputs.js';

/** Reads one source and decodes it, or says why it cannot be one. */
export async function readSource({ absolute, data }: Pick<Input, 'absolute' | 'data'>, maxBytes: number): Promise<SourceResult> {
  if (data !== undefined) return decodeSource(data, maxBytes);
  try {
    const { size } = await stat(absolute);
    if (size > maxBytes) return tooLarge(`${size} bytes, more than the ${maxBytes} that are allowed`);
    return decodeSource(await readFile(absolute), maxBytes);
  } catch (error) {
    return refuse(
      'unreadable',
      `the file cannot be read (${systemCodeOf(error) ?? messageOf(error)})`,
      'check that it exists and that you may read it',
    );
  }
}

/** All bytes of a stream; reading stops right after the limit, so that what is too large is refused and not gathered. */
export async function readStream(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) break;
  }
  return Buffer.concat(chunks, length);
}
