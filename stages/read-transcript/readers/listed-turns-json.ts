import { findTurns, type FoundTurn } from '../find-turns.js';
import { at, isJsonObject, stringOf } from '../json-shape.js';
import { millisecondsToMs, secondsToMs } from '../json-time.js';
import { readParts } from '../read-parts.js';
import type { Reader, Reading } from '../reader.js';

/** Any JSON that lists what was said with who said it or when: `[{ speaker, text, start }]`, by number, or in sections. */
export const listedTurnsJson: Reader = {
  format: 'listed-turns-json',
  score: ({ json }) => (findTurns(json).length >= 2 ? 0.4 : 0),
  read: (source, lexicon) => {
    const turns = findTurns(source.json);
    const toTime = areMilliseconds(turns) ? millisecondsToMs : secondsToMs;
    return readParts(turns, { source, lexicon, toTime, episode: factsOf(source.json) });
  },
};

/** Nobody speaks fewer words a second than this for a whole recording. */
const FEWEST_WORDS_PER_SECOND = 0.1;

/** A time in digits does not say its unit: read as seconds, milliseconds would make the slowest speech there is. */
function areMilliseconds(turns: readonly FoundTurn[]): boolean {
  if (turns.some(({ inMilliseconds }) => inMilliseconds)) return true;
  const timed = turns.filter(({ start }) => typeof start === 'number' || typeof start === 'string');
  const first = secondsToMs(timed[0]?.start) ?? 0;
  const last = secondsToMs(timed.at(-1)?.start) ?? 0;
  const words = turns.reduce((sum, { text }) => sum + (typeof text === 'string' ? text.split(' ').length : 0), 0);
  return last > first && words / ((last - first) / 1000) < FEWEST_WORDS_PER_SECOND;
}

function factsOf(json: unknown): Reading['episode'] {
  if (!isJsonObject(json)) return {};
  const title = stringOf(at(json, 'title'))?.trim() ?? '';
  return title === '' ? {} : { title };
}
