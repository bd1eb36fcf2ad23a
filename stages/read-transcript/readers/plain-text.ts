import type { Reader } from '../reader.js';
import { splitEvents } from '../split-line.js';

// What opens a file of data or mark-up: '{"a"', '[{', '[[', '["a"', '<html'; not "[Music] so", "<3".
const DATA = /^\s*(?:\{\s*["}]|\[\s*[[{"\]]|<[!?a-z])/iu;

/** Words and nothing else: wrapped lines or one long line, with or without punctuation. Reads whatever no other reader claims, but no data or mark-up. */
export const plainText: Reader = {
  format: 'plain-text',
  score: ({ content, json }) => (json !== undefined || DATA.test(content) ? 0 : 0.1),
  read: ({ lines }, lexicon) => ({
    pieces: lines.flatMap(({ number, text }) => splitEvents(text, { line: number }, lexicon)),
    episode: {},
    diagnostics: [],
  }),
};
