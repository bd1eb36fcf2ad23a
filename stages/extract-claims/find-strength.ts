import type { Strength } from '../../schemas/claim.js';
import { contains, overlaps, type Span } from '../../schemas/span.js';
import type { PartSource } from './clause-parts.js';
import { bitOf, type ClaimWords, type Cue } from './lexicon.js';
import { MARK, type Reading } from './read-tokens.js';
import type { Clause } from './split-clauses.js';

const NEGATION = bitOf('negation');
const FILLER = bitOf('filler');

/**
 * The words of a claim that make it weaker, stronger, negated or quantified, and those right before it that make it weaker ("I guess");
 * of overlapping phrases the longest.
 */
export function findStrength(
  { first, end }: Clause,
  { run, reading }: Pick<PartSource, 'run' | 'reading'>,
  { cues }: ClaimWords,
): Strength {
  const hedges = leadingHedges(first, { run, reading }, cues);
  const strength: Record<keyof Strength, Span[]> = { hedges, boosters: [], negations: [], quantifiers: [] };
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

/** "I guess | it works", "maybe, um, | it works": the hedges that lead a claim in, no farther back than its run begins. */
function leadingHedges(first: number, { run, reading }: Pick<PartSource, 'run' | 'reading'>, cues: ClaimWords['cues']): Span[] {
  const hedges: Span[] = [];
  for (let at = first; at > run.first;) {
    const hits = (reading.cuesTo[at] ?? []).filter(({ cue }) => cues.cues[cue]?.group === 'hedge');
    const from = hits.reduce((least, hit) => Math.min(least, hit.first), at);
    if (from < at && from >= run.first) hedges.unshift(spanOf(from, at, reading));
    else if (reading.keys[at - 1] !== 'that' && ((reading.roles[at - 1] ?? 0) & (MARK | FILLER)) === 0) break;
    at = Math.min(from, at - 1);
  }
  return hedges;
}

function addLongest(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last === undefined || !overlaps(last, span)) spans.push(span);
  else if (contains(span, last)) spans[spans.length - 1] = span;
}

function spanOf(first: number, end: number, { tokens }: Reading): Span {
  return { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}
