import { at, listOf, objectsOf, type JsonObject } from '../json-shape.js';
import { millisecondsToMs } from '../json-time.js';
import { readParts, type RawPart, type RawWord } from '../read-parts.js';
import type { Reader } from '../reader.js';
import type { SourceText } from '../source-text.js';

/** AssemblyAI's answer: utterances with speakers, or the text and its words. Times in milliseconds. */
export const assemblyaiJson: Reader = {
  format: 'assemblyai-json',
  score: ({ json }) => {
    const isAnswer = ['audio_url', 'acoustic_model', 'audio_duration', 'speech_model'].some((field) => at(json, field) !== undefined);
    const utterances = objectsOf(at(json, 'utterances'));
    const hasUtterances = utterances.some((part) => typeof at(part, 'text') === 'string' && listOf(at(part, 'words')).length > 0);
    if (hasUtterances) return isAnswer ? 0.95 : 0.85;
    return isAnswer && typeof at(json, 'text') === 'string' ? 0.9 : 0;
  },
  read: (source, lexicon) => readParts(partsOf(source), { source, lexicon, toTime: millisecondsToMs }),
};

function partsOf({ json }: SourceText): RawPart[] {
  const utterances = listOf(at(json, 'utterances'));
  if (utterances.length === 0) return [{ text: at(json, 'text'), words: objectsOf(at(json, 'words')).map(toWord) }];
  return utterances.map((utterance) => ({
    text: at(utterance, 'text'),
    start: at(utterance, 'start'),
    end: at(utterance, 'end'),
    label: at(utterance, 'speaker'),
    words: objectsOf(at(utterance, 'words')).map(toWord),
  }));
}

function toWord(word: JsonObject): RawWord {
  return { text: at(word, 'text'), start: at(word, 'start'), end: at(word, 'end'), label: at(word, 'speaker') };
}
