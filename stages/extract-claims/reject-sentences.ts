import type { Claim, RejectedSentence } from '../../schemas/claim.js';
import type { Sentence } from '../../schemas/document.js';
import { overlaps } from '../../schemas/span.js';
import type { LikelyClauses } from './choose-clauses.js';
import { familyOf, keyOfPart } from './claim-model.js';
import type { ClaimLexicon } from './lexicon.js';
import type { Reading } from './read-tokens.js';

const FEWEST_TOKENS = 3;
const CUE = familyOf('word.cue');

/** One row for each sentence without a claim: what spoke most against it, and the best chance that a part of it had. */
export function rejectSentences(
  sentences: readonly Sentence[],
  { claims, chances }: { readonly claims: readonly Claim[]; readonly chances: Float64Array },
  known: { readonly reading: Reading; readonly lexicon: ClaimLexicon },
): RejectedSentence[] {
  const rejected: RejectedSentence[] = [];
  let next = 0;
  for (const sentence of sentences) {
    while (next < claims.length && (claims[next]?.end ?? 0) <= sentence.start) next++;
    const claim = claims[next];
    if (claim !== undefined && overlaps(claim, sentence)) continue;
    let score = 0;
    for (let at = sentence.firstToken; at < sentence.endToken; at++) score = Math.max(score, chances[at] ?? 0);
    rejected.push({ start: sentence.start, end: sentence.end, rule: ruleFor(sentence, known), score: Math.round(score * 1000) / 1000 });
  }
  return rejected;
}

/** The best chance of a clause that begins at each token. */
export function bestChances(count: number, likely: readonly LikelyClauses[]): Float64Array {
  const chances = new Float64Array(count);
  for (const { firsts, likelihoods } of likely) {
    for (let index = 0; index < firsts.length; index++) {
      const first = firsts[index] ?? 0;
      chances[first] = Math.max(chances[first] ?? 0, likelihoods[index] ?? 0);
    }
  }
  return chances;
}

function ruleFor(
  { firstToken, endToken }: Sentence,
  { reading, lexicon }: { readonly reading: Reading; readonly lexicon: ClaimLexicon },
): string {
  if (endToken - firstToken < FEWEST_TOKENS) return 'too-short';
  if (reading.keys[endToken - 1] === '?') return 'question';
  const { symbols, weights } = lexicon.model.clauses;
  let rule = { name: 'low-score', weight: 0 };
  for (let at = firstToken; at < endToken; at++) {
    for (const { cue } of reading.cuesFrom[at] ?? []) {
      const { id, group } = lexicon.cues.cues[cue] ?? { id: '', group: 'sense' };
      const weight = weights.of(keyOfPart(CUE, symbols.numbers.get(`@${id}`) ?? 0, 0));
      if (group === 'not-claim' && weight <= rule.weight) rule = { name: id.replace(NOT, ''), weight };
    }
  }
  return rule.name;
}

// "not.greeting" | "greeting"
const NOT = /^not\./u;
