import { keyOfPart, type ClauseModel } from './claim-model.js';
import { endParts, insideParts, isVerb, placeParts, sizeParts, startParts, verbParts, wordParts, type PartSink, type PartSource } from './clause-parts.js';
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
  const { run, reading } = source;
  const clauses = clausesOf(source);
  const add = adder(model);
  const sums = sumsOf(source, add);
  const ends = new Float64Array(run.end - run.first + 1).fill(NaN);
  const sizes = new Map<number, number>();
  const places = new Map<number, number>();
  let start: StartScores | undefined;
  let startAt = -1;
  const scores = new Float64Array(clauses.firsts.length);
  for (let index = 0; index < scores.length; index++) {
    const first = clauses.firsts[index] ?? 0;
    const end = clauses.ends[index] ?? 0;
    if (start === undefined || startAt !== first) {
      start = weighStart(first, source, add);
      startAt = first;
    }
    const from = first - run.first;
    const to = end - run.first;
    if (Number.isNaN(ends[to])) ends[to] = add((sink) => endParts(end, source, sink));
    const verbs = (sums.verbs[to] ?? 0) - (sums.verbs[from] ?? 0);
    const sizeKey = Math.min(verbs, MOST_COUNTED) * (MOST_TOKENS + 1) + to - from;
    const placeKey = (from === 0 ? 2 : 0) + (end >= run.end - 1 ? 1 : 0);
    scores[index] =
      start.score +
      (verbs > 0 ? start.withVerb : start.bare) +
      (ends[to] ?? 0) +
      (sums.words[to] ?? 0) -
      (sums.words[from] ?? 0) +
      (sums.inside[to] ?? 0) -
      (sums.inside[from + 1] ?? 0) +
      known(sizes, sizeKey, () => add((sink) => sizeParts({ tokens: to - from, verbs }, source, sink))) +
      known(places, placeKey, () => add((sink) => placeParts({ first, end }, source, sink)));
  }
  return { ...clauses, scores };
}

/** More verbs than this make no difference. */
const MOST_COUNTED = 3;

type Adder = (parts: (sink: PartSink) => void) => number;

/** Running sums along the tokens of a run: element `n` is the sum of the first `n` tokens. */
function sumsOf(source: PartSource, add: Adder): Readonly<Record<'words' | 'inside' | 'verbs', Float64Array>> {
  const { run, reading } = source;
  const size = run.end - run.first;
  const words = new Float64Array(size + 1);
  const inside = new Float64Array(size + 1);
  const verbs = new Float64Array(size + 1);
  for (let offset = 0; offset < size; offset++) {
    const at = run.first + offset;
    words[offset + 1] = (words[offset] ?? 0) + add((sink) => wordParts(at, source, sink));
    inside[offset + 1] = (inside[offset] ?? 0) + add((sink) => insideParts(at, source, sink));
    verbs[offset + 1] = (verbs[offset] ?? 0) + (isVerb(reading, at) ? 1 : 0);
  }
  return { words, inside, verbs };
}

function known(values: Map<number, number>, key: number, compute: () => number): number {
  let value = values.get(key);
  if (value === undefined) {
    value = compute();
    values.set(key, value);
  }
  return value;
}

interface StartScores {
  readonly score: number;
  /** Added where the clause has a verb, or has none. */
  readonly withVerb: number;
  readonly bare: number;
}

function weighStart(at: number, source: PartSource, add: Adder): StartScores {
  const { run, reading } = source;
  let verb = at;
  while (verb < run.end && !isVerb(reading, verb)) verb++;
  return {
    score: add((sink) => startParts(at, source, sink)),
    withVerb: verb < run.end ? add((sink) => verbParts({ at, verb }, source, sink)) : 0,
    bare: add((sink) => verbParts({ at, verb: -1 }, source, sink)),
  };
}

function adder({ weights }: ClauseModel): Adder {
  let sum = 0;
  const sink: PartSink = (family, first, second) => {
    sum += weights.of(keyOfPart(family, first, second));
  };
  return (parts) => {
    sum = 0;
    parts(sink);
    return sum;
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
