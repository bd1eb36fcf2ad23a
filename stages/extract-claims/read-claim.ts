import type { ClaimType, Polarity } from '../../schemas/claim.js';
import { CLAIM_TYPES, POLARITIES } from '../../schemas/claim.js';
import type { ReadingFamily } from './claim-model.js';
import { bitOf, type ClaimLexicon, type ClaimWords } from './lexicon.js';
import { AUXILIARY, MARK, NUMBER, PAST, VERB, type Reading } from './read-tokens.js';
import type { Clause } from './split-clauses.js';

/** Takes one feature of a claim: its family and its value. */
export type FeatureSink = (family: ReadingFamily, value: string) => void;

const NEGATION = bitOf('negation');
/** So many tokens after a negation are negated: "not really a good idea". */
const NEGATED = 4;
/** Upper ends of the size classes of claims, in tokens. */
const SIZES = [4, 8, 14, 22, Infinity];
const SIZE_NAMES = SIZES.map((most) => `to-${most}-tokens`);

/** The kind that a claim has, `null` standing for a fact. */
export interface ClaimReading {
  readonly claimType: ClaimType | null;
  readonly polarity: Polarity;
}

/** Tells whether a claim is a fact or which type of opinion it is, and which way it points. */
export function readClaim(clause: Clause, reading: Reading, { cues, model }: ClaimLexicon): ClaimReading {
  const { kinds, polarities, weights } = model.readings;
  const sums = new Float64Array(kinds.length + polarities.length);
  featuresOf({ clause, reading, cues }, (family, value) => {
    const row = weights[family].get(value);
    if (row === undefined) return;
    for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (row[index] ?? 0);
  });
  const kind = kinds[highest(sums.subarray(0, kinds.length))];
  const polarity = polarities[highest(sums.subarray(kinds.length))];
  return {
    claimType: isAdvice(clause, reading) ? 'recommendation' : (CLAIM_TYPES.find((type) => type === kind) ?? null),
    polarity: POLARITIES.find((name) => name === polarity) ?? 'neutral',
  };
}

/**
 * "you should always read it": what ought to be is a recommendation, whatever else is said (the first type that fits). Only the verb of
 * the main clause counts; "it should be cold by now" is expected.
 */
function isAdvice({ first, end }: Clause, { keys, roles }: Reading): boolean {
  for (let at = first; at < end; at++) {
    const key = keys[at] ?? '';
    const role = roles[at] ?? 0;
    if (OBLIGING.has(key)) return at > first && keys[at - 1] !== 'it';
    if ((role & OPENER) !== 0 && key !== 'there' && !isEverybody(key)) return false;
    if (ASKING.has(key) || ((role & VERB) !== 0 && (role & LEAD_IN) === 0)) return false;
  }
  return false;
}

function isEverybody(key: string): boolean {
  return key === 'people' || key.startsWith('every');
}

const OPENER = bitOf('opener');
const LEAD_IN = bitOf('lead-in');
const OBLIGING = new Set(['should', 'shouldnt', 'ought']);
const ASKING = new Set(['what', 'who', 'how', 'where', 'why', 'whether']);

/** Everything that tells what sort of claim it is. */
export function featuresOf(
  { clause, reading, cues }: { readonly clause: Clause; readonly reading: Reading; readonly cues: ClaimWords['cues'] },
  sink: FeatureSink,
): void {
  const { keys, roles, tokens } = reading;
  let negation = -Infinity;
  let verb = '';
  let lean = 0;
  sink('shape', 'any');
  for (let at = clause.first; at < clause.end; at++) {
    const role = roles[at] ?? 0;
    if ((role & MARK) !== 0) continue;
    const key = keys[at] ?? '';
    const tag = tokens[at]?.pos ?? 'X';
    const negated = at - negation <= NEGATED;
    sink('word', key);
    sink('tag', tag);
    if ((role & PAST) !== 0) sink('shape', 'past');
    if ((role & NUMBER) !== 0) sink('shape', 'number');
    if (tag === 'ADJ' && key.endsWith('er')) sink('shape', 'comparative');
    if (tag === 'ADJ' && key.endsWith('est')) sink('shape', 'superlative');
    for (const hit of reading.cuesFrom[at] ?? []) {
      const cue = cues.cues[hit.cue];
      if (cue === undefined || hit.end > clause.end) continue;
      sink(negated ? 'negated' : 'cue', cue.id);
      if (cue.group === 'positive' || cue.group === 'negative') lean += (cue.group === 'positive') === negated ? -1 : 1;
    }
    if ((role & NEGATION) !== 0) {
      if (negation < 0) sink('shape', 'negated');
      negation = at;
    }
    if (verb === '' && (role & VERB) !== 0) verb = (role & AUXILIARY) !== 0 ? key : 'other';
  }
  sink('verb', verb);
  sink('shape', lean === 0 ? 'even' : lean > 0 ? 'leans-positive' : 'leans-negative');
  sink('shape', SIZE_NAMES[SIZES.findIndex((most) => clause.end - clause.first <= most)] ?? '');
}

function highest(sums: Float64Array): number {
  let best = 0;
  for (let index = 1; index < sums.length; index++) if ((sums[index] ?? 0) > (sums[best] ?? 0)) best = index;
  return best;
}
