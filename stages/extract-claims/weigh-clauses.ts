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
  readonly scores: Float64Array;
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

/** Scores every clause of a run: a sum of named parts, most of them worked out once for each token. */
export function weighClauses(source: PartSource, model: ClauseModel): WeighedClauses {
  const { run } = source;
  const clauses = clausesOf(source);
  const scale = toScale(model);
  const sums = sumsOf(source, scale);
  const scores = new Float64Array(clauses.firsts.length);
  let start: StartScores | undefined;
  let startAt = -1;
  for (let index = 0; index < scores.length; index++) {
    const first = clauses.firsts[index] ?? 0;
    const end = clauses.ends[index] ?? 0;
    if (start === undefined || startAt !== first) start = weighStart(first, source, scale);
    startAt = first;
    const from = first - run.first;
    const to = end - run.first;
    const verbs = (sums.verbs[to] ?? 0) - (sums.verbs[from] ?? 0);
    scores[index] =
      start.score +
      (verbs > 0 ? start.withVerb : start.bare) +
      sums.end(end) +
      (sums.words[to] ?? 0) -
      (sums.words[from] ?? 0) +
      (sums.inside[to] ?? 0) -
      (sums.inside[from + 1] ?? 0) +
      sums.size(to - from, verbs) +
      sums.place(first, end);
  }
  return { ...clauses, scores };
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

/** More verbs than this make no difference. */
const MOST_COUNTED = 3;

interface RunSums {
  /** Running sums along the tokens of the run: element `n` is the sum of the first `n` tokens. */
  readonly words: Float64Array;
  readonly inside: Float64Array;
  readonly verbs: Int32Array;
  /** Scores of what many clauses share, each worked out once. */
  readonly end: (at: number) => number;
  readonly size: (tokens: number, verbs: number) => number;
  readonly place: (first: number, end: number) => number;
}

/** Adds up the weights of the parts that it is given. The sum is an array of one: a plain variable would be boxed anew at each addition. */
interface Scale {
  readonly sum: Float64Array;
  readonly sink: PartSink;
}

function toScale({ weights }: ClauseModel): Scale {
  const sum = new Float64Array(1);
  const sink: PartSink = (family, first, second) => {
    sum[0] = (sum[0] ?? 0) + weights.of(keyOfPart(family, first, second));
  };
  return { sum, sink };
}

function sumsOf(source: PartSource, { sum, sink }: Scale): RunSums {
  const { run, reading } = source;
  const size = run.end - run.first;
  const words = new Float64Array(size + 1);
  const inside = new Float64Array(size + 1);
  const verbs = new Int32Array(size + 1);
  for (let offset = 0; offset < size; offset++) {
    sum[0] = 0;
    wordParts(run.first + offset, source, sink);
    words[offset + 1] = (words[offset] ?? 0) + sum[0];
    sum[0] = 0;
    insideParts(run.first + offset, source, sink);
    inside[offset + 1] = (inside[offset] ?? 0) + sum[0];
    verbs[offset + 1] = (verbs[offset] ?? 0) + (isVerb(reading, run.first + offset) ? 1 : 0);
  }
  const ends = new Float64Array(size + 1).fill(NaN);
  const sizes = new Float64Array((MOST_COUNTED + 1) * (Math.min(size, MOST_TOKENS) + 1)).fill(NaN);
  const places = new Float64Array(4).fill(NaN);
  return {
    words,
    inside,
    verbs,
    end: (at) => {
      const known = ends[at - run.first] ?? 0;
      if (!Number.isNaN(known)) return known;
      sum[0] = 0;
      endParts(at, source, sink);
      return (ends[at - run.first] = sum[0]);
    },
    size: (tokens, count) => {
      const key = tokens * (MOST_COUNTED + 1) + Math.min(count, MOST_COUNTED);
      const known = sizes[key] ?? 0;
      if (!Number.isNaN(known)) return known;
      sum[0] = 0;
      sizeParts({ tokens, verbs: count }, source, sink);
      return (sizes[key] = sum[0]);
    },
    place: (first, end) => {
      const key = (first === run.first ? 2 : 0) + (end >= run.end - 1 ? 1 : 0);
      const known = places[key] ?? 0;
      if (!Number.isNaN(known)) return known;
      sum[0] = 0;
      placeParts({ first, end }, source, sink);
      return (places[key] = sum[0]);
    },
  };
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
