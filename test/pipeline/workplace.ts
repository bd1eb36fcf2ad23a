import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { PROJECT_ROOT } from '../../pipeline/project.js';

/** A folder of its own for one test, filled with files. */
export interface Workplace {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly remove: () => void;
}

export function workplace(files: Readonly<Record<string, string | Uint8Array>>): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'whosaid-test-'));
  const path = (name: string) => join(folder, name);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
  }
  return { folder, path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program as a user does. */
export function whosaid(...args: readonly string[]): Ran {
  return whosaidWith('', ...args);
}

/** Runs the program with something on its standard input. */
export function whosaidWith(input: string | Uint8Array, ...args: readonly string[]): Ran {
  const ran = spawnSync(process.execPath, [join(PROJECT_ROOT, 'dist/pipeline/cli/main.js'), ...args], { encoding: 'utf8', input });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
