import { at, isJsonObject, listOf, stringOf, type JsonObject } from './json-shape.js';
import type { RawPart } from './read-parts.js';

/** A turn found in JSON of no known format. */
export interface FoundTurn extends RawPart {
  /** True where the name of its time says milliseconds. */
  readonly inMilliseconds: boolean;
}

// Names under which such files keep each thing, in lower case without underscores; the first that is there counts.
const TEXT = [
  'text',
  'body',
  'content',
  'transcript',
  'sentence',
  'utterance',
  'line',
  'caption',
  'speech',
  'dialogue',
  'utterances',
  'textblocks',
  'lines',
  'sentences',
  'paragraphs',
];
const VOICE = ['speaker', 'speakername', 'speakerlabel', 'speakerid', 'names', 'name', 'who', 'voice', 'participant'];
const START = ['start', 'starttime', 'timestamp', 'time', 'begin', 'from', 'offset', 'ts', 'startms', 'starttimems', 'starttimestamp'];
const END = ['end', 'endtime', 'stop', 'to', 'endms', 'endtimems', 'endts', 'endtimestamp'];
// "start_ms", "startTimeMs"; not "items".
const MILLISECONDS = /(?:^|[a-z])ms$/u;
const DEEPEST = 8;

/** Finds the list of turns with the most words in it: objects with words, and a voice or a time, at one kind of place. */
export function findTurns(json: unknown): FoundTurn[] {
  const found = new Map<string, { readonly turns: FoundTurn[]; length: number }>();
  // A stack of places still to see, the next one last, so that the order is that of the file.
  const places: { readonly value: unknown; readonly path: string; readonly depth: number }[] = [{ value: json, path: '', depth: 0 }];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const { value, path, depth } = place;
    const turn = isJsonObject(value) && depth > 0 ? turnOf(value) : undefined;
    if (turn !== undefined) {
      const list = found.get(path) ?? { turns: [], length: 0 };
      list.turns.push(turn);
      list.length += String(turn.text).length;
      found.set(path, list);
    } else if (depth >= DEEPEST || typeof value !== 'object' || value === null) continue;
    else if (Array.isArray(value)) {
      // Item by item: the entries of a list of ten million numbers would not fit into memory.
      const items: readonly unknown[] = value;
      for (let index = items.length - 1; index >= 0; index--)
        if (typeof items[index] === 'object') places.push({ value: items[index], path: `${path}/#`, depth: depth + 1 });
    } else
      for (const [key, inner] of Object.entries(value).reverse())
        if (typeof inner === 'object') places.push({ value: inner, path: `${path}/${/^\d+$/u.test(key) ? '#' : key}`, depth: depth + 1 });
  }
  const [best] = [...found.values()].sort((a, b) => b.length - a.length);
  return best?.turns ?? [];
}

function turnOf(value: JsonObject): FoundTurn | undefined {
  const fields = new Map(Object.keys(value).map((key) => [key.toLowerCase().replaceAll('_', ''), key]));
  const field = (names: readonly string[]): string | undefined => names.map((name) => fields.get(name)).find((key) => key !== undefined);
  const textKey = field(TEXT);
  const startKey = field(START);
  const voiceKey = field(VOICE);
  const text = textKey === undefined ? undefined : textIn(value[textKey]);
  if (text === undefined || (startKey === undefined && voiceKey === undefined)) return undefined;
  const voices = voicesIn(voiceKey === undefined ? undefined : value[voiceKey]);
  return {
    text,
    start: startKey === undefined ? undefined : value[startKey],
    end: value[field(END) ?? ''],
    // Several at once are nobody that could be named.
    ...(voices.length === 1 ? { label: voices[0] } : { turns: voices.length > 1 }),
    inMilliseconds: startKey !== undefined && MILLISECONDS.test(startKey.toLowerCase()),
  };
}

/** A text, or a list of lines or blocks of it. */
function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const lines = listOf(value).flatMap((line) => (typeof line === 'string' ? line : (stringOf(at(line, 'text')) ?? [])));
  return lines.length === 0 ? undefined : lines.join(' ');
}

/** A name, a thing that has a name, or a list of either. */
function voicesIn(value: unknown): string[] {
  return (Array.isArray(value) ? listOf(value) : [value]).flatMap((voice) => {
    const name = isJsonObject(voice) ? stringOf(at(voice, 'name') ?? at(voice, 'label') ?? at(voice, 'id')) : stringOf(voice);
    return name === undefined || name.trim() === '' ? [] : [name];
  });
}
