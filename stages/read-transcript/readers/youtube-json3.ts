import { at, listOf, objectsOf, type JsonObject } from '../json-shape.js';
import { lineFinder } from '../find-lines.js';
import type { ReaderLexicon } from '../lexicon.js';
import { readMarkedSegments } from '../read-segments.js';
import type { Reader, Reading } from '../reader.js';
import type { SourceText } from '../source-text.js';
import { wholeMs } from '../timecode.js';
import { segmentsOfCaptions, type Caption, type TimedWords } from '../timed-words.js';

/** YouTube's json3: events of words, each word with its offset; `aAppend` goes on the event before. */
export const youtubeJson3: Reader = {
  format: 'youtube-json3',
  score: ({ json }) => (listOf(at(json, 'events')).some((event) => at(event, 'segs', 0, 'utf8') !== undefined) ? 1 : 0),
  read: (source, lexicon) => read(source, lexicon),
};

function read(source: SourceText, lexicon: ReaderLexicon): Reading {
  const lineOf = lineFinder(source);
  const captions = objectsOf(at(source.json, 'events')).map((event): Caption => {
    const words = wordsOf(event);
    const line = lineOf(words.find(({ text }) => text.trim() !== '')?.text ?? '');
    const startMs = numberOf(event.tStartMs);
    const length = numberOf(event.dDurationMs);
    const times = startMs === undefined ? {} : { startMs, ...(length === undefined ? {} : { endMs: startMs + length }) };
    return { words, times: { line, ...times }, isAppended: event.aAppend === 1 };
  });
  return readMarkedSegments(segmentsOfCaptions(captions), lexicon);
}

/** The words of an event; where one has an offset, those without begin with the event. */
function wordsOf(event: JsonObject): TimedWords[] {
  const segs = objectsOf(event.segs);
  const start = numberOf(event.tStartMs);
  const isTimed = start !== undefined && segs.some(({ tOffsetMs }) => numberOf(tOffsetMs) !== undefined);
  return segs.flatMap(({ utf8, tOffsetMs }) => {
    if (typeof utf8 !== 'string') return [];
    return [isTimed ? { text: utf8, startMs: start + (numberOf(tOffsetMs) ?? 0) } : { text: utf8 }];
  });
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? wholeMs(value) : undefined;
}
