import type { Claim, RejectedSentence } from '../../schemas/claim.js';
import { overlaps } from '../../schemas/span.js';
import type { Section } from '../../schemas/topic.js';

const IN_AD = 'in-ad';

/** Parts the claims that are said in an advertisement from the others: nobody's view, but words that are paid for. Each has a row that says so. */
export function leaveOutAds(
  claims: readonly Claim[],
  sections: readonly Section[],
): { readonly kept: readonly Claim[]; readonly rejected: readonly RejectedSentence[] } {
  const ads = sections.filter(({ kind }) => kind === 'ad');
  if (ads.length === 0) return { kept: claims, rejected: [] };
  const isInAd = (claim: Claim): boolean => ads.some((ad) => overlaps(ad, claim));
  const rejected = claims.filter(isInAd).map(({ start, end, confidence }) => ({ start, end, rule: IN_AD, score: confidence }));
  return { kept: claims.filter((claim) => !isInAd(claim)), rejected };
}
