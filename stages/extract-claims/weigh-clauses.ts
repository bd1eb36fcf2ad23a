import { keyOfPart, type ClauseModel } from './claim-model.js';
import {
  endParts,
  insideParts,
  isVerb,
  placeParts,
  sizeParts,
  startParts,
  verbParts,
  wordParts,
  type PartSink,
  type PartSource,
} from './clause-parts.js';
import { cutsOf, type Clause } from './split-clauses.js';

/** The clauses of a run in order of their start, as two columns: a run has hundreds. */
export interface ClauseList {
  readonly firsts: readonly number[];
  readonly ends: readonly number[];
}

/** Clauses with their scores. */
export interface WeighedClauses extends ClauseList {
  readonly scores: readonly number[];
}

/** A claim has at most so many tokens. */
export const MOST_TOKENS = 60;

/** Pairs up the places where a clause of the run may begin and end. */
export function clausesOf({ run, reading }: Pick<PartSource, 'run' | 'reading'>): ClauseList {
  const cuts = cutsOf(run, reading);
  const firsts: number[] = [];
  const ends: number[] = [];
  let from = 0;
  for (const first of cuts.starts) {
    while (from < cuts.ends.length && (cuts.ends[from] ?? 0) <= first) from++;
    for (let index = from; index < cuts.ends.length; index++) {
      const end = cuts.ends[index] ?? 0;
      if (end - first > MOST_TOKENS) break;
      firsts.push(first);
      ends.push(end);
    }
  }
  return { firsts, ends };
}

/**
 * Where the sums of a document are worked out: one array each for all its runs, since small typed arrays are dear. The running sums
 * stand at the tokens: element `n` is the sum up to token `n` of its run.
 */
export interface Scale {
  readonly sink: PartSink;
  /** What the sink has added up: an array of one, since a plain variable would be boxed anew at each addition. */
  readonly sum: Float64Array;
  readonly words: Float64Array;
  readonly inside: Float64Array;
  readonly verbs: Int32Array;
  /** Scores that many clauses share; NaN where not yet known. */
  readonly ends: Float64Array;
  readonly sizes: Float64Array;
}

/** More verbs than this make no difference. */
const MOST_COUNTED = 3;
const SIZE_STEP = (MOST_COUNTED + 1) * (MOST_TOKENS + 1);

/** A scale for a text of so many tokens. */
export function toScale({ weights }: ClauseModel, count: number): Scale {
  const sum = new Float64Array(1);
  return {
    sum,
    sink: (family, first, second) => {
      sum[0] = (sum[0] ?? 0) + weights.of(keyOfPart(family, first, second));
    },
    words: new Float64Array(count + 1),
    inside: new Float64Array(count + 1),
    verbs: new Int32Array(count + 1),
    ends: new Float64Array(count + 1).fill(NaN),
    sizes: new Float64Array(2 * SIZE_STEP).fill(NaN),
  };
}

/** Scores every clause of a run: a sum of named parts, most of them worked out once for each token. */
export function weighClauses(source: PartSource, scale: Scale): WeighedClauses {
  const { run } = source;
  const { words, inside, verbs } = scale;
  sumUp(source, scale);
  const clauses = clausesOf(source);
  const places = [NaN, NaN, NaN, NaN];
  const scores: number[] = [];
  let start: StartScores | undefined;
  let startAt = -1;
  for (let index = 0; index < clauses.firsts.length; index++) {
    const first = clauses.firsts[index] ?? 0;
    const end = clauses.ends[index] ?? 0;
    if (start === undefined || startAt !== first) start = weighStart(first, source, scale);
    startAt = first;
    const count = (verbs[end] ?? 0) - (verbs[first] ?? 0);
    const place = (first === run.first ? 2 : 0) + (end >= run.end - 1 ? 1 : 0);
    if (Number.isNaN(places[place])) places[place] = weighPlace({ first, end }, source, scale);
    scores.push(
      start.score +
        (count > 0 ? start.withVerb : start.bare) +
        weighEnd(end, source, scale) +
        ((words[end] ?? 0) - (words[first] ?? 0)) +
        ((inside[end] ?? 0) - (inside[first + 1] ?? 0)) +
        weighSize({ tokens: end - first, verbs: count }, source, scale) +
        (places[place] ?? 0),
    );
  }
  return { firsts: clauses.firsts, ends: clauses.ends, scores };
}

function sumUp(source: PartSource, { sum, sink, words, inside, verbs }: Scale): void {
  const { first, end } = source.run;
  words[first] = inside[first] = verbs[first] = 0;
  for (let at = first; at < end; at++) {
    sum[0] = words[at] ?? 0;
    wordParts(at, source, sink);
    words[at + 1] = sum[0];
    sum[0] = inside[at] ?? 0;
    insideParts(at, source, sink);
    inside[at + 1] = sum[0];
    verbs[at + 1] = (verbs[at] ?? 0) + (isVerb(source.reading, at) ? 1 : 0);
  }
}

interface StartScores {
  readonly score: number;
  /** Added where the clause has a verb, or has none. */
  readonly withVerb: number;
  readonly bare: number;
}

function weighStart(at: number, source: PartSource, { sum, sink }: Scale): StartScores {
  const { run, reading } = source;
  sum[0] = 0;
  startParts(at, source, sink);
  const score = sum[0];
  let verb = at;
  while (verb < run.end && !isVerb(reading, verb)) verb++;
  sum[0] = 0;
  if (verb < run.end) verbParts({ at, verb }, source, sink);
  const withVerb = sum[0];
  sum[0] = 0;
  verbParts({ at, verb: -1 }, source, sink);
  return { score, withVerb, bare: sum[0] };
}

function weighEnd(at: number, source: PartSource, { sum, sink, ends }: Scale): number {
  const known = ends[at] ?? NaN;
  if (!Number.isNaN(known)) return known;
  sum[0] = 0;
  endParts(at, source, sink);
  return (ends[at] = sum[0]);
}

function weighSize(size: { readonly tokens: number; readonly verbs: number }, source: PartSource, { sum, sink, sizes }: Scale): number {
  const key = (source.run.wall ? SIZE_STEP : 0) + size.tokens * (MOST_COUNTED + 1) + Math.min(size.verbs, MOST_COUNTED);
  const known = sizes[key] ?? NaN;
  if (!Number.isNaN(known)) return known;
  sum[0] = 0;
  sizeParts(size, source, sink);
  return (sizes[key] = sum[0]);
}

function weighPlace(clause: Clause, source: PartSource, { sum, sink }: Scale): number {
  sum[0] = 0;
  placeParts(clause, source, sink);
  return sum[0];
}

/** Every part of one clause's score, with the tokens it is about: what training counts, and what is written down as provenance. */
export function partsOf(clause: Clause, source: PartSource, sink: (part: number, at: number) => void): void {
  let at = clause.first;
  const here: PartSink = (family, first, second) => sink(keyOfPart(family, first, second), at);
  let verb = clause.first;
  while (verb < clause.end && !isVerb(source.reading, verb)) verb++;
  startParts(clause.first, source, here);
  verbParts({ at: clause.first, verb: verb < clause.end ? verb : -1 }, source, here);
  let verbs = 0;
  for (; at < clause.end; at++) {
    wordParts(at, source, here);
    if (at > clause.first) insideParts(at, source, here);
    if (isVerb(source.reading, at)) verbs++;
  }
  at = clause.end - 1;
  endParts(clause.end, source, here);
  at = -1;
  sizeParts({ tokens: clause.end - clause.first, verbs }, source, here);
  placeParts(clause, source, here);
}
