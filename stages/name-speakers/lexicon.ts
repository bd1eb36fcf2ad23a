import { z } from 'zod';
import { compilePattern, type Pattern } from './cue-pattern.js';

const SAME_ID = 'two entries have one id';
const sentences = z.array(z.string()).min(1);
const role = z.enum(['host', 'guest']);

const nameCueEntry = z.strictObject({
  id: z.string(),
  gives: z.enum(['speaker', 'other', 'previous', 'next']),
  takes: z.enum(['listed', 'given', 'full', 'anyone']),
  at: z.enum(['sentence-start', 'clause-start']).optional(),
  when: z.enum(['opening', 'ending']).optional(),
  alone: z.literal(true).optional(),
  fresh: z.literal(true).optional(),
  vouches: z.literal(true).optional(),
  absent: z.literal(true).optional(),
  unless: z.array(z.string()).optional(),
  weight: z.number().positive(),
  role: role.optional(),
  speakerRole: role.optional(),
  patterns: z.array(z.string()).min(1),
  yes: sentences,
  no: sentences,
});

const roleCueEntry = z.strictObject({
  id: z.string(),
  role,
  weight: z.number().positive(),
  patterns: z.array(z.string()).min(1),
  yes: sentences,
  no: sentences,
});

const WORD_LISTS = ['notNames', 'particles', 'titles', 'reporting', 'elsewhere', 'spelling', 'ownHandle', 'roleLabels'] as const;

const wordEntry = z.strictObject({
  id: z.string(),
  list: z.enum(WORD_LISTS),
  words: z.array(z.string()).min(1),
  yes: sentences,
  no: sentences,
});
const questionEntry = z.strictObject({ id: z.string(), words: z.array(z.string()).min(1), yes: sentences, no: sentences });

const nameCuesFile = z.strictObject({ note: z.string(), entries: z.array(nameCueEntry).refine(haveOwnIds, SAME_ID) });
const roleCuesFile = z.strictObject({ note: z.string(), entries: z.array(roleCueEntry).refine(haveOwnIds, SAME_ID) });
const wordsFile = z.strictObject({ note: z.string(), entries: z.array(wordEntry).refine(haveOwnIds, SAME_ID) });
const questionsFile = z.strictObject({ note: z.string(), entries: z.array(questionEntry).refine(haveOwnIds, SAME_ID) });
const firstNamesFile = z.strictObject({ note: z.string(), source: z.string(), names: z.string() });

const weighingFile = z.strictObject({
  note: z.string(),
  /** Log-odds that somebody who is named in a talk takes part in it as a given voice, before anything speaks for it. */
  prior: z.number().negative(),
  /** A voice is given a name that is at least so likely. */
  enough: z.number().min(0.5).max(1),
  /** The same where the mean certainty of the turns is below the other figure. */
  enoughDoubtful: z.number().min(0.5).max(1),
  doubtful: z.number().min(0).max(1),
  /** From so many edits per token on, a text's marks were restored: nothing tells what is quoted, and being spoken to weighs less by a factor. */
  unmarked: z.number().min(0),
  spokenToUnmarked: z.number().min(0).max(1),
  /** Factor on the certainty of evidence that points at "the other voice" where there are more than two. */
  amongMany: z.number().min(0).max(1),
  /** Characters from the start of the talk, and before its end, in which a cue of the opening or the ending holds. */
  opening: z.number().int().positive(),
  ending: z.number().int().positive(),
  /** Characters of a stretch in which the voices that were found are all the right way round or all swapped. */
  stretch: z.number().int().positive(),
  /** Mean certainty of the turns up to which the voices are a mixture of both people, and from which each is one person's. */
  voicesLost: z.number().min(0).max(1),
  voicesKept: z.number().min(0).max(1),
  /** What a cue means for a voice that it does not mean, as a share of its weight: whoever greets or introduces somebody is somebody else. */
  notMeant: z.number().max(0),
  /** What a mention means for the voice that makes it. */
  thirdPerson: z.number().max(0),
  /** What it means for somebody's taking part to be mentioned by the full name, not to be introduced. */
  fullName: z.number().max(0),
  ownHandle: z.number().positive(),
  /** Log-odds that it costs a name to be on the voice that talks like the other part. */
  againstRole: z.number().max(0),
  /** Share of a name cue's weight that counts for the roles it implies. */
  asRole: z.number().min(0).max(1),
  label: z.number().positive(),
  title: z.number().positive(),
  sidecar: z.number().positive(),
  /** Score from which a voice has a role. */
  roleEnough: z.number().positive(),
  /** Who asks so many times as often, in at least so many questions, talks like a host. */
  asksMore: z.number().positive(),
  asksMoreRatio: z.number().min(1),
  asksMoreQuestions: z.number().int().positive(),
});

export type Weighing = z.infer<typeof weighingFile>;
export type NameCue = Omit<z.infer<typeof nameCueEntry>, 'patterns' | 'unless' | 'yes' | 'no'> & {
  readonly patterns: readonly Pattern[];
  readonly unless: readonly Pattern[];
};
export type RoleCue = Omit<z.infer<typeof roleCueEntry>, 'patterns' | 'yes' | 'no'> & { readonly patterns: readonly Pattern[] };
export type WordLists = Readonly<Record<(typeof WORD_LISTS)[number], ReadonlySet<string>>>;

/** What the stage knows. */
export interface NameLexicon {
  readonly nameCues: readonly NameCue[];
  /** Role cues by the first word of each pattern. */
  readonly roleCues: ReadonlyMap<string, readonly { readonly cue: RoleCue; readonly pattern: Pattern }[]>;
  readonly words: WordLists;
  /** What may follow a word where the two begin a question: `do` -> `you`. */
  readonly questionPairs: ReadonlyMap<string, ReadonlySet<string>>;
  readonly firstNames: ReadonlySet<string>;
  /** What a short first name may be short for. */
  readonly nicknames: ReadonlyMap<string, readonly string[]>;
  readonly weighing: Weighing;
}

/** Contents of the stage's files: `lexicon/*.json`. */
export interface NameLexiconFiles {
  readonly nameCues: unknown;
  readonly roleCues: unknown;
  readonly notNames: unknown;
  readonly questions: unknown;
  readonly firstNames: unknown;
  readonly nicknames: unknown;
  readonly weighing: unknown;
}

/** Checks the files' contents and turns them into look-up tables. */
export function toNameLexicon(files: NameLexiconFiles): NameLexicon {
  const lists = wordsFile.parse(files.notNames).entries;
  const listOf = (list: keyof WordLists): ReadonlySet<string> =>
    new Set(lists.filter((entry) => entry.list === list).flatMap((entry) => entry.words));
  return {
    nameCues: nameCuesFile.parse(files.nameCues).entries.map((entry) => ({
      ...entry,
      patterns: entry.patterns.map(compilePattern),
      unless: (entry.unless ?? []).map(compilePattern),
    })),
    roleCues: byFirstWord(
      roleCuesFile.parse(files.roleCues).entries.map((entry) => ({ ...entry, patterns: entry.patterns.map(compilePattern) })),
    ),
    words: {
      notNames: listOf('notNames'),
      particles: listOf('particles'),
      titles: listOf('titles'),
      reporting: listOf('reporting'),
      elsewhere: listOf('elsewhere'),
      spelling: listOf('spelling'),
      ownHandle: listOf('ownHandle'),
      roleLabels: listOf('roleLabels'),
    },
    questionPairs: toPairs(questionsFile.parse(files.questions).entries.flatMap((entry) => entry.words)),
    firstNames: new Set(firstNamesFile.parse(files.firstNames).names.split(' ')),
    nicknames: toNicknames(firstNamesFile.parse(files.nicknames).names),
    weighing: weighingFile.parse(files.weighing),
  };
}

function toPairs(pairs: readonly string[]): NameLexicon['questionPairs'] {
  const seconds = new Map<string, Set<string>>();
  for (const pair of pairs) {
    const [first = '', second = ''] = pair.split(' ');
    seconds.set(first, (seconds.get(first) ?? new Set()).add(second));
  }
  return seconds;
}

/** "phil: philip phillip; matt: matthew" */
function toNicknames(list: string): NameLexicon['nicknames'] {
  return new Map(list.split('; ').map((entry) => [entry.split(': ')[0] ?? '', (entry.split(': ')[1] ?? '').split(' ')]));
}

function byFirstWord(cues: readonly RoleCue[]): NameLexicon['roleCues'] {
  const table = new Map<string, { cue: RoleCue; pattern: Pattern }[]>();
  for (const cue of cues) {
    for (const pattern of cue.patterns) {
      for (const word of pattern.after[0]?.words ?? []) table.set(word, [...(table.get(word) ?? []), { cue, pattern }]);
    }
  }
  return table;
}

function haveOwnIds(entries: readonly { readonly id: string }[]): boolean {
  return new Set(entries.map(({ id }) => id)).size === entries.length;
}
