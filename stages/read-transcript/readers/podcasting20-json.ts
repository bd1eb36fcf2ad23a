import { at, listOf, objectsOf } from '../json-shape.js';
import { readParts } from '../read-parts.js';
import type { Reader } from '../reader.js';

/** The Podcasting 2.0 namespace's JSON: segments of `body`, often a word each; one without a speaker goes on with the voice before. */
export const podcasting20Json: Reader = {
  format: 'podcasting20-json',
  score: ({ json }) => (objectsOf(at(json, 'segments')).some((segment) => typeof at(segment, 'body') === 'string') ? 0.95 : 0),
  read: (source, lexicon) =>
    readParts(
      listOf(at(source.json, 'segments')).map((segment) => ({
        text: at(segment, 'body'),
        start: at(segment, 'startTime'),
        end: at(segment, 'endTime'),
        label: at(segment, 'speaker'),
      })),
      { source, lexicon },
    ),
};
