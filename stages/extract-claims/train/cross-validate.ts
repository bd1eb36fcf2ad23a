import { chooseClauses, toLattice } from '../choose-clauses.js';
import type { Clause } from '../split-clauses.js';
import type { Example } from './examples.js';
import { fitClauses, scoreRun, type ClauseFitting } from './fit-clauses.js';
import { matchClaims, rangeOf, wordsOf, type Tally } from './measure.js';

/** A clause that the model would keep in a text it was not trained on, and whether a reader marked it. */
export interface HeldOutClaim extends Clause {
  readonly likelihood: number;
  readonly right: boolean;
}

/** How one text came out, without its show in the training. */
export interface HeldOut {
  readonly example: Example;
  readonly tally: Tally;
  readonly claims: readonly HeldOutClaim[];
}

/** Weights for each show, trained on all texts but that show's. */
export function fitByShow(examples: readonly Example[], size: number, fitting: ClauseFitting): ReadonlyMap<string, Float64Array> {
  const shows = [...new Set(examples.map(({ source }) => source.show))].sort();
  return new Map(
    shows.map((show) => [
      show,
      fitClauses(
        examples.filter(({ source }) => source.show !== show),
        size,
        fitting,
      ),
    ]),
  );
}

/** What a model keeps in a text, and how well that is matched. */
export function tryOn(example: Example, weights: Float64Array, threshold: number): HeldOut {
  const words = wordsOf(example.source.text);
  const { tokens } = example.reading;
  const lattice = toLattice(tokens.length);
  const kept = example.runs.flatMap((run) =>
    chooseClauses(run.run, { ...run.clauses, scores: scoreRun(run, weights) }, { lattice, threshold }).chosen.map((clause) => ({
      ...clause,
      ...rangeOf(words, { start: tokens[clause.first]?.start ?? 0, end: tokens[clause.end - 1]?.end ?? 0 }),
    })),
  );
  const matches = matchClaims(kept, example.claims);
  const right = new Set(matches.map(({ found }) => found));
  return {
    example,
    tally: {
      found: kept.length,
      marked: example.claims.length,
      matched: matches.length,
      exact: matches.filter(({ overlap }) => overlap === 1).length,
    },
    claims: kept.map(({ first, end, likelihood }, index) => ({ first, end, likelihood, right: right.has(index) })),
  };
}
