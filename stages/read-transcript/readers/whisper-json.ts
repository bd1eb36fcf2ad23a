import { at, firstOf, isJsonObject, labelOf, listOf, objectsOf, stringOf, type JsonObject } from '../json-shape.js';
import { readParts, type RawPart, type RawWord } from '../read-parts.js';
import type { Reader } from '../reader.js';
import type { SourceText } from '../source-text.js';

const VOICE = ['speaker', 'speakerLabel', 'speaker_label'];

/**
 * JSON of openai-whisper and what is built on it: whisperX (a speaker for each word), faster-whisper, OpenAI's `verbose_json` and
 * `diarized_json`, podwhisperer (a map of speakers). A voice that changes inside a segment counts.
 */
export const whisperJson: Reader = {
  format: 'whisper-json',
  score: ({ json }) => {
    const segments = objectsOf(at(json, 'segments'));
    const timed = segments.filter((segment) => at(segment, 'start') !== undefined && typeof at(segment, 'text') === 'string');
    if (segments.length > 0) return timed.length * 2 > segments.length ? 0.9 : 0;
    return isWholeText(json) ? 0.5 : 0;
  },
  read: (source, lexicon) => readParts(partsOf(source), { source, lexicon }),
};

// What OpenAI's plain `json` answer may hold beside its text.
const ANSWER_FIELDS = new Set(['text', 'words', 'segments', 'language', 'duration', 'task', 'usage', 'logprobs', 'x_groq']);

function isWholeText(json: unknown): boolean {
  return isJsonObject(json) && typeof at(json, 'text') === 'string' && Object.keys(json).every((key) => ANSWER_FIELDS.has(key));
}

function partsOf({ json }: SourceText): RawPart[] {
  const segments = listOf(at(json, 'segments'));
  const words = objectsOf(at(json, 'words'));
  const text = at(json, 'text');
  const segmentsHaveWords = segments.some((segment) => listOf(at(segment, 'words')).length > 0);
  const segmentsHaveVoices = segments.some((segment) => firstOf(segment, VOICE) !== undefined);
  // OpenAI gives the words with times apart from the segments, and without their punctuation.
  const isWhole = segments.length === 0 || (words.length > 0 && typeof text === 'string' && !segmentsHaveWords && !segmentsHaveVoices);
  if (isWhole) return [{ text, words: words.map((word) => toWord(word, undefined)) }];
  const names = at(json, 'speakers');
  return segments.map((segment) => ({
    text: at(segment, 'text'),
    start: at(segment, 'start'),
    end: at(segment, 'end'),
    label: voiceOf(segment, names),
    words: objectsOf(at(segment, 'words')).map((word) => toWord(word, names)),
  }));
}

function toWord(word: JsonObject, names: unknown): RawWord {
  return { text: firstOf(word, ['word', 'text']), start: at(word, 'start'), end: at(word, 'end'), label: voiceOf(word, names) };
}

/** The label, or the name that the source's own map gives it. */
function voiceOf(part: unknown, names: unknown): string | undefined {
  const label = stringOf(firstOf(part, VOICE));
  return label === undefined ? undefined : labelOf(stringOf(at(names, label)) ?? label);
}
