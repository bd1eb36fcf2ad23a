import type { Piece } from '../piece.js';
import type { Reader, Reading } from '../reader.js';
import { splitEvents } from '../split-line.js';
import type { SourceText } from '../source-text.js';

// "Ada Lovelace: So the engine weaves.", "Bo Ek, PhD: Right", "SPEAKER_00: Hello"; not "here is the thing: it works", "http://…".
const LABELLED = /^\s*(?<label>(?:\p{Lu}[\p{L}\p{M}\d'’._-]*)(?:,? (?:\p{Lu}|\d)[\p{L}\p{M}\d'’._-]*){0,4}):\s+(?<words>\S.*)$/u;
const MOST_LABELS_PER_LINE = 0.5;

/** Plain text with the speaker's name before the words: `Name: text`. A paragraph without a name goes on with the same voice. */
export const labelledLines: Reader = {
  format: 'labelled-lines',
  score: ({ lines }) => {
    const filled = lines.filter((line) => line.text.trim() !== '');
    const labels = filled.flatMap((line) => LABELLED.exec(line.text)?.groups?.label ?? []);
    const distinct = new Set(labels).size;
    // Labels come back: half as many distinct ones as labelled lines is no list of speakers, unless there are just a few lines.
    if (labels.length < 2 || (labels.length > 6 && distinct > labels.length * MOST_LABELS_PER_LINE)) return 0;
    return 0.95 * Math.min(1, (2 * labels.length) / filled.length);
  },
  read: (source, lexicon) => read(source, lexicon),
};

function read({ lines }: SourceText, lexicon: Parameters<Reader['read']>[1]): Reading {
  const pieces: Piece[] = [];
  for (const { number, text } of lines) {
    const fields = LABELLED.exec(text)?.groups;
    if (fields !== undefined) pieces.push({ type: 'change', label: fields.label ?? '' });
    pieces.push(...splitEvents(fields?.words ?? text, { line: number }, lexicon));
  }
  return { pieces, episode: {}, diagnostics: [] };
}
