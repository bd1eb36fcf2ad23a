import type { Claim } from '../../schemas/claim.js';
import type { Doc } from '../../schemas/document.js';
import type { LikelyClause } from './choose-clauses.js';
import type { PartSource } from './clause-parts.js';
import { explainClaim } from './explain-claim.js';
import { findQuestion } from './find-question.js';
import { findStance } from './find-stance.js';
import { findStrength } from './find-strength.js';
import { findTarget, type FoundTarget, type TargetSource } from './find-target.js';
import { bitOf, type ClaimLexicon } from './lexicon.js';
import { readClaim } from './read-claim.js';
import { writeStatement, type StatementSource } from './write-statement.js';

/** Everything that a claim is described from. */
export interface ClaimSource {
  readonly doc: Doc<'sentences' | 'restored' | 'turns' | 'mentions'>;
  readonly source: PartSource;
  readonly lexicon: ClaimLexicon;
  readonly target: TargetSource;
}

/** Tells of a chosen clause what it is about, of what kind it is, which way it points, how strongly it is put, and whose view it is. */
export function describeClaim(clause: LikelyClause, { doc, source, lexicon, target: targets }: ClaimSource): Claim {
  const { reading, run } = source;
  const { claimType, polarity } = readClaim(clause, reading, lexicon);
  const target = findTarget(clause, targets);
  const stance = findStance(clause, run, targets);
  const question = findQuestion({ first: clause.first, end: clause.end, turn: run.turn }, doc, { reading, words: lexicon });
  const referent = referentOf(clause, target, source);
  // Fields one by one: spreading into so large an object makes it a slow one.
  const claim: Claim = {
    start: reading.tokens[clause.first]?.start ?? 0,
    end: reading.tokens[clause.end - 1]?.end ?? 0,
    text: writeStatement(clause, { text: doc.text, reading, mentions: doc.layers.mentions, restored: doc.layers.restored, referent }),
    kind: claimType === null ? 'fact' : 'opinion',
    claimType,
    stance: stance.stance,
    holder: stance.holder,
    target: targetOf(target),
    polarity,
    strength: findStrength(clause, source, lexicon),
    turn: run.turn,
    confidence: confidenceOf(clause.likelihood, lexicon.model.clauses.calibration),
    provenance: explainClaim(clause, source, { model: lexicon.model.clauses, stance }),
  };
  return question === undefined ? claim : { ...claim, question };
}

function targetOf({ text, start, end }: FoundTarget): Claim['target'] {
  return start === undefined || end === undefined ? { text } : { text, start, end };
}

const REFERRING = bitOf('referring');
/** A referent is written into the statement only where it is a name, so much speaks for it, and so much more than for any other. */
const SURE_STRENGTH = 2;
const SURE_LEAD = 1;
/** Longer phrases read badly in brackets. */
const LONGEST_REFERENT = 40;

function referentOf(
  { first }: LikelyClause,
  { how, text, strength = 0, lead = 0, named = false }: FoundTarget,
  { reading }: PartSource,
): StatementSource['referent'] {
  const pronoun = reading.tokens[first];
  const sure = how === 'resolved' && named && strength >= SURE_STRENGTH && lead >= SURE_LEAD && text.length <= LONGEST_REFERENT;
  if (pronoun === undefined || !sure || ((reading.roles[first] ?? 0) & REFERRING) === 0) return undefined;
  return { pronoun: { start: pronoun.start, end: pronoun.end }, words: text };
}

/** The share of claims of this likelihood that readers agreed with, in shows that the model was not trained on. */
function confidenceOf(likelihood: number, { slope, offset }: ClaimLexicon['model']['clauses']['calibration']): number {
  const bounded = Math.min(MOST_LIKELY, Math.max(1 - MOST_LIKELY, likelihood));
  return 1 / (1 + Math.exp(-(slope * Math.log(bounded / (1 - bounded)) + offset)));
}

const MOST_LIKELY = 0.995;
