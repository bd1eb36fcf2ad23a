import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SourceRefusal } from './decode-source.js';
import { messageOf, systemCodeOf, WhosaidError } from './errors.js';
import { STDIN, stemOf, type Input } from './find-inputs.js';
import { parseSidecar, SIDECAR_HINT, type SidecarFault } from './parse-sidecar.js';
import type { OutsideFacts } from './settings.js';

export type SidecarResult = { readonly ok: true; readonly facts: OutsideFacts } | { readonly ok: false; readonly refusal: SourceRefusal };

/** Gives the facts that stand beside a transcript. */
export type SidecarReader = (input: Pick<Input, 'absolute'>) => Promise<SidecarResult>;

const META = '.meta.json';
const CONFIG = 'whosaid.config.json';
const CONFIG_OF_ANY_KIND = /^whosaid\.config\.[a-z]+$/u;

/** What a folder says of all its transcripts, and the names of its files. */
interface Folder {
  readonly names: ReadonlySet<string>;
  readonly facts: OutsideFacts;
}

/**
 * Reads the facts beside transcripts: `whosaid.config.json` in the folder for all of its transcripts, and over it
 * `<transcript>.meta.json` for one. Each folder is looked at once.
 *
 * @throws WhosaidError `bad-config` where a folder's configuration is wrong: it would be wrong for all of its transcripts.
 */
export function sidecarReader(): SidecarReader {
  const folders = new Map<string, Promise<Folder>>();
  return async ({ absolute }) => {
    if (absolute === STDIN) return { ok: true, facts: {} };
    const path = dirname(absolute);
    const reading = folders.get(path) ?? readFolder(path);
    folders.set(path, reading);
    const { names, facts } = await reading;
    const name = metaNames(absolute).find((candidate) => names.has(candidate));
    if (name === undefined) return { ok: true, facts };
    const parsed = parseSidecar(await contentOf(join(path, name)));
    return parsed.ok ? { ok: true, facts: { ...facts, ...parsed.facts } } : { ok: false, refusal: refusalOf(name, parsed.fault) };
  };
}

/** `talk.srt.gz` -> `talk.srt.gz.meta.json`, `talk.srt.meta.json`, `talk.meta.json`. */
function metaNames(absolute: string): string[] {
  const name = basename(absolute);
  return [name, name.replace(/(?!^)\.gz$/iu, ''), stemOf(absolute)].map((stem) => `${stem}${META}`);
}

async function readFolder(folder: string): Promise<Folder> {
  const names = new Set(await namesIn(folder));
  const config = [...names].find((name) => CONFIG_OF_ANY_KIND.test(name));
  if (config === undefined) return { names, facts: {} };
  const path = join(folder, config);
  if (config !== CONFIG) {
    const hint = `write it as ${CONFIG}: a folder of transcripts holds data, and nothing in it is run`;
    throw new WhosaidError('bad-config', path, { hint });
  }
  const parsed = parseSidecar(await contentOf(path));
  if (parsed.ok) return { names, facts: parsed.facts };
  throw new WhosaidError('bad-config', `${path}, line ${String(parsed.fault.line)}: ${parsed.fault.message}`, { hint: SIDECAR_HINT });
}

function refusalOf(name: string, { message, line }: SidecarFault): SourceRefusal {
  return { code: 'bad-sidecar', message: `${name}, line ${String(line)}: ${message}`, hint: SIDECAR_HINT };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    throw cannotRead(folder, error);
  }
}

async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw cannotRead(path, error);
  }
}

function cannotRead(path: string, cause: unknown): WhosaidError {
  return new WhosaidError('cannot-read', `${path} (${systemCodeOf(cause) ?? messageOf(cause)})`, {
    hint: 'check that you may read it',
    cause,
  });
}
