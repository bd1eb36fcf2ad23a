import { stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { WhosaidError } from './errors.js';

/** A transcript to read: where it lies, and its name in the output (POSIX, relative to the input root). */
export interface Input {
  readonly absolute: string;
  readonly path: string;
  /** The bytes, where they have been read already: standard input can be read only once. */
  readonly data?: Uint8Array;
}

/** How standard input is named on the command line, and in the manifest in place of a file. */
export const STDIN = '-';

// Names that transcripts are known by. Only for choosing inside a folder: the format itself is found from content.
const TRANSCRIPT_NAMES = '**/*.{txt,text,vtt,srt,sbv,lrc,json,json3,srv1,srv2,srv3,ttml,xml,html,htm,md,markdown,csv,tsv,nlp,gz}';
// Files beside transcripts that are none.
const BESIDE = ['**/*.meta.json', '**/*.rttm', '**/whosaid.config.*', '**/node_modules/**', '**/*.graph.json', '**/manifest.json'];
// A sidecar that is named itself, as a shell does with `folder/*`: "talk.srt.meta.json", "whosaid.config.json", "talk.rttm".
const SIDECAR = /\.meta\.json$|^whosaid\.config\.[a-z]+$|\.rttm$/u;

/**
 * The transcripts that files, folders and globs name, in a fixed order, each once.
 *
 * @throws WhosaidError `no-input` when a path does not exist or nothing is found.
 */
export async function findInputs(patterns: readonly string[]): Promise<Input[]> {
  const found = new Set<string>();
  for (const pattern of patterns) for (const path of await filesOf(pattern)) found.add(path);
  if (found.size === 0)
    throw new WhosaidError('no-input', `${patterns.join(', ')} holds no transcripts`, {
      hint: `transcripts are files named ${TRANSCRIPT_NAMES.slice(5)}; name any other file itself`,
    });
  const root = commonFolder([...found]);
  const inputs = [...found].map((absolute) => ({ absolute, path: relative(root, absolute).split(sep).join('/') }));
  return inputs.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function filesOf(pattern: string): Promise<string[]> {
  const kind = await kindOf(pattern);
  if (kind === 'file') return SIDECAR.test(basename(pattern)) ? [] : [resolve(pattern)];
  const options = { absolute: true, dot: false, expandDirectories: false, ignore: BESIDE, followSymbolicLinks: false } as const;
  if (kind === 'folder') return glob(TRANSCRIPT_NAMES, { ...options, cwd: pattern });
  if (isDynamicPattern(pattern)) return (await glob(pattern, options)).filter((path) => !SIDECAR.test(basename(path)));
  throw new WhosaidError('no-input', `${pattern} does not exist`, {
    hint: 'check the path; quote a glob so that the shell leaves it alone',
  });
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'none'> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? 'folder' : 'file';
  } catch {
    return 'none';
  }
}

function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => dirname(path).split(sep));
  const [first = []] = folders;
  const shared = first.findIndex((part, index) => folders.some((folder) => folder[index] !== part));
  return (shared === -1 ? first : first.slice(0, shared)).join(sep) || sep;
}

/** The name of a source without its last extension, and without a `.gz` after it. */
export function stemOf(path: string): string {
  return basename(path)
    .replace(/(?!^)\.gz$/iu, '')
    .replace(/(?!^)\.[^.]+$/u, '');
}
