import type { Sentence, Token } from '../../schemas/document.js';
import type { Span } from '../../schemas/span.js';
import { bitOf } from './lexicon.js';
import { ADVERB, MARK, VERB, type Reading } from './read-tokens.js';

/** A stretch of tokens that is read as a whole: no claim runs across its ends. */
export interface Run {
  readonly first: number;
  readonly end: number;
  readonly turn: number;
  /** True for a stretch without punctuation, whose sentences are restored. */
  readonly wall: boolean;
  /** True where the run is the first of its turn. */
  readonly opensTurn: boolean;
}

/** A half-open range of tokens that may be a claim. */
export interface Clause {
  readonly first: number;
  readonly end: number;
}

/** Where a clause may begin and end: token indices, in order. */
export interface Cuts {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Sentences, cut where the voice changes; restored sentences of one turn are one run, since their ends may be wrong: a claim may run across them. */
export function runsOf(sentences: readonly Sentence[], tokens: readonly Token[], turns: readonly Span[]): Run[] {
  const runs: Run[] = [];
  let turn = 0;
  for (const { firstToken, endToken, by } of sentences) {
    const wall = by === 'restored';
    for (let first = firstToken; first < endToken;) {
      const at = tokens[first]?.start ?? 0;
      while (turn + 1 < turns.length && (turns[turn + 1]?.start ?? 0) <= at) turn++;
      const turnEnd = turns[turn + 1]?.start ?? Infinity;
      let end = first;
      while (end < endToken && (tokens[end]?.start ?? 0) < turnEnd) end++;
      const last = runs.at(-1);
      if (last !== undefined && wall && last.wall && last.turn === turn && last.end === first) runs[runs.length - 1] = { ...last, end };
      else runs.push({ first, end, turn, wall, opensTurn: last?.turn !== turn });
      first = end;
    }
  }
  return runs;
}

const CONNECTIVE = bitOf('connective');
const LEAD_IN = bitOf('lead-in');
const OPENER = bitOf('opener');
const SUBJECT = bitOf('subject');
const CONTRACTED = bitOf('contracted');
const DANGLING = bitOf('dangling');
/** Between a subject and its verb stand at most so many adverbs. */
const MOST_ADVERBS = 2;

/**
 * The places of a run where a clause may begin (after a pause, a connective, a lead-in, or before a subject with its verb) and end
 * (before one of these). Far more than there are clauses: the model weighs each pair.
 */
export function cutsOf(run: Run, reading: Reading): Cuts {
  const starts: number[] = [];
  const ends: number[] = [];
  const rolesAt = (index: number): number => (index < run.first || index >= run.end ? MARK : (reading.roles[index] ?? 0));
  for (let at = run.first; at <= run.end; at++) {
    const before = rolesAt(at - 1);
    const after = rolesAt(at);
    if (isInsideWord(at, reading)) continue;
    const clause = beginsClause(at, run, reading);
    if ((after & MARK) === 0 && ((before & (MARK | CONNECTIVE | LEAD_IN)) !== 0 || (after & OPENER) !== 0 || clause)) starts.push(at);
    if ((before & (MARK | DANGLING)) === 0 && ((after & (MARK | CONNECTIVE)) !== 0 || clause)) ends.push(at);
  }
  return { starts, ends };
}

/** True where a word goes on beyond its mark, "fine-tuned" or "and/or": no white space on either side of the mark. */
function isInsideWord(at: number, { tokens, keys }: Reading): boolean {
  const [before, here] = [tokens[at - 1], tokens[at]];
  if (here === undefined || before?.end !== here.start) return false;
  const mark = JOINING.has(keys[at] ?? '') ? at : JOINING.has(keys[at - 1] ?? '') ? at - 1 : -1;
  return mark > 0 && tokens[mark - 1]?.end === tokens[mark]?.start && tokens[mark]?.end === tokens[mark + 1]?.start;
}

const JOINING = new Set(['-', '/', '.', '_', '@', ':']);

/** True before a subject with its verb: "it really is", "thats". */
export function beginsClause(at: number, run: Run, { roles }: Reading): boolean {
  if (at < run.first || at >= run.end) return false;
  const role = roles[at] ?? 0;
  if ((role & SUBJECT) === 0) return false;
  if ((role & CONTRACTED) !== 0) return true;
  let next = at + 1;
  while (next < run.end && next <= at + MOST_ADVERBS && ((roles[next] ?? 0) & ADVERB) !== 0) next++;
  return next < run.end && ((roles[next] ?? 0) & VERB) !== 0;
}
