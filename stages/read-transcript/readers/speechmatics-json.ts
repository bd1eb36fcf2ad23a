import { at, listOf, objectsOf, stringOf, type JsonObject } from '../json-shape.js';
import { secondsToMs } from '../json-time.js';
import { labelByTime } from '../label-by-time.js';
import { readParts, type RawPart } from '../read-parts.js';
import type { Reader } from '../reader.js';

/** Speechmatics (version 2): a list of words and punctuation, each with its speaker; `attaches_to` says which way a mark leans. */
export const speechmaticsJson: Reader = {
  format: 'speechmatics-json',
  score: ({ json }) => {
    const results = objectsOf(at(json, 'results')).slice(0, 5);
    return results.some((item) => at(item, 'type') !== undefined && at(item, 'alternatives', 0, 'content') !== undefined) ? 0.95 : 0;
  },
  read: (source, lexicon) => {
    let glueNext = false;
    let turns = false;
    const parts: RawPart[] = [];
    for (const item of listOf(at(source.json, 'results'))) {
      if (at(item, 'type') === 'speaker_change') {
        turns = true;
        continue;
      }
      const side = at(item, 'type') === 'punctuation' ? (at(item, 'attaches_to') ?? 'previous') : 'none';
      const best = at(item, 'alternatives', 0);
      const times = { start: at(item, 'start_time'), end: at(item, 'end_time') };
      const glued = glueNext || side === 'previous' || side === 'both';
      parts.push({ text: at(best, 'content'), ...times, label: at(best, 'speaker') ?? at(item, 'channel'), glued, turns });
      glueNext = side === 'next' || side === 'both';
      turns = false;
    }
    return readParts(parts, { source, lexicon });
  },
};

// What the first version writes as a word of its own: ".", "?"; not "'s".
const MARK = /^[.,?!;:]+$/u;

/** Speechmatics (version 1): words with `name`, `time` and `duration` as strings, the speakers' times listed apart. */
export const speechmaticsV1Json: Reader = {
  format: 'speechmatics-v1-json',
  score: ({ json }) => (objectsOf(at(json, 'words')).some((word) => isTimed(word) && at(word, 'name') !== undefined) ? 0.9 : 0),
  read: (source, lexicon) => {
    const spans = objectsOf(at(source.json, 'speakers')).map((span) => ({ ...spanOf(span), label: stringOf(at(span, 'name')) ?? '' }));
    const labelAt = labelByTime(spans);
    const parts = listOf(at(source.json, 'words')).map((word): RawPart => {
      const { startMs, endMs } = spanOf(word);
      const text = at(word, 'name');
      if (typeof text === 'string' && MARK.test(text)) return { text, glued: true };
      return { text, start: startMs / 1000, end: endMs / 1000, label: labelAt(startMs) };
    });
    return readParts(parts, { source, lexicon });
  },
};

function isTimed(word: JsonObject): boolean {
  return at(word, 'time') !== undefined && at(word, 'duration') !== undefined;
}

function spanOf(part: unknown): { readonly startMs: number; readonly endMs: number } {
  const startMs = secondsToMs(at(part, 'time')) ?? Number.NaN;
  return { startMs, endMs: startMs + (secondsToMs(at(part, 'duration')) ?? Number.NaN) };
}
