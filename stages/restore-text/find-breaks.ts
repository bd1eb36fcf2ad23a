import type { ChangeMark, SpeechEvent } from '../../schemas/document.js';
import type { Words } from './find-words.js';

/** Words after which the source itself says that something happens, by index. */
export interface Breaks {
  /** Another voice begins after the word: a sentence ends there. */
  readonly lastOfVoice: ReadonlySet<number>;
  /** Laughter, music or a hole follows the word: a sentence may end there. */
  readonly beforeEvent: ReadonlySet<number>;
}

/** Finds the words before changes of voice and before events. */
export function findBreaks(
  words: Words,
  layers: { readonly changes: readonly ChangeMark[]; readonly events: readonly SpeechEvent[] },
): Breaks {
  return { lastOfVoice: wordsBefore(words, layers.changes), beforeEvent: wordsBefore(words, layers.events) };
}

function wordsBefore({ pieces, count }: Words, places: readonly { readonly at: number }[]): Set<number> {
  const before = new Set<number>();
  let word = 0;
  for (const { at } of places) {
    while (word < count && (pieces[word] ?? 0) < at) word++;
    if (word > 0) before.add(word - 1);
  }
  return before;
}
