import type { Token } from '../../schemas/document.js';
import type { EntityType } from '../../schemas/mention.js';
import type { Span } from '../../schemas/span.js';
import type { EntityLexicon } from './lexicon.js';

/** The kind of thing that the words beside a name speak for: those behind it first, then those before it. */
export function typeByCues(
  tokens: readonly Token[],
  { start, end }: Span,
  { cuesBefore, cuesAfter }: EntityLexicon,
): EntityType | undefined {
  const near = tokens[start - 1]?.lower ?? '';
  const far = tokens[start - 2]?.lower ?? '';
  return cuesAfter.get(tokens[end]?.lower ?? '') ?? cuesBefore.get(`${far} ${near}`) ?? cuesBefore.get(near);
}
