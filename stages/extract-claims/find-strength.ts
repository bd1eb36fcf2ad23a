import type { Strength } from '../../schemas/claim.js';
import { contains, overlaps, type Span } from '../../schemas/span.js';
import { bitOf, type ClaimWords, type Cue } from './lexicon.js';
import type { Reading } from './read-tokens.js';
import type { Clause } from './split-clauses.js';

const NEGATION = bitOf('negation');

/** The words of a claim that make it weaker, stronger, negated or quantified; of overlapping phrases the longest. */
export function findStrength(clause: Clause, reading: Reading, { cues }: ClaimWords): Strength {
  const negations: Span[] = [];
  for (let at = clause.first; at < clause.end; at++) {
    const token = reading.tokens[at];
    if (token !== undefined && ((reading.roles[at] ?? 0) & NEGATION) !== 0) negations.push({ start: token.start, end: token.end });
  }
  return {
    hedges: spansOf('hedge', clause, { reading, cues: cues.cues }),
    boosters: spansOf('booster', clause, { reading, cues: cues.cues }),
    negations,
    quantifiers: spansOf('quantifier', clause, { reading, cues: cues.cues }),
  };
}

function spansOf(
  group: Cue['group'],
  { first, end }: Clause,
  { reading, cues }: { readonly reading: Reading; readonly cues: readonly Cue[] },
): Span[] {
  const spans: Span[] = [];
  for (let at = first; at < end; at++) {
    for (const hit of reading.cuesFrom[at] ?? []) {
      if (cues[hit.cue]?.group !== group || hit.end > end) continue;
      const span = { start: reading.tokens[hit.first]?.start ?? 0, end: reading.tokens[hit.end - 1]?.end ?? 0 };
      const last = spans.at(-1);
      if (last === undefined || !overlaps(last, span)) spans.push(span);
      else if (contains(span, last)) spans[spans.length - 1] = span;
    }
  }
  return spans;
}
