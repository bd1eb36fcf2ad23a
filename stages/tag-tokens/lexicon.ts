import { z } from 'zod';

const entry = z.strictObject({
  id: z.string(),
  words: z.array(z.string()).min(1),
  weight: z.number().min(0).max(1),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(1),
  note: z.string().optional(),
});

/** `clause-openers.json`: words that usually begin a clause in speech, for text that has no punctuation. */
export const clauseOpenersFile = z.strictObject({
  /** Sentence-like parts have at least `shortest` and at most `longest` tokens. */
  shortest: z.number().int().positive(),
  longest: z.number().int().positive(),
  /** An opener of this weight cuts at once. */
  cutAt: z.number(),
  /** After one of these words nothing is cut: `of what`, `because you know`. */
  bindsNext: z.array(z.string()),
  entries: z.array(entry),
});

export interface ClauseOpeners {
  readonly shortest: number;
  readonly longest: number;
  readonly cutAt: number;
  readonly bindsNext: ReadonlySet<string>;
  readonly weights: ReadonlyMap<string, number>;
}

/** Checks the file's content and turns it into look-up tables. */
export function toClauseOpeners(file: unknown): ClauseOpeners {
  const { entries, bindsNext, ...limits } = clauseOpenersFile.parse(file);
  return {
    ...limits,
    bindsNext: new Set(bindsNext),
    weights: new Map(entries.flatMap(({ words, weight }) => words.map((word) => [word, weight] as const))),
  };
}
