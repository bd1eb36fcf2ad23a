import { pipeline } from '../../../pipeline/compose.js';
import { loadLexicons } from '../../../pipeline/load-lexicons.js';
import type { Claim } from '../../../schemas/claim.js';
import { slice } from '../../../schemas/span.js';
import { extractClaims } from '../../../stages/extract-claims/extract-claims.js';
import { findTopics } from '../../../stages/find-topics/find-topics.js';
import { nameSpeakers } from '../../../stages/name-speakers/name-speakers.js';
import { readTranscript } from '../../../stages/read-transcript/read-transcript.js';
import { restoreText } from '../../../stages/restore-text/restore-text.js';
import { splitTurns } from '../../../stages/split-turns/split-turns.js';
import { tagEntities } from '../../../stages/tag-entities/tag-entities.js';
import { tagTokens } from '../../../stages/tag-tokens/tag-tokens.js';

const lexicons = loadLexicons();
const row = pipeline()
  .add(tagTokens())
  .add(restoreText(lexicons.restoring.model, lexicons.restoring.casing))
  .add(splitTurns(lexicons.turns))
  .add(tagEntities(lexicons.entities))
  .add(nameSpeakers(lexicons.names))
  .add(findTopics(lexicons.topics))
  .add(extractClaims(lexicons.claims));

/** The claims of a few spoken sentences, each with its exact words. */
export function claimsIn(content: string): (Claim & { readonly quote: string })[] {
  const read = readTranscript({ id: '0123456789abcdef', content, facts: { language: 'en' } }, lexicons.reader);
  if (!read.ok) throw new Error(read.refusal.message);
  const { doc } = row.run(read.doc);
  return doc.layers.claims.map((claim) => ({ ...claim, quote: slice(doc.text, claim) }));
}

/** The rules by which sentences were turned down. */
export function rejectedIn(content: string): string[] {
  const read = readTranscript({ id: '0123456789abcdef', content, facts: { language: 'en' } }, lexicons.reader);
  if (!read.ok) throw new Error(read.refusal.message);
  return row.run(read.doc).doc.layers.rejected.map(({ rule }) => rule);
}
