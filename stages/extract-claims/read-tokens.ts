import type { Token } from '../../schemas/document.js';
import type { Symbols } from './claim-model.js';
import { bitOf, keyOf, type ClaimWords, type Pattern } from './lexicon.js';

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
/** What a noun phrase ends in, and what may stand in it. */
export const NOUN = 1 << 24;
export const BEFORE_NOUN = 1 << 25;
export const NUMBER = 1 << 26;
export const PAST = bitOf('past');

// "--" "…" "(" | "don"
const ONLY_MARKS = /^[^\p{L}\p{N}$€£%&+#@*]+$/u;
// "walked" | "red"
const REGULAR_PAST = /[a-z]{2}ed$/u;
// "7B" | "seven"
const DIGIT = /\d/u;

/** What a model needs to know to read tokens. */
export interface Alphabet {
  readonly symbols: Symbols;
  readonly vocabulary: ReadonlySet<string>;
}

interface WordEntry {
  /** 0 for a word that stands for its part of speech. */
  readonly symbol: number;
  readonly roles: number;
  readonly cues: CuesFrom | undefined;
}

/** The cues that begin with a word: those that are this word alone, and the others by their second word. */
interface CuesFrom {
  readonly alone: readonly number[];
  readonly further: ReadonlyMap<string, readonly Pattern[]>;
}

/** Everything that is known of words, by key, and the symbols of parts of speech: one look-up a token. */
export interface WordTable {
  readonly words: ReadonlyMap<string, WordEntry>;
  readonly tags: ReadonlyMap<string, number>;
}

export function toWordTable({ roles, cues }: ClaimWords, { symbols, vocabulary }: Alphabet): WordTable {
  const keys = new Set([...roles.keys(), ...cues.patterns.keys(), ...vocabulary]);
  const entryOf = (key: string): WordEntry => ({
    symbol: vocabulary.has(key) ? (symbols.numbers.get(key) ?? 0) : 0,
    roles: roles.get(key) ?? 0,
    cues: toCuesFrom(cues.patterns.get(key) ?? []),
  });
  const tags = symbols.names.filter((name) => name.startsWith('~')).map((name) => [name.slice(1), symbols.numbers.get(name) ?? 0] as const);
  return { words: new Map([...keys].map((key) => [key, entryOf(key)])), tags: new Map(tags) };
}

function toCuesFrom(patterns: readonly Pattern[]): CuesFrom | undefined {
  if (patterns.length === 0) return undefined;
  const further = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const [second] = pattern.words;
    if (second !== undefined) further.set(second, [...(further.get(second) ?? []), pattern]);
  }
  return { alone: patterns.filter(({ words }) => words.length === 0).map(({ cue }) => cue), further };
}

const UNKNOWN: WordEntry = { symbol: 0, roles: 0, cues: undefined };
const NO_PATTERNS: readonly Pattern[] = [];
/** Stands at each token without hits; never written to. */
const NO_HITS: CueHit[] = [];

/** What is known of a word as it is written, whatever its part of speech. */
interface KnownWord {
  readonly key: string;
  readonly entry: WordEntry;
  readonly past: boolean;
  readonly onlyMarks: boolean;
  readonly number: boolean;
}

/** Reads all tokens of a text once: every later step looks here and at no string. */
export function readTokens(tokens: readonly Token[], table: WordTable): Reading {
  const count = tokens.length;
  const keys: string[] = [];
  const known = new Map<string, KnownWord>();
  const symbols = new Int32Array(count);
  const tags = new Int32Array(count);
  const roles = new Int32Array(count);
  const found: WordEntry[] = [];
  for (let at = 0; at < count; at++) {
    const { lower, pos } = tokens[at] ?? NO_TOKEN;
    let word = known.get(lower);
    if (word === undefined) known.set(lower, (word = knownWord(lower, table)));
    const tag = table.tags.get(pos) ?? 0;
    keys.push(word.key);
    found.push(word.entry);
    tags[at] = tag;
    symbols[at] = word.entry.symbol === 0 ? tag : word.entry.symbol;
    roles[at] = word.entry.roles | tagBits(pos, word) | (word.number ? NUMBER : 0);
  }
  return { tokens, keys, symbols, tags, roles, ...findCues(found, keys) };
}

const NO_TOKEN: Pick<Token, 'lower' | 'pos'> = { lower: '', pos: 'X' };

function knownWord(lower: string, { words }: WordTable): KnownWord {
  const key = keyOf(lower);
  return { key, entry: words.get(key) ?? UNKNOWN, past: REGULAR_PAST.test(key), onlyMarks: ONLY_MARKS.test(key), number: DIGIT.test(key) };
}

function findCues(entries: readonly WordEntry[], keys: readonly string[]): Pick<Reading, 'cuesFrom' | 'cuesTo'> {
  const cuesFrom = new Array<CueHit[]>(keys.length + 1).fill(NO_HITS);
  const cuesTo = new Array<CueHit[]>(keys.length + 1).fill(NO_HITS);
  for (let at = 0; at < entries.length; at++) {
    const cues = entries[at]?.cues;
    if (cues === undefined) continue;
    for (const cue of cues.alone) addHit({ cue, first: at, end: at + 1 }, cuesFrom, cuesTo);
    for (const { words, cue } of cues.further.get(keys[at + 1] ?? '') ?? NO_PATTERNS) {
      if (matches(words, keys, at + 1)) addHit({ cue, first: at, end: at + 1 + words.length }, cuesFrom, cuesTo);
    }
  }
  return { cuesFrom, cuesTo };
}

function matches(words: readonly string[], keys: readonly string[], from: number): boolean {
  for (let index = 0; index < words.length; index++) if (keys[from + index] !== words[index]) return false;
  return true;
}

/** A cue counts once where it begins, with its longest phrase: "a lot of", not "a lot". */
function addHit(hit: CueHit, cuesFrom: CueHit[][], cuesTo: CueHit[][]): void {
  const from = cuesFrom[hit.first] ?? NO_HITS;
  const same = indexOfCue(hit.cue, from);
  if (same === -1) addTo(cuesFrom, hit.first, hit);
  else if ((from[same]?.end ?? 0) < hit.end) from[same] = hit;
  if (indexOfCue(hit.cue, cuesTo[hit.end] ?? NO_HITS) === -1) addTo(cuesTo, hit.end, hit);
}

function indexOfCue(cue: number, row: readonly CueHit[]): number {
  for (let index = 0; index < row.length; index++) if (row[index]?.cue === cue) return index;
  return -1;
}

/** Most rows hold one hit: they are made for it, since an empty row that is pushed to makes room for many. */
function addTo(rows: CueHit[][], at: number, hit: CueHit): void {
  const row = rows[at];
  if (row === undefined || row === NO_HITS) rows[at] = [hit];
  else row.push(hit);
}

function tagBits(pos: Token['pos'], { past, onlyMarks }: KnownWord): number {
  switch (pos) {
    case 'VERB':
      return past ? VERB | PAST : VERB;
    case 'AUX':
      return VERB | AUXILIARY;
    case 'ADV':
    case 'PART':
      return ADVERB;
    case 'NOUN':
    case 'PROPN':
      return NOUN | BEFORE_NOUN;
    case 'DET':
    case 'ADJ':
    case 'NUM':
      return BEFORE_NOUN;
    case 'PUNCT':
    case 'SYM':
      return onlyMarks ? MARK : 0;
    default:
      return 0;
  }
}
