import { loadLexicons } from '../../../pipeline/load-lexicons.js';
import type { Doc, ReadLayers } from '../../../schemas/document.js';
import { readTranscript, type ReadResult } from '../../../stages/read-transcript/read-transcript.js';

const { reader } = loadLexicons();

/** Reads a transcript given as text, as the program would. */
export function readingOf(content: string): ReadResult {
  return readTranscript({ id: '0123456789abcdef', content }, reader);
}

/** The document that a readable transcript becomes. */
export function docOf(content: string): Doc<ReadLayers> {
  const result = readingOf(content);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.doc;
}

/** The canonical text with a `|` before each change of voice, and events in their brackets. */
export function markedText({ text, layers }: Doc<ReadLayers>): string {
  const inserts = [
    ...layers.changes.map(({ at, label }) => ({ at, mark: label === undefined ? '|' : `${label}|` })),
    ...layers.events.map((event) => ({ at: event.at, mark: `{${event.text}}` })),
  ].sort((a, b) => b.at - a.at);
  return inserts.reduce((marked, { at, mark }) => `${marked.slice(0, at)}${mark}${marked.slice(at)}`, text);
}
