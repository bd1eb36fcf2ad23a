import { at, listOf, objectsOf, stringOf, type JsonObject } from '../json-shape.js';
import { secondsToMs } from '../json-time.js';
import { readParts, type RawPart } from '../read-parts.js';
import type { Reader } from '../reader.js';

/** IBM Watson Speech to Text: words as [word, from, to], speakers listed apart by the times of words. */
export const ibmSttJson: Reader = {
  format: 'ibm-stt-json',
  score: ({ json }) => {
    const best = answersOf(json).flatMap(({ results }) => results.slice(0, 5).map((result) => at(result, 'alternatives', 0)));
    return best.some((alternative) => at(alternative, 'timestamps') !== undefined || at(alternative, 'word_confidence') !== undefined)
      ? 0.95
      : 0;
  },
  read: (source, lexicon) => readParts(answersOf(source.json).flatMap(partsOf), { source, lexicon }),
};

interface Answer {
  readonly results: readonly JsonObject[];
  readonly labels: readonly JsonObject[];
}

/** The answers in the file: the whole of it, or a list of them where the recording was sent in pieces. */
function answersOf(json: unknown): Answer[] {
  const outer = objectsOf(at(json, 'results'));
  const answers = outer.some((part) => Array.isArray(at(part, 'results'))) ? outer : [json];
  return answers.map((answer) => ({ results: objectsOf(at(answer, 'results')), labels: objectsOf(at(answer, 'speaker_labels')) }));
}

// What the recogniser writes for "uh": "%HESITATION".
const HESITATION = /%HESITATION\b/gu;

function partsOf({ results, labels }: Answer): RawPart[] {
  const voices = new Map(labels.map((label) => [secondsToMs(at(label, 'from')), at(label, 'speaker')]));
  return results
    .filter((result) => at(result, 'final') !== false)
    .map((result) => {
      const best = at(result, 'alternatives', 0);
      return {
        text: stringOf(at(best, 'transcript'))?.replace(HESITATION, '[HESITATION]'),
        words: listOf(at(best, 'timestamps')).map((word) => ({
          text: at(word, 0),
          start: at(word, 1),
          end: at(word, 2),
          label: voices.get(secondsToMs(at(word, 1))),
        })),
      };
    });
}
