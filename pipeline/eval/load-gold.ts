import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { messageOf, systemCodeOf, WhosaidError } from '../errors.js';
import type { Gold, GoldDocument } from './gold.js';
import { parseClaims, parseMentions, parseSameAs, parseTurns, parseWindows } from './parse-gold.js';

// "003_a.claims.jsonl" -> "003_a" | "windows.json"
const GOLD_FILE = /^(?<name>.+)\.(?:turns\.tsv|entities\.jsonl|claims\.jsonl)$/u;

/**
 * Reads a folder of annotations. Where it has no `same-as.json`, its parent's counts; where it has no `windows.json`,
 * everything is annotated.
 *
 * @throws WhosaidError `not-found` when the folder holds no annotations, `cannot-read` when one is not as it should be.
 */
export async function loadGold(folder: string): Promise<Gold> {
  const files = await listed(folder);
  const names = new Set(files.flatMap((file) => GOLD_FILE.exec(file)?.groups?.name ?? []));
  if (names.size === 0) {
    throw new WhosaidError('not-found', `annotations in ${folder}`, {
      hint: 'a gold folder holds NAME.turns.tsv, NAME.entities.jsonl or NAME.claims.jsonl',
    });
  }
  const windows = (await parsedFile(folder, 'windows.json', parseWindows)) ?? new Map<string, GoldDocument['windows']>();
  const documents = await Promise.all(
    [...names].sort().map(async (name) => ({
      name,
      turns: await parsedFile(folder, `${name}.turns.tsv`, parseTurns),
      entities: await parsedFile(folder, `${name}.entities.jsonl`, parseMentions),
      claims: await parsedFile(folder, `${name}.claims.jsonl`, parseClaims),
      windows: windows.get(name) ?? {},
    })),
  );
  const sameAs = (await parsedFile(folder, SAME_AS, parseSameAs)) ?? (await parsedFile(dirname(resolve(folder)), SAME_AS, parseSameAs));
  return { documents, sameAs: sameAs ?? [] };
}

const SAME_AS = 'same-as.json';

async function listed(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    throw new WhosaidError('cannot-read', `${folder} (${systemCodeOf(cause) ?? messageOf(cause)})`, {
      hint: 'name a folder of annotations',
      cause,
    });
  }
}

/** null where there is no such file. */
async function parsedFile<Parsed>(folder: string, file: string, parse: (text: string) => Parsed): Promise<Parsed | null> {
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  try {
    return parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new WhosaidError('cannot-read', `${path}: ${messageOf(cause)}`, {
      hint: 'see gold/GUIDELINES.md for the shape of annotations',
      cause,
    });
  }
}
