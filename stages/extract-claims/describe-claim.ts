import type { Claim } from '../../schemas/claim.js';
import type { EntityType } from '../../schemas/mention.js';
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
import { MARK, VERB, type Reading } from './read-tokens.js';
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
  clause: LikelyClause,
  { how, text, strength = 0, lead = 0, named }: FoundTarget,
  { reading }: PartSource,
): StatementSource['referent'] {
  const pronoun = reading.tokens[clause.first];
  const sure = how === 'resolved' && strength >= SURE_STRENGTH && lead >= SURE_LEAD && text.length <= LONGEST_REFERENT;
  const key = reading.keys[clause.first] ?? '';
  if (pronoun === undefined || !sure || named === undefined || ((reading.roles[clause.first] ?? 0) & REFERRING) === 0) return undefined;
  if (key === 'it' && (SITES.has(named) || standsForNothing(clause, reading))) return undefined;
  return { pronoun: { start: pronoun.start, end: pronoun.end }, words: text };
}

/** Talk of a company or a country is mostly talk of something that it has or does: "it" is seldom the company. */
const SITES: ReadonlySet<EntityType> = new Set(['organization', 'place']);

/** "it's fun to bake", "it is not just that they left", "it was late when they came": "it" stands for what follows, or for the time. */
function standsForNothing({ first, end }: LikelyClause, { keys, roles }: Reading): boolean {
  for (let at = first + 1; at < Math.min(end, first + FARTHEST_CONTENT) && ((roles[at] ?? 0) & MARK) === 0; at++) {
    const key = keys[at] ?? '';
    if (FORESEEN.has(key) || (key === 'to' && ((roles[at + 1] ?? 0) & VERB) !== 0)) return true;
  }
  return false;
}

const FARTHEST_CONTENT = 10;
const FORESEEN = new Set(['that', 'when', 'because', 'once', 'how', 'what', 'since', 'until', 'while', 'time', 'been']);

/** The share of claims of this likelihood that readers agreed with, in shows that the model was not trained on. */
function confidenceOf(likelihood: number, { slope, offset }: ClaimLexicon['model']['clauses']['calibration']): number {
  const bounded = Math.min(MOST_LIKELY, Math.max(1 - MOST_LIKELY, likelihood));
  return 1 / (1 + Math.exp(-(slope * Math.log(bounded / (1 - bounded)) + offset)));
}

const MOST_LIKELY = 0.995;
