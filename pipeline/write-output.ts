import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { systemCodeOf, WhosaidError } from './errors.js';

/**
 * Writes a file whole or not at all.
 *
 * @throws WhosaidError `cannot-write`, naming the path.
 */
export async function writeWhole(path: string, content: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, content);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

/** Removes a file that an earlier run wrote, if it is there. */
export async function removeOutput(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

function cannotWrite(path: string, cause: unknown): WhosaidError {
  const code = systemCodeOf(cause);
  const hint = code === 'ENOSPC' ? 'the disk is full' : 'check that the folder may be written to, or choose another with -o';
  return new WhosaidError('cannot-write', `${path} (${code ?? 'unknown reason'})`, { hint, cause });
}
