import { z } from 'zod';
import { toTurnModel, type TurnModel } from './turn-model.js';

const SAME_ID = 'two entries have one id';
const sentences = z.array(z.string()).min(1);

const wordClassesFile = z.strictObject({
  note: z.string(),
  entries: z
    .array(z.strictObject({ id: z.string(), words: z.array(z.string()).min(1), yes: sentences, no: sentences }))
    .max(31)
    .refine(haveOwnIds, SAME_ID),
});

const unknownLabelsFile = z.strictObject({
  note: z.string(),
  entries: z
    .array(z.strictObject({ id: z.string(), labels: z.array(z.string()).min(1), yes: sentences, no: sentences }))
    .refine(haveOwnIds, SAME_ID),
});

const share = z.number().min(0).max(1);

const decodingFile = z.strictObject({
  note: z.string(),
  /** Added to the log-odds of a change at every gap, and at the openings of a wall: the model alone finds too few. */
  changeBias: z.number(),
  wallBias: z.number(),
  adaptation: z.strictObject({ trust: z.number().min(0), prior: z.number().positive() }),
  marks: z.strictObject({
    missed: share,
    missedWorth: z.number().positive(),
    stray: share,
    strayWorth: z.number().positive(),
    /** Takes the place of the other temperatures where the source marks changes. */
    temperature: z.number().positive(),
    /** How often the voices' habits are learnt there; elsewhere once. */
    rounds: z.number().int().positive(),
  }),
  /** What the model's log-odds are divided by, between sentences and in a wall. */
  temperature: z.number().positive(),
  wallTemperature: z.number().positive(),
  /** A change with a posterior between the two is listed as uncertain. */
  uncertain: z.strictObject({ from: share, to: share }),
  /** A change with this posterior counts as sure, between sentences or in a wall; with fewer of them in a thousand words the text is taken for one voice, so surely. */
  sureChange: share,
  sureWallChange: share,
  sureChangesPerThousand: z.number().min(0),
  oneVoice: share,
  /** Confidence in a label that a person wrote, and in one that a diariser gave. */
  labelled: share,
  diarised: share,
});

export type Decoding = z.infer<typeof decodingFile>;

/** Bits of the word classes, by word. */
export type WordClasses = ReadonlyMap<string, number>;

/** What the stage knows: word classes, labels that name nobody, the numbers of the decoding, and the trained model. */
export interface TurnLexicon {
  readonly classes: WordClasses;
  readonly unknownLabels: ReadonlySet<string>;
  readonly decoding: Decoding;
  readonly model: TurnModel;
}

/** Contents of the stage's four files: `lexicon/*.json` and `weights/two-voices.json`. */
export interface TurnLexiconFiles {
  readonly wordClasses: unknown;
  readonly unknownLabels: unknown;
  readonly decoding: unknown;
  readonly model: unknown;
}

/** Checks the files' contents and turns them into look-up tables. */
export function toTurnLexicon(files: TurnLexiconFiles): TurnLexicon {
  return {
    classes: toWordClasses(files.wordClasses),
    unknownLabels: new Set(unknownLabelsFile.parse(files.unknownLabels).entries.flatMap(({ labels }) => labels)),
    decoding: decodingFile.parse(files.decoding),
    model: toTurnModel(files.model),
  };
}

/** Gives each class of `word-classes.json` its bit. */
export function toWordClasses(file: unknown): WordClasses {
  const bits = new Map<string, number>();
  for (const [bit, { words }] of wordClassesFile.parse(file).entries.entries()) {
    for (const word of words) bits.set(word, (bits.get(word) ?? 0) | (1 << bit));
  }
  return bits;
}

function haveOwnIds(entries: readonly { readonly id: string }[]): boolean {
  return new Set(entries.map(({ id }) => id)).size === entries.length;
}
