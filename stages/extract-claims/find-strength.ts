import type { Strength } from '../../schemas/claim.js';
import { contains, overlaps, type Span } from '../../schemas/span.js';
import { bitOf, type ClaimWords, type Cue } from './lexicon.js';
import type { Reading } from './read-tokens.js';
import type { Clause } from './split-clauses.js';

const NEGATION = bitOf('negation');

/** The words of a claim that make it weaker, stronger, negated or quantified; of overlapping phrases the longest. */
export function findStrength({ first, end }: Clause, reading: Reading, { cues }: ClaimWords): Strength {
  const strength: Record<keyof Strength, Span[]> = { hedges: [], boosters: [], negations: [], quantifiers: [] };
  for (let at = first; at < end; at++) {
    if (((reading.roles[at] ?? 0) & NEGATION) !== 0) strength.negations.push(spanOf(at, at + 1, reading));
    for (const hit of reading.cuesFrom[at] ?? []) {
      const part = PARTS[cues.cues[hit.cue]?.group ?? 'sense'];
      if (part !== undefined && hit.end <= end) addLongest(strength[part], spanOf(hit.first, hit.end, reading));
    }
  }
  return strength;
}

const PARTS: Readonly<Partial<Record<Cue['group'], keyof Strength>>> = { hedge: 'hedges', booster: 'boosters', quantifier: 'quantifiers' };

function addLongest(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last === undefined || !overlaps(last, span)) spans.push(span);
  else if (contains(span, last)) spans[spans.length - 1] = span;
}

function spanOf(first: number, end: number, { tokens }: Reading): Span {
  return { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}
