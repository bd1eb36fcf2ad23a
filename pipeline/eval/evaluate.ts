import { compare } from './compare.js';
import { wordingOf } from './find-quote.js';
import type { Gold, GoldDocument, Unplaced } from './gold.js';
import type { LinePlace } from './line-places.js';
import { placeGold } from './place-gold.js';
import type { Prediction } from './prediction.js';
import { sameNames, type SameNames } from './same-name.js';
import { scoreClaims, tallyClaims, type ClaimScores, type ClaimTally } from './score-claims.js';
import { scoreEntities, tallyEntities, type EntityScores, type EntityTally } from './score-entities.js';
import { scoreTurns, tallyTurns, type TurnScores, type TurnTally } from './score-turns.js';

/** What was predicted for one transcript, and where the transcript's lines stand in its text. */
export interface Predicted {
  readonly prediction: Prediction;
  readonly places: readonly LinePlace[];
  /** False where the transcript was not at hand and the places of lines are partly estimates. */
  readonly exactLines: boolean;
}

/** The figures of contract.md, 4; each is null where there was nothing to score. */
export interface Scores {
  readonly turns: TurnScores;
  readonly entities: EntityScores;
  readonly claims: ClaimScores;
}

/** Something to know before the figures are believed. */
export interface EvalWarning {
  readonly document: string;
  readonly code: 'no-graph' | 'several-graphs' | 'lines-estimated' | 'not-placed';
  readonly message: string;
}

/** What `whosaid eval --json` prints. */
export interface EvalReport {
  readonly schemaVersion: 1;
  /** Documents that have both gold and a graph, by name. `notPlaced`: gold items whose words the text does not have; they count as missed. */
  readonly documents: readonly (Scores & { readonly name: string; readonly notPlaced: number })[];
  /** All documents together: counts are added up, then divided. */
  readonly total: Scores;
  /** Gold documents without a graph: in no figure. */
  readonly missing: readonly string[];
  readonly warnings: readonly EvalWarning[];
}

interface Tally {
  readonly turns: TurnTally;
  readonly entities: EntityTally;
  readonly claims: ClaimTally;
}

/** Scores what was predicted against the gold, document by document and in total. */
export function evaluate(gold: Gold, episodes: readonly Predicted[]): EvalReport {
  const names = sameNames(gold.sameAs);
  const documents = [...gold.documents].sort((a, b) => (a.name < b.name ? -1 : 1));
  const scored = documents.flatMap((document) => {
    const [predicted, ...others] = episodes.filter(({ prediction }) => prediction.name === document.name);
    return predicted === undefined
      ? []
      : [{ name: document.name, others: others.length, predicted, ...tallyDocument(document, predicted, names) }];
  });
  const missing = documents.map(({ name }) => name).filter((name) => !scored.some((document) => document.name === name));
  return {
    schemaVersion: 1,
    documents: scored.map(({ name, tally, unplaced }) => ({ name, ...scoresOf([tally]), notPlaced: unplaced.length })),
    total: scoresOf(scored.map(({ tally }) => tally)),
    missing,
    warnings: [
      ...missing.map((document): EvalWarning => ({ document, code: 'no-graph', message: 'there is gold for it, but no graph' })),
      ...scored.flatMap(({ name, others, predicted, unplaced }) => warningsOf(name, { others, predicted, unplaced })),
    ],
  };
}

function tallyDocument(document: GoldDocument, predicted: Predicted, names: SameNames): { tally: Tally; unplaced: readonly Unplaced[] } {
  const wording = wordingOf(predicted.prediction.text);
  const gold = placeGold(document, wording, predicted.places);
  const comparison = compare(gold, predicted.prediction, { wording, names });
  return {
    tally: { turns: tallyTurns(comparison), entities: tallyEntities(comparison), claims: tallyClaims(comparison) },
    unplaced: gold.unplaced,
  };
}

function scoresOf(tallies: readonly Tally[]): Scores {
  return {
    turns: scoreTurns(tallies.map(({ turns }) => turns)),
    entities: scoreEntities(tallies.map(({ entities }) => entities)),
    claims: scoreClaims(tallies.map(({ claims }) => claims)),
  };
}

function warningsOf(
  document: string,
  found: { others: number; predicted: Predicted; unplaced: readonly Unplaced[] },
): readonly EvalWarning[] {
  const warnings: EvalWarning[] = found.unplaced.map(({ layer, line, words }) => ({
    document,
    code: 'not-placed',
    message: `${layer}: line ${line} of the transcript does not have the words "${words}"`,
  }));
  if (found.others > 0)
    warnings.push({ document, code: 'several-graphs', message: `${found.others + 1} graphs have this name; the first was scored` });
  if (!found.predicted.exactLines) {
    warnings.push({
      document,
      code: 'lines-estimated',
      message: 'its transcript was not found: gold lines were placed by the lines that the graph names',
    });
  }
  return warnings;
}
