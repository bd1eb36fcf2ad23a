import type { Doc, Sentence } from '../../schemas/document.js';
import type { Stage } from '../stage.js';
import { readWithWink } from '../language/wink.js';
import { cutAtChanges } from './cut-at-changes.js';
import { cutWalls } from './cut-walls.js';
import type { ClauseOpeners } from './lexicon.js';

/**
 * The one wink-nlp pass of a document: tokens with offsets and parts of speech, and sentences.
 *
 * A sentence never runs across a change of voice that the source marks, and a stretch without punctuation is cut into
 * sentence-like parts (`by: 'guess'`).
 */
export function tagTokens(openers: ClauseOpeners): Stage<'changes', 'tokens' | 'sentences'> {
  return {
    name: 'tag-tokens',
    version: '1.0.0',
    needs: ['changes'],
    adds: ['tokens', 'sentences'],
    run: (doc: Doc<'changes'>) => {
      const { tokens, sentences: ranges } = readWithWink(doc.text);
      const sentences: Sentence[] = cutWalls(cutAtChanges(ranges, tokens, doc.layers.changes), tokens, openers).map((part) => ({
        start: tokens[part.range.start]?.start ?? 0,
        end: tokens[part.range.end - 1]?.end ?? 0,
        firstToken: part.range.start,
        endToken: part.range.end,
        by: part.by,
      }));
      return { layers: { tokens, sentences }, diagnostics: [] };
    },
  };
}
