import type { Wording } from './find-quote.js';
import type { PlacedGold } from './gold.js';
import { mapVoices } from './map-voices.js';
import type { Prediction } from './prediction.js';
import type { SameNames } from './same-name.js';
import { holdsWord, wordRange } from './words.js';

/** One transcript's gold beside what was predicted for it, word by word: what every score is computed from. */
export interface Comparison {
  readonly wording: Wording;
  readonly gold: PlacedGold;
  readonly prediction: Prediction;
  readonly names: SameNames;
  /** The gold speaker of each word; null where nobody speaks or nothing is annotated. */
  readonly speakers: readonly (string | null)[];
  /** The predicted voice of each word; null where none is. */
  readonly voices: readonly (string | null)[];
  /** The gold speaker that each voice is taken for: one to one, so that the most words are right. */
  readonly speakerOf: ReadonlyMap<string, string>;
}

/** Lays a prediction beside the gold. */
export function compare(gold: PlacedGold, prediction: Prediction, context: { wording: Wording; names: SameNames }): Comparison {
  const { wording, names } = context;
  const speakers = speakersOf(gold, wording.words.length);
  const voices = voicesOf(prediction, wording);
  const shared = new Map<string, Map<string, number>>();
  voices.forEach((voice, index) => {
    const speaker = speakers[index];
    if (voice === null || speaker === null || speaker === undefined) return;
    const row = shared.get(voice) ?? new Map<string, number>();
    shared.set(voice, row.set(speaker, (row.get(speaker) ?? 0) + 1));
  });
  const speakerOf = mapVoices(distinct(voices), distinct(speakers), (voice, speaker) => shared.get(voice)?.get(speaker) ?? 0);
  return { wording, gold, prediction, names, speakers, voices, speakerOf };
}

/** True for a speaker without a name of their own (`SPEAKER_1`). */
export function isUnnamed(name: string | null | undefined): boolean {
  return name === null || name === undefined || PLACEHOLDER.test(name);
}

// "SPEAKER_1" | "Speaker Pelosi"
const PLACEHOLDER = /^SPEAKER_\d+$/;

/** Gold speakers by word, from the turns; where those are not annotated, from the claims. */
function speakersOf({ turns, claims, windows }: PlacedGold, length: number): readonly (string | null)[] {
  const speakers = new Array<string | null>(length).fill(null);
  for (const { firstWord, endWord, speaker } of turns ?? claims ?? []) {
    if (endWord > firstWord) speakers.fill(speaker === '-' ? null : speaker, firstWord, endWord);
  }
  return turns === null ? speakers : speakers.map((speaker, index) => (holdsWord(windows.turns, index) ? speaker : null));
}

function voicesOf({ turns }: Prediction, { words }: Wording): readonly (string | null)[] {
  const voices = new Array<string | null>(words.length).fill(null);
  for (const turn of turns) {
    const { firstWord, endWord } = wordRange(words, turn);
    voices.fill(turn.voice, firstWord, endWord);
  }
  return voices;
}

/** In order of first appearance, so that ties are settled by the text. */
function distinct(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== null);
}
