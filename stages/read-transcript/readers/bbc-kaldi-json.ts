import { at, firstOf, listOf, objectsOf, stringOf } from '../json-shape.js';
import { secondsToMs } from '../json-time.js';
import { labelByTime } from '../label-by-time.js';
import { readParts } from '../read-parts.js';
import type { Reader } from '../reader.js';

/** The BBC's Kaldi: words with a punctuated form, and beside them the stretches of each speaker. */
export const bbcKaldiJson: Reader = {
  format: 'bbc-kaldi-json',
  score: ({ json }) => (objectsOf(at(answerOf(json), 'words')).some((word) => at(word, 'punct') !== undefined) ? 0.95 : 0),
  read: (source, lexicon) => {
    const answer = answerOf(source.json);
    const spans = objectsOf(at(answer, 'segmentation', 'segments')).map((segment) => {
      const startMs = secondsToMs(at(segment, 'start')) ?? 0;
      const label = stringOf(at(segment, 'speaker', '@id')) ?? '';
      return { startMs, endMs: startMs + (secondsToMs(at(segment, 'duration')) ?? 0), label };
    });
    const labelAt = labelByTime(spans);
    const parts = listOf(at(answer, 'words')).map((word) => {
      const start = at(word, 'start');
      return { text: firstOf(word, ['punct', 'word']), start, end: at(word, 'end'), label: labelAt(secondsToMs(start)) };
    });
    return readParts(parts, { source, lexicon });
  },
};

function answerOf(json: unknown): unknown {
  return at(json, 'retval') ?? json;
}
