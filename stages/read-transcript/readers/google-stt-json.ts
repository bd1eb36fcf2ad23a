import { at, firstOf, listOf, objectsOf, stringOf, type JsonObject } from '../json-shape.js';
import { readParts, type RawPart, type RawWord } from '../read-parts.js';
import type { Reader } from '../reader.js';

/** Google Speech-to-Text: results in order. Where voices were told apart, the last result repeats every word with its speaker. */
export const googleSttJson: Reader = {
  format: 'google-stt-json',
  score: ({ json }) => {
    const best = resultsOf(json).map((result) => at(result, 'alternatives', 0));
    return best.some((alternative) => typeof at(alternative, 'transcript') === 'string' && isOurs(alternative)) ? 0.85 : 0;
  },
  read: (source, lexicon) => readParts(partsOf(resultsOf(source.json)), { source, lexicon }),
};

// IBM's alternatives look the same, but for these.
function isOurs(alternative: unknown): boolean {
  return at(alternative, 'timestamps') === undefined && at(alternative, 'word_confidence') === undefined;
}

function resultsOf(json: unknown): readonly JsonObject[] {
  const results = listOf(at(json, 'results') ?? at(json, 'response', 'results') ?? (Array.isArray(json) ? json : undefined));
  return objectsOf(results).filter((result) => at(result, 'isFinal') !== false);
}

/** Share of the words heard so far that a last result must hold to be the list of all words. */
const ALL_WORDS_SHARE = 0.9;

function partsOf(results: readonly JsonObject[]): RawPart[] {
  const last = results.at(-1);
  const tagged = wordsOf(last).filter(({ label }) => label !== undefined);
  const heard = results.slice(0, -1).reduce((sum, result) => sum + countWords(textOf(result)), 0);
  if (results.length > 1 && tagged.length > 0 && tagged.length >= ALL_WORDS_SHARE * heard)
    return [{ text: undefined, words: wordsOf(last) }];
  const channels = new Set(results.map((result) => stringOf(at(result, 'channelTag'))));
  return results.map((result) => ({
    text: textOf(result),
    words: wordsOf(result),
    ...(channels.size > 1 ? { label: `Channel ${stringOf(at(result, 'channelTag')) ?? '0'}` } : {}),
  }));
}

function textOf(result: JsonObject): string {
  return stringOf(at(result, 'alternatives', 0, 'transcript')) ?? '';
}

function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

function wordsOf(result: unknown): RawWord[] {
  return objectsOf(at(result, 'alternatives', 0, 'words')).map((word) => {
    const voice = firstOf(word, ['speakerLabel', 'speakerTag', 'speaker_tag']);
    return {
      text: at(word, 'word'),
      start: firstOf(word, ['startTime', 'startOffset', 'start_time']),
      end: firstOf(word, ['endTime', 'endOffset', 'end_time']),
      // Tag 0 is nobody: the real ones count from 1.
      ...(voice === undefined || voice === 0 || voice === '' ? {} : { label: voice }),
    };
  });
}
