import type { Doc } from '../../schemas/document.js';
import type { Stage } from '../stage.js';
import { readWithWink } from '../language/wink.js';
import { cutAtChanges } from './cut-at-changes.js';

/**
 * The one wink-nlp pass of a document: tokens with offsets and parts of speech, and the sentences that its punctuation makes.
 *
 * A sentence never runs across a change of voice that the source marks.
 */
export function tagTokens(): Stage<'changes', 'tokens' | 'rawSentences'> {
  return {
    name: 'tag-tokens',
    version: '1.1.0',
    needs: ['changes'],
    adds: ['tokens', 'rawSentences'],
    run: (doc: Doc<'changes'>) => {
      const { tokens, sentences } = readWithWink(doc.text);
      return { layers: { tokens, rawSentences: cutAtChanges(sentences, tokens, doc.layers.changes) }, diagnostics: [] };
    },
  };
}
