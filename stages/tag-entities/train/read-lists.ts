import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ENTITY_TYPES } from '../../../schemas/mention.js';
import type { SourceName } from './listed-name.js';

/** `lexicon/lists/*.json`: names of one kind, each with its aliases (`name|alias|alias`), and where they can be looked up. */
const listFile = z.strictObject({
  id: z.string(),
  type: z.enum([...ENTITY_TYPES, 'first-name']),
  needs: z.enum(['context']).optional(),
  source: z.string(),
  note: z.string(),
  names: z.array(z.string()).min(1),
});

/** Reads the hand-written lists, in the order of their file names; those whose names need context come last, so that they only add forms. */
export function readLists(folder: string): SourceName[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const lists = files.sort().map((file) => listFile.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
  const ordered = [...lists.filter(({ needs }) => needs === undefined), ...lists.filter(({ needs }) => needs !== undefined)];
  return ordered.flatMap((list) =>
    list.names.map((forms): SourceName => {
      const [name = '', ...aliases] = forms.split('|');
      return { name, aliases, type: list.type, source: list.id, keep: 'all', ...(list.needs === undefined ? {} : { needs: list.needs }) };
    }),
  );
}
