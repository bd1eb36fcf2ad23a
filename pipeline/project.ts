import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Root of the installed package: the folder above `dist/`, where the lexicons and weights lie. */
export const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The program's version, from its package.json. */
export const VERSION = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version;
