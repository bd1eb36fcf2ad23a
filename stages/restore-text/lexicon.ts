import { z } from 'zod';
import { toCasing, type Casing } from './casing.js';
import { toRestoreModel, type RestoreModel } from './restore-model.js';

const contractionEntry = z.strictObject({
  id: z.string(),
  /** What a recogniser writes without its apostrophe, and how it is written. */
  words: z.record(z.string(), z.string()),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(1),
  note: z.string().optional(),
});

/** `contractions.json`: words that lose their apostrophe in recognised text and are no other word without it. */
export const contractionsFile = z.strictObject({ note: z.string(), entries: z.array(contractionEntry) });

/** `weights/casing.json`: counted by `npm run train:restore`. */
const casingFile = z.strictObject({
  note: z.string(),
  written: z.array(z.string()),
  small: z.array(z.string()),
  pairs: z.array(z.string()),
});

/** What the stage knows: of marks, and of capitals. */
export interface RestoreLexicon {
  readonly model: RestoreModel;
  readonly casing: Casing;
}

/** The contents of the stage's files; of `gazetteer` the text, of the others the parsed JSON. */
export interface RestoreFiles {
  readonly model: unknown;
  readonly casing: unknown;
  readonly contractions: unknown;
  readonly gazetteer: unknown;
}

/** Checks the files' contents and turns them into look-up tables. */
export function toRestoreLexicon(files: RestoreFiles): RestoreLexicon {
  const { entries } = contractionsFile.parse(files.contractions);
  const contractions = new Map(entries.flatMap(({ words }) => Object.entries(words)));
  const casing = toCasing({ gazetteer: z.string().parse(files.gazetteer), contractions, known: casingFile.parse(files.casing) });
  return { model: toRestoreModel(files.model), casing };
}
