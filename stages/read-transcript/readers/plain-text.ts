import { readFrontMatter } from '../front-matter.js';
import { isMarkdown, isPageStructure, plainWords } from '../markdown.js';
import { findPageLines, pageLineWarnings } from '../page-lines.js';
import type { Piece } from '../piece.js';
import type { Reader } from '../reader.js';
import { splitEvents } from '../split-line.js';

// What opens a file of data or mark-up: '{"a"', '[{', '[[', '["a"', '<html'; not "[Music] so", "<3".
const DATA = /^\s*(?:\{\s*["}]|\[\s*[[{"\]]|<[!?a-z])/iu;

/**
 * Words and nothing else: wrapped lines or one long line, with or without punctuation, also under a block of facts or on
 * numbered pages. Reads whatever no other reader claims, but no data or mark-up.
 */
export const plainText: Reader = {
  format: 'plain-text',
  score: ({ content, json }) => (json !== undefined || DATA.test(content) ? 0 : 0.1),
  read: ({ lines }, lexicon) => {
    const { facts, rest } = readFrontMatter(lines);
    const dropped = findPageLines(rest);
    const markdown = isMarkdown(rest);
    const pieces: Piece[] = [];
    for (const { number, text } of rest) {
      if (dropped.has(number) || (markdown && isPageStructure(text))) continue;
      for (const piece of splitEvents(markdown ? plainWords(text) : text, { line: number }, lexicon)) pieces.push(piece);
    }
    return { pieces, episode: facts, diagnostics: pageLineWarnings(dropped) };
  },
};
