import type { Doc } from '../../schemas/document.js';
import type { Stage } from '../stage.js';
import { toMention, type Naming } from './candidate.js';
import { completeNames } from './complete-names.js';
import type { TagContext } from './context.js';
import { findListed } from './find-listed.js';
import { findUnlisted } from './find-unlisted.js';
import { joinNames } from './join-names.js';
import { knownPeople, partsOf } from './known-people.js';
import type { EntityLexicon } from './lexicon.js';
import { nameListed } from './name-listed.js';
import { nameUnlisted } from './name-unlisted.js';
import { readCase } from './read-case.js';
import { settleListed } from './settle-listed.js';

type Needs = 'changes' | 'tokens' | 'sentences';

/**
 * Finds the words that name particular things and established concepts, and says what a reader would look them up by.
 *
 * "Ruth Marigold wrote a compiler on LLVM. Ruth likes GPUs." gives Ruth Marigold (a person, twice), LLVM and GPU.
 */
export function tagEntities(lexicon: EntityLexicon): Stage<Needs, 'mentions'> {
  return {
    name: 'tag-entities',
    version: '1.0.0',
    needs: ['changes', 'tokens', 'sentences'],
    adds: ['mentions'],
    run: (doc: Doc<Needs>) => {
      const { tokens } = doc.layers;
      const speakers = knownPeople(doc);
      const context: TagContext = { doc, tokens, reading: readCase(doc), lexicon, people: partsOf(speakers) };
      const listed = nameListed(settleListed(findListed(context), context), context);
      const unlisted = nameUnlisted(findUnlisted(context, tokensOf(listed)), context);
      const names = completeNames(joinNames(listed, unlisted, context), speakers, tokens);
      return { layers: { mentions: names.map((naming) => toMention(naming, tokens)) }, diagnostics: [] };
    },
  };
}

function tokensOf(names: readonly Naming[]): Set<number> {
  const taken = new Set<number>();
  for (const { from, to } of names) for (let at = from; at < to; at++) taken.add(at);
  return taken;
}
