import { z } from 'zod';

const nonSpeechEntry = z.strictObject({
  id: z.string(),
  /** Words any of which, inside brackets, make the whole bracket an event. */
  words: z.array(z.string()).min(1),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(1),
});

const notSpeakerEntry = z.strictObject({
  id: z.string(),
  kind: z.enum(['sound', 'nobody', 'word', 'fact']),
  /** In lower case. */
  labels: z.array(z.string()).min(1),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(1),
});

const notSpeakersFile = z.strictObject({ note: z.string(), entries: z.array(notSpeakerEntry) });

const nonSpeechFile = z.strictObject({ entries: z.array(nonSpeechEntry) });

const functionWordsFile = z.strictObject({
  note: z.string(),
  languages: z.record(z.string(), z.array(z.string()).min(10)),
});

/** Why a label names no person: nobody's sound, a voice not told, an ordinary word, a line of the header. */
export type NotSpeaker = z.infer<typeof notSpeakerEntry>['kind'];

/** What the readers know: words of non-speech, the function words by which a language is told, and labels that are no people. */
export interface ReaderLexicon {
  readonly nonSpeech: ReadonlySet<string>;
  /** By language tag. */
  readonly functionWords: ReadonlyMap<string, ReadonlySet<string>>;
  /** By label in lower case. */
  readonly notSpeakers: ReadonlyMap<string, NotSpeaker>;
}

/** Checks the files' contents and turns them into look-up tables. */
export function toReaderLexicon(nonSpeech: unknown, functionWords: unknown, notSpeakers: unknown): ReaderLexicon {
  return {
    nonSpeech: new Set(nonSpeechFile.parse(nonSpeech).entries.flatMap((entry) => entry.words)),
    functionWords: new Map(Object.entries(functionWordsFile.parse(functionWords).languages).map(([tag, words]) => [tag, new Set(words)])),
    notSpeakers: new Map(notSpeakersFile.parse(notSpeakers).entries.flatMap(({ kind, labels }) => labels.map((label) => [label, kind]))),
  };
}
