import type { Claim, RejectedSentence } from '../../schemas/claim.js';
import type { Sentence } from '../../schemas/document.js';
import { overlaps } from '../../schemas/span.js';
import type { LikelyClause } from './choose-clauses.js';
import { FAMILIES, keyOfPart } from './claim-model.js';
import type { ClaimLexicon } from './lexicon.js';
import type { Reading } from './read-tokens.js';

const FEWEST_TOKENS = 3;
const CUE = FAMILIES.indexOf('word.cue');

/** One row for each sentence without a claim: what spoke most against it, and the best chance that a part of it had. */
export function rejectSentences(
  sentences: readonly Sentence[],
  { claims, likely }: { readonly claims: readonly Claim[]; readonly likely: readonly LikelyClause[] },
  known: { readonly reading: Reading; readonly lexicon: ClaimLexicon },
): RejectedSentence[] {
  const rejected: RejectedSentence[] = [];
  let claim = 0;
  let clause = 0;
  for (const sentence of sentences) {
    while (claim < claims.length && (claims[claim]?.end ?? 0) <= sentence.start) claim++;
    const next = claims[claim];
    if (next !== undefined && overlaps(next, sentence)) continue;
    let score = 0;
    while (clause < likely.length && (likely[clause]?.first ?? 0) < sentence.firstToken) clause++;
    for (let index = clause; index < likely.length && (likely[index]?.first ?? 0) < sentence.endToken; index++) {
      score = Math.max(score, likely[index]?.likelihood ?? 0);
    }
    rejected.push({ start: sentence.start, end: sentence.end, rule: ruleFor(sentence, known), score: Number(score.toFixed(3)) });
  }
  return rejected;
}

function ruleFor({ firstToken, endToken }: Sentence, { reading, lexicon }: { readonly reading: Reading; readonly lexicon: ClaimLexicon }): string {
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
