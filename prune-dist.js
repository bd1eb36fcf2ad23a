// Removes from dist/ what tsc once emitted for a source file that is gone, so that no deleted test or module lives on.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
const emitted = /\.(?:js|js\.map|d\.ts)$/;

for (const entry of existsSync(dist) ? readdirSync(dist, { recursive: true, withFileTypes: true }) : []) {
  if (!entry.isFile() || !emitted.test(entry.name)) continue;
  const file = join(entry.parentPath, entry.name);
  const source = join(root, relative(dist, file).replace(emitted, '.ts'));
  if (!existsSync(source)) rmSync(file);
}
