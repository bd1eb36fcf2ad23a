import type { Reader } from '../reader.js';
import { splitEvents } from '../split-line.js';

/** Words and nothing else: wrapped lines or one long line, with or without punctuation. Reads whatever no other reader claims. */
export const plainText: Reader = {
  format: 'plain-text',
  score: () => 0.1,
  read: ({ lines }, lexicon) => ({
    pieces: lines.flatMap(({ number, text }) => splitEvents(text, { line: number }, lexicon)),
    episode: {},
    diagnostics: [],
  }),
};
