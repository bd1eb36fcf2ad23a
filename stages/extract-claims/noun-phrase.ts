import { bitOf } from './lexicon.js';
import { MARK, VERB, type Reading } from './read-tokens.js';
import type { Clause } from './split-clauses.js';

/** A noun phrase: determiners and adjectives up to its last noun, and "of" with the next one. */
export interface NounPhrase extends Clause {
  /** The head's word in the singular, as far as a bare "s" makes a plural. */
  readonly head: string;
  /** False after a preposition: "in the end" is no subject; but "most of the research" is about the research. */
  readonly free: boolean;
}

const BEFORE_NOUN = new Set(['DET', 'ADJ', 'NUM', 'PROPN', 'NOUN']);
const NOUNS = new Set(['NOUN', 'PROPN']);
const CONNECTIVE = bitOf('connective');
const HOLLOW = bitOf('hollow');
const POSSESSIVE = bitOf('possessive');
const PORTION = bitOf('portion');
const PREPOSITION = 'ADP';

/** The noun phrases of a text, in order, and where each head stands. */
export interface NounPhrases {
  readonly all: readonly NounPhrase[];
  readonly byHead: ReadonlyMap<string, readonly number[]>;
}

export function nounPhrasesOf(reading: Reading): NounPhrases {
  const { tokens, roles } = reading;
  const phrases: NounPhrase[] = [];
  for (let at = 0; at < tokens.length;) {
    const phrase = phraseAt(at, reading);
    if (phrase === undefined) at++;
    else {
      const before = at === 0 ? undefined : tokens[at - 1];
      const isPortion = reading.keys[at - 1] === 'of' && ((roles[at - 2] ?? 0) & PORTION) !== 0;
      const free = before?.pos !== PREPOSITION || ((roles[at - 1] ?? 0) & CONNECTIVE) !== 0 || isPortion;
      phrases.push({ ...phrase, free });
      at = phrase.end;
    }
  }
  const byHead = new Map<string, number[]>();
  for (const { head, first } of phrases) {
    const places = byHead.get(head);
    if (places === undefined) byHead.set(head, [first]);
    else places.push(first);
  }
  return { all: phrases, byHead };
}

function phraseAt(first: number, reading: Reading): Omit<NounPhrase, 'free'> | undefined {
  const { tokens, keys, roles } = reading;
  let last = -1;
  for (let at = first; at < tokens.length; at++) {
    const tag = tokens[at]?.pos ?? 'X';
    const role = roles[at] ?? 0;
    const genitive = keys[at] === 's' && last >= 0 && last === at - 1 && NOUNS.has(tokens[at + 1]?.pos ?? 'X');
    if ((role & (MARK | VERB)) !== 0 || !(genitive || (role & POSSESSIVE) !== 0 || BEFORE_NOUN.has(tag))) break;
    if ((role & CONNECTIVE) !== 0 && tag !== 'NOUN') break;
    if (NOUNS.has(tag) && (role & HOLLOW) === 0) last = at;
  }
  if (last < 0) return undefined;
  const head = singularOf(keys[last] ?? '');
  const inner = keys[last + 1] === 'of' ? phraseAt(last + 2, reading) : undefined;
  return inner === undefined ? { first, end: last + 1, head } : { first, end: inner.end, head };
}

/** @example singularOf('goals') // 'goal' */
function singularOf(key: string): string {
  return key.length > 3 && key.endsWith('s') && !key.endsWith('ss') ? key.slice(0, -1) : key;
}
