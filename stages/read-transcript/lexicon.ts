import { z } from 'zod';

const nonSpeechEntry = z.strictObject({
  id: z.string(),
  /** Words any of which, inside brackets, make the whole bracket an event. */
  words: z.array(z.string()).min(1),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(1),
});

const nonSpeechFile = z.strictObject({ entries: z.array(nonSpeechEntry) });

const functionWordsFile = z.strictObject({
  note: z.string(),
  languages: z.record(z.string(), z.array(z.string()).min(10)),
});

/** What the readers know: words of non-speech, and the function words by which a language is told. */
export interface ReaderLexicon {
  readonly nonSpeech: ReadonlySet<string>;
  /** By language tag. */
  readonly functionWords: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Checks the two files' contents and turns them into look-up tables. */
export function toReaderLexicon(nonSpeech: unknown, functionWords: unknown): ReaderLexicon {
  return {
    nonSpeech: new Set(nonSpeechFile.parse(nonSpeech).entries.flatMap((entry) => entry.words)),
    functionWords: new Map(Object.entries(functionWordsFile.parse(functionWords).languages).map(([tag, words]) => [tag, new Set(words)])),
  };
}
