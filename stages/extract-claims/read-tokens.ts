import type { Token } from '../../schemas/document.js';
import type { Symbols } from './claim-model.js';
import { bitOf, keyOf, type ClaimWords, type CueTable } from './lexicon.js';

/** A cue in the text: which one, and its half-open range of tokens. */
export interface CueHit {
  readonly cue: number;
  readonly first: number;
  readonly end: number;
}

/** The tokens of a text as the model sees them. All arrays run along the tokens. */
export interface Reading {
  readonly tokens: readonly Token[];
  /** Each token as it is looked up: lower case, no apostrophes. */
  readonly keys: readonly string[];
  /** The symbol of the word, or of its part of speech for a word that the model does not know. */
  readonly symbols: Int32Array;
  /** The symbol of the part of speech. */
  readonly tags: Int32Array;
  /** Closed classes of the word, as bits (`bitOf`), and what the part of speech tells (`VERB`, `MARK`, …). */
  readonly roles: Int32Array;
  readonly cuesFrom: readonly (readonly CueHit[])[];
  readonly cuesTo: readonly (readonly CueHit[])[];
}

/** Bits beyond those of the closed classes. */
export const VERB = 1 << 20;
export const AUXILIARY = 1 << 21;
export const MARK = 1 << 22;
export const ADVERB = 1 << 23;
export const PAST = bitOf('past');

// "--" "…" "(" | "don"
const ONLY_MARKS = /^[^\p{L}\p{N}$€£%&+#@*]+$/u;
// "walked" | "red"
const REGULAR_PAST = /[a-z]{2}ed$/u;

/** What a model needs to know to read tokens. */
export interface Alphabet {
  readonly symbols: Symbols;
  readonly vocabulary: ReadonlySet<string>;
}

/** Reads all tokens of a text once: every later step looks here and at no string. */
export function readTokens(tokens: readonly Token[], words: ClaimWords, alphabet: Alphabet): Reading {
  const keys = tokens.map(({ lower }) => keyOf(lower));
  const symbols = new Int32Array(tokens.length);
  const tags = new Int32Array(tokens.length);
  const roles = new Int32Array(tokens.length);
  const numbers = alphabet.symbols.numbers;
  for (const [index, { pos }] of tokens.entries()) {
    const key = keys[index] ?? '';
    const tag = numbers.get(`~${pos}`) ?? 0;
    tags[index] = tag;
    symbols[index] = alphabet.vocabulary.has(key) ? (numbers.get(key) ?? tag) : tag;
    roles[index] = (words.roles.get(key) ?? 0) | tagBits(pos, key);
  }
  return { tokens, keys, symbols, tags, roles, ...findCues(keys, words.cues) };
}

function tagBits(pos: Token['pos'], key: string): number {
  switch (pos) {
    case 'VERB':
      return REGULAR_PAST.test(key) ? VERB | PAST : VERB;
    case 'AUX':
      return VERB | AUXILIARY;
    case 'ADV':
    case 'PART':
      return ADVERB;
    case 'PUNCT':
    case 'SYM':
      return ONLY_MARKS.test(key) ? MARK : 0;
    default:
      return 0;
  }
}

const NO_HITS: readonly CueHit[] = [];

function findCues(keys: readonly string[], { patterns }: CueTable): Pick<Reading, 'cuesFrom' | 'cuesTo'> {
  const cuesFrom = new Array<readonly CueHit[]>(keys.length + 1).fill(NO_HITS);
  const cuesTo = new Array<readonly CueHit[]>(keys.length + 1).fill(NO_HITS);
  for (const [first, key] of keys.entries()) {
    const here = patterns.get(key);
    if (here === undefined) continue;
    for (const { words, cue } of here) {
      if (!matches(words, keys, first + 1)) continue;
      const hit = { cue, first, end: first + 1 + words.length };
      const from = cuesFrom[first] ?? NO_HITS;
      // A cue counts once where it begins, with its longest phrase: "a lot of", not "a lot".
      const same = from.find((other) => other.cue === cue);
      if (same === undefined) cuesFrom[first] = [...from, hit];
      else if (same.end < hit.end) cuesFrom[first] = from.map((other) => (other === same ? hit : other));
      const to = cuesTo[hit.end] ?? NO_HITS;
      if (!to.some((other) => other.cue === cue)) cuesTo[hit.end] = [...to, hit];
    }
  }
  return { cuesFrom, cuesTo };
}

function matches(words: readonly string[], keys: readonly string[], from: number): boolean {
  for (let index = 0; index < words.length; index++) if (keys[from + index] !== words[index]) return false;
  return true;
}
