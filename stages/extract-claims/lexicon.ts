import { z } from 'zod';
import { toClaimModel, type ClaimModel } from './claim-model.js';

const entry = z.strictObject({
  id: z.string(),
  words: z.array(z.string()).min(1),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(1),
  note: z.string().optional(),
});

/** What a cue tells besides its weight: `not-claim` speaks against one, the rest names a part of its strength, polarity or stance. */
const GROUPS = [
  'sense',
  'hedge',
  'booster',
  'quantifier',
  'positive',
  'negative',
  'report',
  'doubt',
  'reject',
  'suppose',
  'not-claim',
] as const;

const cuesFile = z.strictObject({
  note: z.string(),
  entries: z.array(entry.extend({ group: z.enum(GROUPS) })).superRefine(refuseTwins),
});

/** The closed classes that the code asks for; each is one entry of `grammar.json`. */
export const ROLES = [
  'connective',
  'lead-in',
  'opener',
  'subject',
  'contracted',
  'dangling',
  'past',
  'negation',
  'filler',
  'introducer',
  'hollow',
  'possessive',
  'pointing',
  'anybody',
  'others',
  'referring',
  'portion',
  'masculine',
  'feminine',
] as const;
export type Role = (typeof ROLES)[number];

const grammarFile = z.strictObject({
  note: z.string(),
  entries: z
    .array(entry.extend({ id: z.enum(ROLES) }))
    .length(ROLES.length)
    .superRefine(refuseTwins),
});

/** A row of words to look for, and the cue that it is a sign of. */
export interface Pattern {
  readonly words: readonly string[];
  readonly cue: number;
}

export interface Cue {
  readonly id: string;
  readonly group: (typeof GROUPS)[number];
}

/** Cues, and their patterns by first word. */
export interface CueTable {
  readonly cues: readonly Cue[];
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>;
}

/** What the stage knows of the language. */
export interface ClaimWords {
  readonly cues: CueTable;
  /** The classes, as bits, of each word that has one. */
  readonly roles: ReadonlyMap<string, number>;
}

export interface ClaimLexicon extends ClaimWords {
  readonly model: ClaimModel;
}

/** Contents of `lexicon/*.json` and `weights/*.json`. */
export interface ClaimFiles {
  readonly cues: unknown;
  readonly grammar: unknown;
  readonly clauses: unknown;
  readonly readings: unknown;
}

/** Checks the files' contents and turns them into look-up tables. */
export function toClaimLexicon(files: ClaimFiles): ClaimLexicon {
  return { ...toClaimWords(files), model: toClaimModel(files.clauses, files.readings) };
}

/** The part of the lexicon that is not trained. */
export function toClaimWords(files: Pick<ClaimFiles, 'cues' | 'grammar'>): ClaimWords {
  const { entries } = cuesFile.parse(files.cues);
  const patterns = new Map<string, Pattern[]>();
  for (const [cue, { words }] of entries.entries()) {
    for (const phrase of words) {
      const [first, ...rest] = phrase.split(' ').map(keyOf);
      if (first === undefined) continue;
      const known = patterns.get(first);
      if (known === undefined) patterns.set(first, [{ words: rest, cue }]);
      else known.push({ words: rest, cue });
    }
  }
  return { cues: { cues: entries.map(({ id, group }) => ({ id, group })), patterns }, roles: toRoles(files.grammar) };
}

function toRoles(file: unknown): ReadonlyMap<string, number> {
  const roles = new Map<string, number>();
  for (const { id, words } of grammarFile.parse(file).entries) {
    for (const word of words.map(keyOf)) roles.set(word, (roles.get(word) ?? 0) | bitOf(id));
  }
  return roles;
}

/** The bit of a class. */
export function bitOf(role: Role): number {
  return 1 << ROLES.indexOf(role);
}

/** A word as it is looked up: without apostrophes, which recognisers leave out. @example keyOf("n't") // 'nt' */
export function keyOf(word: string): string {
  // Most words have none, and looking is cheaper than replacing.
  return word.includes("'") || word.includes('’') ? word.replace(APOSTROPHES, '') || word : word;
}

// "n't" "it’s" | "its"
const APOSTROPHES = /['’]/gu;

function refuseTwins(entries: readonly { readonly id: string; readonly words: readonly string[] }[], context: z.RefinementCtx): void {
  for (const [index, { id, words }] of entries.entries()) {
    if (entries.findIndex((other) => other.id === id) !== index)
      context.addIssue({ code: 'custom', message: `two entries have one id: ${id}` });
    if (new Set(words).size !== words.length) context.addIssue({ code: 'custom', message: `a word stands twice in ${id}` });
  }
}
