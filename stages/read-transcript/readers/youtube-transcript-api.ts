import { lineFinder } from '../find-lines.js';
import { isJsonObject, type JsonObject } from '../json-shape.js';
import type { ReaderLexicon } from '../lexicon.js';
import { readPythonEntries } from '../python-literal.js';
import type { RawSegment } from '../raw-segment.js';
import { readSegments } from '../read-segments.js';
import type { Reader, Reading } from '../reader.js';
import type { SourceText } from '../source-text.js';
import { wholeMs } from '../timecode.js';

// How Python prints such a list, or the objects of newer versions: "[{'text': ", "[[{'duration': ", "FetchedTranscript(snippets=".
const PYTHON = /^\s*(?:[[(]\s*){0,3}(?:\{\s*['"](?:text|start|duration)['"]\s*:|FetchedTranscript)/u;
const VIDEO_ID = /^[\w-]{11}$/u;
const MOST_SCORED = 50;

/** What youtube-transcript-api gives: a list of `{text, start, duration}`, or lists of such lists, as JSON or as Python prints it. */
export const youtubeTranscriptApi: Reader = {
  format: 'youtube-transcript-api',
  score: ({ json, content }) => {
    if (json === undefined) return PYTHON.test(content.slice(0, 500)) ? 0.98 : 0;
    const snippets = snippetsOf(json, MOST_SCORED);
    return snippets.length > 0 && snippets.every(isSnippet) ? 0.98 : 0;
  },
  read: (source, lexicon) => read(source, lexicon),
};

function isSnippet(value: JsonObject): boolean {
  return typeof value.text === 'string' && typeof value.start === 'number' && typeof value.duration === 'number';
}

/** The objects of a list, or of a list of lists. */
function snippetsOf(json: unknown, most = Infinity): JsonObject[] {
  if (!Array.isArray(json)) return [];
  const lists = json.slice(0, most).map((value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [value]));
  return lists.flat().filter(isJsonObject);
}

function read(source: SourceText, lexicon: ReaderLexicon): Reading {
  if (source.json !== undefined) {
    const lineOf = lineFinder(source);
    const segments = snippetsOf(source.json).flatMap(({ text, start, duration }) =>
      typeof text === 'string' ? segmentOf({ text, start, duration }, lineOf(text)) : [],
    );
    return readSegments(segments, lexicon);
  }
  const entries = readPythonEntries(source.content);
  const segments = entries.flatMap(({ line, fields }) => {
    const text = fields.get('text');
    return text === undefined ? [] : segmentOf({ text: String(text), start: fields.get('start'), duration: fields.get('duration') }, line);
  });
  const reading = readSegments(segments, lexicon);
  const video = entries.map(({ fields }) => fields.get('video_id')).find((id) => typeof id === 'string' && VIDEO_ID.test(id));
  return video === undefined ? reading : { ...reading, episode: { url: `https://www.youtube.com/watch?v=${video}` } };
}

interface Snippet {
  readonly text: string;
  readonly start: unknown;
  readonly duration: unknown;
}

function segmentOf({ text, start, duration }: Snippet, line: number): RawSegment {
  const lines = text.split('\n').map((words) => ({ number: line, text: words }));
  const startMs = typeof start === 'number' ? wholeMs(start * 1000) : undefined;
  if (typeof start !== 'number' || startMs === undefined) return { line, unreadableTimes: true, lines };
  const endMs = typeof duration === 'number' && duration >= 0 ? wholeMs((start + duration) * 1000) : undefined;
  return { line, startMs, ...(endMs === undefined ? {} : { endMs }), lines };
}
