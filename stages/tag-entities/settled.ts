import type { Candidate } from './candidate.js';
import type { EntityLexicon } from './lexicon.js';

/** A listed name that is meant, and how sure that is. */
export interface Settled {
  readonly candidate: Candidate;
  readonly method: 'listed' | 'listed-capitals' | 'listed-context' | 'listed-elsewhere';
  readonly confidence: number;
}

/** The list whose places are mostly small towns. */
const TOWNS = 'corpora';

/** A technology or a town that shares its name with people must be told from them by what stands around it. */
export function sharesFirstName({ key, sense: { listed } }: Candidate, { gazetteer }: EntityLexicon): boolean {
  return gazetteer.firstNames.has(key) && (listed.type === 'technology' || (listed.type === 'place' && listed.source === TOWNS));
}
