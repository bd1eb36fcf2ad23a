import { z } from 'zod';

const cueEntry = z.strictObject({
  id: z.string(),
  role: z.enum(['opens', 'asks', 'closes', 'thanks', 'returns', 'intro', 'outro']),
  /** In lower case; the pattern is tried around each place where one stands. */
  anchors: z.array(z.string().min(3)).min(1),
  pattern: z.string(),
  /** A pattern that, around the same place, says that it is none. */
  unless: z.string().optional(),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(1),
});

const words = z.number().int().positive();

const breakCuesFile = z.strictObject({
  note: z.string(),
  /** In words, but for `turns`. */
  limits: z.strictObject({
    /** From a sponsor's name to the first thing that is asked, from one to the next, and all together. */
    toFirstAsk: words,
    betweenAsks: words,
    longest: words,
    /** An advertisement is read by one or two voices, not talked over in more turns than these. */
    turns: words,
    /** The longest turn that is an advertisement as a whole since it thanks a sponsor. */
    thankingTurn: words,
    /** How far from the start an opening, and from the end an ending, is looked for. */
    introWords: words,
    outroWords: words,
    gapInFrame: words,
    leastFrame: words,
    /** What is left of a section beside a break goes to the next one where it is shorter. */
    leastContent: words,
  }),
  entries: z.array(cueEntry).refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two entries have one id'),
});

export type BreakLimits = z.infer<typeof breakCuesFile>['limits'];

/** Words by which a break is told. */
export interface BreakCue {
  readonly role: z.infer<typeof cueEntry>['role'];
  readonly anchors: readonly string[];
  readonly pattern: RegExp;
  readonly unless: RegExp | undefined;
}

export interface BreakLexicon {
  readonly cues: readonly BreakCue[];
  readonly limits: BreakLimits;
}

/** Checks the file's content and makes its patterns. */
export function toBreakLexicon(breakCues: unknown): BreakLexicon {
  const { entries, limits } = breakCuesFile.parse(breakCues);
  const cues = entries.map(({ role, anchors, pattern, unless }) => ({
    role,
    anchors,
    pattern: new RegExp(pattern, 'u'),
    unless: unless === undefined ? undefined : new RegExp(unless, 'u'),
  }));
  return { cues, limits };
}
