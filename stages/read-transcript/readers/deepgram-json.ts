import { at, firstOf, listOf, objectsOf, stringOf, type JsonObject } from '../json-shape.js';
import { secondsToMs } from '../json-time.js';
import { readParts, type RawPart, type RawWord } from '../read-parts.js';
import type { Reader } from '../reader.js';
import type { SourceText } from '../source-text.js';

/** Deepgram's answer: utterances where asked for, else the words of each channel. Several channels are voices of their own. */
export const deepgramJson: Reader = {
  format: 'deepgram-json',
  score: ({ json }) => (listOf(at(json, 'results', 'channels', 0, 'alternatives')).length > 0 ? 0.95 : 0),
  read: (source, lexicon) => readParts(partsOf(source), { source, lexicon }),
};

function partsOf({ json }: SourceText): RawPart[] {
  const channels = listOf(at(json, 'results', 'channels'));
  const utterances = listOf(at(json, 'results', 'utterances'));
  const several = channels.length > 1;
  if (utterances.length > 0)
    return utterances.map((utterance) => ({
      text: at(utterance, 'transcript'),
      start: at(utterance, 'start'),
      end: at(utterance, 'end'),
      label: several ? channelOf(at(utterance, 'channel'), at(utterance, 'speaker')) : at(utterance, 'speaker'),
      words: objectsOf(at(utterance, 'words'))
        .map(toWord)
        .map(several ? withoutLabel : same),
    }));
  const alternatives = channels.map((channel) => at(channel, 'alternatives', 0));
  if (!several) return alternatives.map((best) => ({ text: at(best, 'transcript'), words: objectsOf(at(best, 'words')).map(toWord) }));
  const words = alternatives.flatMap((best, channel) =>
    objectsOf(at(best, 'words')).map((word) => ({ ...toWord(word), label: channelOf(channel, at(word, 'speaker')) })),
  );
  return words.sort((a, b) => (secondsToMs(a.start) ?? 0) - (secondsToMs(b.start) ?? 0));
}

function channelOf(channel: unknown, speaker: unknown): string {
  const inside = stringOf(speaker);
  const number = stringOf(Array.isArray(channel) ? channel[0] : channel) ?? '0';
  return inside === undefined ? `Channel ${number}` : `Channel ${number} speaker ${inside}`;
}

function toWord(word: JsonObject): RawWord {
  return { text: firstOf(word, ['punctuated_word', 'word']), start: at(word, 'start'), end: at(word, 'end'), label: at(word, 'speaker') };
}

function withoutLabel({ text, start, end }: RawWord): RawWord {
  return { text, start, end };
}

function same(word: RawWord): RawWord {
  return word;
}
