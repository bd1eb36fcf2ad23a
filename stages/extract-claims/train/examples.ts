import type { Sentence, Token } from '../../../schemas/document.js';
import { readWithWink } from '../../language/wink.js';
import { MOST_SYMBOLS, toSymbols } from '../claim-model.js';
import { fixedSymbols, toPartSymbols, type PartSource } from '../clause-parts.js';
import { keyOf, type ClaimWords } from '../lexicon.js';
import { readTokens, toWordTable, type Alphabet, type Reading } from '../read-tokens.js';
import { runsOf } from '../split-clauses.js';
import { clausesOf, partsOf, type ClauseList } from '../weigh-clauses.js';
import type { Clause, Run } from '../split-clauses.js';
import type { AnnotatedText } from './annotated.js';
import { overlapOf, rangeOf, wordsOf, type WordRange } from './measure.js';

/** A word is looked at as such where the texts (with their copies without apostrophes) have it at least this often; fewer words carry over to other shows better. */
const LEAST_IN_TEXTS = 60;

/** Tokens and sentences of a text as the stage gets them. */
export type ReadText = (text: string) => { readonly tokens: readonly Token[]; readonly sentences: readonly Sentence[] };

/** A run with all its clauses, their parts, and those that a reader marked. */
export interface ExampleRun {
  readonly run: Run;
  readonly clauses: ClauseList;
  /** Parts of clause `n`: from `ends[n]` to `ends[n + 1]`. */
  readonly parts: Int32Array;
  readonly ends: Int32Array;
  readonly marked: readonly number[];
}

/** An annotated text as the model sees it. */
export interface Example {
  readonly source: AnnotatedText;
  readonly reading: Reading;
  readonly runs: readonly ExampleRun[];
  readonly claims: readonly (Clause & WordRange)[];
}

/** Words that are common in the texts, whoever marked what in them. */
export function toAlphabet(texts: readonly AnnotatedText[], words: ClaimWords): Alphabet {
  const counts = new Map<string, number>();
  const tags = new Set<string>();
  for (const { text } of texts) {
    for (const { lower, pos } of readWithWink(text).tokens) {
      const key = keyOf(lower);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      tags.add(`~${pos}`);
    }
  }
  const common = [...counts].filter(([word, count]) => count >= LEAST_IN_TEXTS && !/\s/u.test(word)).map(([word]) => word);
  const symbols = toSymbols([...fixedSymbols(words), ...[...tags].sort(), ...common.sort()].slice(0, MOST_SYMBOLS - 1));
  return { symbols, vocabulary: new Set(common.filter((word) => symbols.numbers.has(word))) };
}

/** Numbers for the keys of parts, in order of first occurrence. */
export class PartNumbers {
  readonly keys: number[] = [];
  readonly #numbers = new Map<number, number>();

  numberOf(key: number): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.keys.length);
    this.keys.push(key);
    return this.keys.length - 1;
  }
}

/** Reads an annotated text as the stage does, and writes down the parts of every clause. */
export function toExample(
  source: AnnotatedText,
  knowledge: { readonly words: ClaimWords; readonly alphabet: Alphabet; readonly numbers: PartNumbers; readonly readText: ReadText },
): Example {
  const { words, alphabet, numbers, readText } = knowledge;
  const { tokens, sentences } = readText(source.text);
  const reading = readTokens(tokens, toWordTable(words, alphabet));
  const spoken = wordsOf(source.text);
  const symbols = toPartSymbols(alphabet.symbols, words);
  const claims = source.claims.map((claim) => {
    const first = tokens.findIndex(({ end }) => end > claim.start);
    const after = tokens.findIndex(({ start }) => start >= claim.end);
    return { first, end: after < 0 ? tokens.length : after, ...rangeOf(spoken, claim) };
  });
  const runs = runsOf(sentences, tokens, source.turns).map((run) => {
    const clauses = clausesOf({ run, reading });
    const inside = claims.filter(({ first, end }) => first < run.end && end > run.first);
    const marked = markedIn(clauses, inside, ({ first, end }) =>
      rangeOf(spoken, { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 }),
    );
    return { run, clauses, marked, ...listParts(clauses, { run, reading, symbols }, numbers) };
  });
  return { source, reading, runs, claims };
}

function listParts(clauses: ClauseList, source: PartSource, numbers: PartNumbers): Pick<ExampleRun, 'parts' | 'ends'> {
  const parts: number[] = [];
  const ends = new Int32Array(clauses.firsts.length + 1);
  for (const [index, first] of clauses.firsts.entries()) {
    partsOf({ first, end: clauses.ends[index] ?? 0 }, source, (part) => parts.push(numbers.numberOf(part)));
    ends[index + 1] = parts.length;
  }
  return { parts: Int32Array.from(parts), ends };
}

/** The clauses that come closest to what a reader marked: at least half of the words shared, none overlapping another. */
function markedIn(clauses: ClauseList, claims: readonly WordRange[], toRange: (clause: Clause) => WordRange): number[] {
  if (claims.length === 0) return [];
  const { firsts, ends } = clauses;
  const ranges = firsts.map((first, index) => toRange({ first, end: ends[index] ?? 0 }));
  const closest = claims.flatMap((claim) => {
    let best = { index: -1, overlap: 0.5 };
    for (const [index, range] of ranges.entries()) {
      const overlap = overlapOf(range, claim);
      if (overlap > best.overlap) best = { index, overlap };
    }
    return best.index < 0 ? [] : [best];
  });
  const marked: number[] = [];
  for (const { index } of closest.sort((a, b) => b.overlap - a.overlap)) {
    const free = marked.every((other) => (ends[other] ?? 0) <= (firsts[index] ?? 0) || (firsts[other] ?? 0) >= (ends[index] ?? 0));
    if (free) marked.push(index);
  }
  return marked;
}
