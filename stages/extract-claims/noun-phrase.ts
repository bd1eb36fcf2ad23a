import { bitOf } from './lexicon.js';
import { BEFORE_NOUN, MARK, NOUN, VERB, type Reading } from './read-tokens.js';
import type { Clause } from './split-clauses.js';

/** A noun phrase: determiners and adjectives up to its last noun, and "of" with the next one. */
export interface NounPhrase extends Clause {
  /** False after a preposition: "in the end" is no subject; but "most of the research" is about the research. */
  readonly free: boolean;
  /** How many others with the same head, as far as a bare "s" makes a plural, stand around it. */
  readonly repeats: number;
}

const CONNECTIVE = bitOf('connective');
const FILLER = bitOf('filler');
const HOLLOW = bitOf('hollow');
const POSSESSIVE = bitOf('possessive');
const PORTION = bitOf('portion');
const PREPOSITION = 'ADP';

/** What is spoken of is counted so many tokens to both sides. */
const AROUND = 400;

/** The noun phrases of a text, in order. */
export function nounPhrasesOf(reading: Reading): NounPhrase[] {
  const { tokens, roles, keys } = reading;
  const phrases: { first: number; end: number; free: boolean; repeats: number }[] = [];
  const byHead = new Map<string, number[]>();
  for (let at = 0; at < tokens.length;) {
    const last = lastNounFrom(at, reading);
    if (last < 0) {
      at++;
      continue;
    }
    const isPortion = keys[at - 1] === 'of' && ((roles[at - 2] ?? 0) & PORTION) !== 0;
    const free = tokens[at - 1]?.pos !== PREPOSITION || ((roles[at - 1] ?? 0) & CONNECTIVE) !== 0 || isPortion;
    const end = endAfter(last, reading);
    const head = singularOf(keys[last] ?? '');
    const same = byHead.get(head);
    if (same === undefined) byHead.set(head, [phrases.length]);
    else same.push(phrases.length);
    phrases.push({ first: at, end, free, repeats: 0 });
    at = end;
  }
  for (const same of byHead.values()) countRepeats(same, phrases);
  return phrases;
}

/** Counts, for phrases with one head, how many of them stand around each. */
function countRepeats(same: readonly number[], phrases: readonly { readonly first: number; repeats: number }[]): void {
  const firstOf = (index: number): number => phrases[same[index] ?? -1]?.first ?? Infinity;
  let from = 0;
  let to = 0;
  for (const index of same) {
    const phrase = phrases[index];
    if (phrase === undefined) continue;
    while (firstOf(from) < phrase.first - AROUND) from++;
    while (firstOf(to) <= phrase.first + AROUND) to++;
    phrase.repeats = to - from - 1;
  }
}

/** The last noun of the phrase that begins at a token; -1 where none does. */
function lastNounFrom(first: number, { tokens, keys, roles }: Reading): number {
  let last = -1;
  for (let at = first; at < tokens.length; at++) {
    const role = roles[at] ?? 0;
    const genitive = last >= 0 && last === at - 1 && keys[at] === 's' && ((roles[at + 1] ?? 0) & NOUN) !== 0;
    if ((role & (MARK | VERB)) !== 0 || !(genitive || (role & (POSSESSIVE | BEFORE_NOUN)) !== 0)) break;
    if ((role & FILLER) !== 0 || ((role & CONNECTIVE) !== 0 && (tokens[at]?.pos !== 'NOUN' || keys[at] === 'like'))) break;
    if ((role & NOUN) !== 0 && (role & HOLLOW) === 0) last = at;
  }
  return last;
}

/** The end of a phrase with this last noun: after "of" the next phrase belongs to it, and what is of that. */
function endAfter(last: number, reading: Reading): number {
  for (let end = last + 1; ;) {
    const inner = reading.keys[end] === 'of' ? lastNounFrom(end + 1, reading) : -1;
    if (inner < 0) return end;
    end = inner + 1;
  }
}

/** @example singularOf('goals') // 'goal' */
function singularOf(key: string): string {
  return key.length > 3 && key.endsWith('s') && !key.endsWith('ss') ? key.slice(0, -1) : key;
}

/** The index of the first phrase that begins at a token or after it. */
export function firstPhraseFrom(phrases: readonly NounPhrase[], at: number): number {
  let low = 0;
  let high = phrases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((phrases[middle]?.first ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
