import { at, listOf, objectsOf, stringOf, type JsonObject } from '../json-shape.js';
import { millisecondsToMs, secondsToMs } from '../json-time.js';
import { labelByTime, type VoiceSpan } from '../label-by-time.js';
import { readParts, type RawPart } from '../read-parts.js';
import type { Reader } from '../reader.js';

/** Amazon Transcribe: items with times as strings, punctuation without times, speakers listed apart, by item or by channel. */
export const awsTranscribeJson: Reader = {
  format: 'aws-transcribe-json',
  score: ({ json }) => {
    const items = [...objectsOf(at(json, 'results', 'items')).slice(0, 5), ...objectsOf(at(json, 'results', 'channel_labels', 'channels'))];
    return items.some((item) => at(item, 'alternatives', 0, 'content') !== undefined || at(item, 'items') !== undefined) ? 0.95 : 0;
  },
  read: (source, lexicon) => readParts(itemsOf(at(source.json, 'results')), { source, lexicon }),
};

/** Amazon's call analytics: a list of turns with the participant's role, times in milliseconds. */
export const awsCallJson: Reader = {
  format: 'aws-call-json',
  score: ({ json }) => (objectsOf(at(json, 'Transcript')).some((turn) => typeof at(turn, 'Content') === 'string') ? 0.95 : 0),
  read: (source, lexicon) => {
    const parts = listOf(at(source.json, 'Transcript')).map((turn) => ({
      ...callTimes(turn),
      text: at(turn, 'Content'),
      label: at(turn, 'ParticipantRole') ?? at(turn, 'ParticipantId'),
      words: objectsOf(at(turn, 'Items')).map((item) => ({ ...callTimes(item), text: at(item, 'Content') })),
    }));
    return readParts(parts, { source, lexicon, toTime: millisecondsToMs });
  },
};

function callTimes(part: unknown): Pick<RawPart, 'start' | 'end'> {
  return { start: at(part, 'BeginOffsetMillis'), end: at(part, 'EndOffsetMillis') };
}

function itemsOf(results: unknown): RawPart[] {
  const channels = objectsOf(at(results, 'channel_labels', 'channels'));
  const items = objectsOf(at(results, 'items'));
  const isByChannel = channels.length > 1 && !items.some((item) => at(item, 'channel_label') !== undefined);
  if (isByChannel) return byChannel(channels);
  const labelAt = labelByTime(spansOf(results));
  return items.map((item) => toPart(item, labelOfItem(item) ?? labelAt(secondsToMs(at(item, 'start_time')))));
}

function labelOfItem(item: JsonObject): string | undefined {
  return stringOf(at(item, 'channel_label') ?? at(item, 'speaker_label'));
}

function toPart(item: JsonObject, label: string | undefined): RawPart {
  const isMark = at(item, 'type') === 'punctuation';
  const text = at(item, 'alternatives', 0, 'content');
  return { text, start: at(item, 'start_time'), end: at(item, 'end_time'), ...(isMark ? { glued: true } : { label }) };
}

/** The channels' items in order of time; a mark stays with the word before it. */
function byChannel(channels: readonly JsonObject[]): RawPart[] {
  const timed = channels.flatMap((channel) => {
    let ms = 0;
    return objectsOf(at(channel, 'items')).map((item) => {
      ms = secondsToMs(at(item, 'start_time')) ?? ms;
      return { ms, part: toPart(item, stringOf(at(channel, 'channel_label'))) };
    });
  });
  return timed.sort((a, b) => a.ms - b.ms).map(({ part }) => part);
}

function spansOf(results: unknown): VoiceSpan[] {
  return objectsOf(at(results, 'speaker_labels', 'segments'))
    .flatMap((segment) => [segment, ...objectsOf(at(segment, 'items'))])
    .flatMap((span) => {
      const startMs = secondsToMs(at(span, 'start_time'));
      const endMs = secondsToMs(at(span, 'end_time'));
      const label = stringOf(at(span, 'speaker_label')) ?? '';
      return startMs === undefined || endMs === undefined || label === '' ? [] : [{ startMs, endMs, label }];
    });
}
