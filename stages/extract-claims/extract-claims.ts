import type { Claim } from '../../schemas/claim.js';
import type { Doc } from '../../schemas/document.js';
import { compareSpans } from '../../schemas/span.js';
import type { Stage } from '../stage.js';
import { addMarks } from './add-marks.js';
import { chooseClauses, toLattice, type LikelyClause, type LikelyClauses } from './choose-clauses.js';
import { toPartSymbols } from './clause-parts.js';
import { describeClaim } from './describe-claim.js';
import { STAGE } from './explain-claim.js';
import type { ClaimLexicon } from './lexicon.js';
import { leaveOutAds } from './leave-out-ads.js';
import { nounPhrasesOf } from './noun-phrase.js';
import { readTokens, toWordTable, type Reading } from './read-tokens.js';
import { bestChances, rejectSentences } from './reject-sentences.js';
import { runsOf, type Run } from './split-clauses.js';
import { toScale, weighClauses } from './weigh-clauses.js';

type Needs = 'tokens' | 'sentences' | 'restored' | 'turns' | 'speakers' | 'mentions' | 'events' | 'sections';

/**
 * Finds the statements by which a speaker commits to something that others could dispute or check, as clause-sized spans, and tells of
 * each what it is about, of what kind it is, which way it points, how strongly it is put, and whose view it is.
 */
export function extractClaims(lexicon: ClaimLexicon): Stage<Needs, 'claims' | 'rejected'> {
  const table = toWordTable(lexicon, lexicon.model.clauses);
  const symbols = toPartSymbols(lexicon.model.clauses.symbols, lexicon);
  return {
    name: STAGE,
    version: '1.2.0',
    needs: ['tokens', 'sentences', 'restored', 'turns', 'speakers', 'mentions', 'events', 'sections'],
    adds: ['claims', 'rejected'],
    run: (read: Doc<Needs>) => {
      const doc = addMarks(read);
      const { tokens, sentences, turns, speakers, mentions } = doc.layers;
      const model = lexicon.model.clauses;
      const reading = readTokens(tokens, table);
      const phrases = nounPhrasesOf(reading);
      const scale = toScale(model, tokens.length);
      const lattice = toLattice(tokens.length);
      const claims: Claim[] = [];
      const likely: LikelyClauses[] = [];
      const names = new Map(speakers.map(({ voice, name }) => [voice, name]));
      for (const run of runsOf(sentences, tokens, turns)) {
        const source = { run, reading, symbols };
        const target = {
          text: doc.text,
          reading,
          words: lexicon,
          phrases,
          mentions,
          speaker: names.get(turns[run.turn]?.voice ?? -1) ?? null,
        };
        const choice = chooseClauses(run, weighClauses(source, scale), { lattice, threshold: model.threshold });
        likely.push(choice.likely);
        for (const clause of choice.chosen.map((chosen) => withOpening(chosen, run, reading)))
          claims.push(describeClaim(clause, { doc, source, lexicon, target }));
      }
      const rejected = rejectSentences(sentences, { claims, chances: bestChances(tokens.length, likely) }, { reading, lexicon });
      const { kept, rejected: inAds } = leaveOutAds(claims, doc.layers.sections);
      return {
        layers: { claims: kept, rejected: inAds.length === 0 ? rejected : [...rejected, ...inAds].sort(compareSpans) },
        diagnostics: [],
      };
    },
  };
}

/** "not | all of them left", "if | it rains, we stay": a claim keeps the word that turns it round, unless that belongs to a longer cue ("what if"). */
function withOpening(clause: LikelyClause, run: Run, { keys, cuesTo }: Reading): LikelyClause {
  const before = clause.first - 1;
  if (before < run.first || !TURNING.has(keys[before] ?? '')) return clause;
  // "whether or not | they left"
  if (before > run.first && keys[before - 1] === 'or') return clause;
  if ((cuesTo[clause.first] ?? []).some(({ first }) => first < before)) return clause;
  return { first: before, end: clause.end, likelihood: clause.likelihood };
}

const TURNING = new Set(['not', 'never', 'if', 'unless', 'whether']);
