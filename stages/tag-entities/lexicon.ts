import { z } from 'zod';
import { ENTITY_TYPES, type EntityType } from '../../schemas/mention.js';
import { parseGazetteer, type Gazetteer } from './gazetteer.js';

const type = z.enum(ENTITY_TYPES);
const examples = { yes: z.array(z.string()).min(1), no: z.array(z.string()).min(1) };
const words = z.array(z.string()).min(1);

const cuesFile = z.strictObject({
  note: z.string(),
  entries: z.array(z.strictObject({ id: z.string(), type, before: words.optional(), after: words.optional(), ...examples })),
});
/** `not-names.json`; the gazetteer is built with it too. */
export const notNamesFile = z.strictObject({ note: z.string(), entries: z.array(z.strictObject({ id: z.string(), words, ...examples })) });
const nameEndingsFile = z.strictObject({
  note: z.string(),
  entries: z.array(z.strictObject({ id: z.string(), type, words, ...examples })),
});

/** What the stage knows. */
export interface EntityLexicon {
  readonly gazetteer: Gazetteer;
  /** Kind of thing by the one or two lower-cased words directly before its name. */
  readonly cuesBefore: ReadonlyMap<string, EntityType>;
  /** Kind of thing by the lower-cased word directly behind its name. */
  readonly cuesAfter: ReadonlyMap<string, EntityType>;
  /** Lower-cased words whose capital names no particular thing. */
  readonly notNames: ReadonlySet<string>;
  /** Kind of thing by the last lower-cased word of its name. */
  readonly endings: ReadonlyMap<string, EntityType>;
}

/** The contents of the lexicon's files: the gazetteer's text, and of the others the parsed JSON. */
export interface EntityLexiconFiles {
  readonly gazetteer: unknown;
  readonly cues: unknown;
  readonly notNames: unknown;
  readonly nameEndings: unknown;
}

/** Checks the files' contents and turns them into look-up tables. */
export function toEntityLexicon(files: EntityLexiconFiles): EntityLexicon {
  const cues = cuesFile.parse(files.cues).entries;
  const pairs = (side: 'before' | 'after') => cues.flatMap((cue) => (cue[side] ?? []).map((word) => [word, cue.type] as const));
  return {
    gazetteer: parseGazetteer(z.string().parse(files.gazetteer)),
    cuesBefore: new Map(pairs('before')),
    cuesAfter: new Map(pairs('after')),
    notNames: new Set(notNamesFile.parse(files.notNames).entries.flatMap((entry) => entry.words)),
    endings: new Map(
      nameEndingsFile.parse(files.nameEndings).entries.flatMap((entry) => entry.words.map((word) => [word, entry.type] as const)),
    ),
  };
}
