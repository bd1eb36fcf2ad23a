import { z } from 'zod';
import { toBreakLexicon, type BreakLexicon } from './break-lexicon.js';
import { fold } from './fold.js';

const everydayEntry = z.strictObject({
  id: z.string(),
  /** `never`: no part of a phrase. `not-alone`: part of a phrase, but no topic by itself. */
  use: z.enum(['never', 'not-alone']),
  words: z.array(z.string().regex(/^\S+$/, 'one word each')).min(1),
  /** Sentences that, said twice, give no topic. */
  yes: z.array(z.string()).min(1),
  /** Sentences that, said twice, still give one. */
  no: z.array(z.string()).min(1),
  note: z.string().optional(),
});

const everydayWordsFile = z.strictObject({
  entries: z
    .array(everydayEntry)
    .refine((entries) => new Set(entries.map(({ id }) => id)).size === entries.length, 'two entries have one id'),
});

const count = z.number().int().positive();
const share = z.number().min(0).max(1);

const weightsFile = z.strictObject({
  note: z.string(),
  topics: z.strictObject({
    /** Topics of an episode, beside those that only title a section. */
    most: count,
    leastPlaces: count,
    longestPhrase: count,
    /** What a place of a known entity, and of a single common noun, counts beside one of a phrase. */
    entity: z.number().positive(),
    singleNoun: z.number().positive(),
    keywords: count,
  }),
  sections: z.strictObject({
    /** An episode of fewer words is one section; a section has at least `shortest` and, as a rule, at most `longest` words. */
    wholeBelow: count,
    shortest: count,
    longest: count,
    /** A section may begin at a turn of so many characters, and after so many words at a sentence. */
    tellingTurn: count,
    step: count,
    /** Smoothing of a section's word distribution: the smaller, the more a word that is new to it costs. */
    smoothing: z.number().positive(),
    /** Log-likelihood that a further section must gain, less what speaks for its start. */
    newSection: z.number(),
    atTurn: z.number(),
    atQuestion: z.number(),
    topics: count,
    /** A second topic is named in the title when it has this share of the first one's weight. */
    secondInTitle: share,
  }),
});

export type TopicWeights = z.infer<typeof weightsFile>['topics'];
export type SectionWeights = z.infer<typeof weightsFile>['sections'];

/** What the stage knows: everyday words by use (folded), and its weights. */
export interface TopicLexicon {
  readonly never: ReadonlySet<string>;
  readonly notAlone: ReadonlySet<string>;
  readonly topics: TopicWeights;
  readonly sections: SectionWeights;
  readonly breaks: BreakLexicon;
}

/** Checks the files' contents and turns them into look-up tables. */
export function toTopicLexicon(everydayWords: unknown, weights: unknown, breakCues: unknown): TopicLexicon {
  const { entries } = everydayWordsFile.parse(everydayWords);
  const { topics, sections } = weightsFile.parse(weights);
  const wordsOf = (use: 'never' | 'not-alone'): Set<string> =>
    new Set(entries.filter((entry) => entry.use === use).flatMap((entry) => entry.words.map(fold)));
  return { never: wordsOf('never'), notAlone: wordsOf('not-alone'), topics, sections, breaks: toBreakLexicon(breakCues) };
}
