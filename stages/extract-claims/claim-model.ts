import { z } from 'zod';
import { toWeightTable, type WeightTable } from './weight-table.js';

/**
 * What the weights are about. Each part of a clause's score is a family with one or two symbols: a word (or, for a rare one, its part of
 * speech, `~NOUN`), a cue (`@stance.think`), an edge of the run (`<`, `>`), or a size (`#8`).
 */
export const FAMILIES = [
  'start.before',
  'start.word',
  'start.pair',
  'start.next',
  'start.back',
  'start.tags',
  'start.edge',
  'start.after-cue',
  'start.cue',
  'start.subject',
  'start.verb-distance',
  'start.bare',
  'end.word',
  'end.tag',
  'end.after',
  'end.next',
  'end.tags',
  'end.before-cue',
  'end.subject',
  'word.is',
  'word.tag',
  'word.past',
  'word.pair',
  'word.cue',
  'inside.break',
  'inside.break-next',
  'inside.subject',
  'length.words',
  'length.verbs',
  'whole.question',
  'whole.sentence',
  'whole.turn',
] as const;
export type Family = (typeof FAMILIES)[number];

/** What the readings of a claim (its kind and polarity) are told by. */
export const READING_FAMILIES = ['word', 'cue', 'negated', 'tag', 'verb', 'shape'] as const;
export type ReadingFamily = (typeof READING_FAMILIES)[number];

/** The number of a family. */
export function familyOf(family: Family): number {
  return FAMILIES.indexOf(family);
}

/** Most symbols that a model may have: a part's key must fit a small integer. */
const SYMBOL_BITS = 12;
export const MOST_SYMBOLS = 1 << SYMBOL_BITS;

const weightRow = z.record(z.string(), z.number());

const clausesFile = z.strictObject({
  note: z.string(),
  /** Words that are looked at as such; any other word stands for its part of speech. */
  vocabulary: z.array(z.string()),
  /** Least expected gain, in matched claims, for which a clause is chosen. */
  threshold: z.number(),
  /** Slope and offset from log-odds to the confidence that is written down. */
  calibration: z.strictObject({ slope: z.number(), offset: z.number() }),
  weights: z.partialRecord(z.enum(FAMILIES), weightRow),
});

const readingFile = z.strictObject({
  classes: z.array(z.string()).min(2),
  weights: z.partialRecord(z.enum(READING_FAMILIES), z.record(z.string(), z.array(z.number()))),
});

const readingsFile = z.strictObject({ note: z.string(), kind: readingFile, polarity: readingFile });

/** Numbers for symbols. 0 stands for "no symbol". */
export interface Symbols {
  readonly names: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
}

export interface ClauseModel {
  readonly symbols: Symbols;
  readonly vocabulary: ReadonlySet<string>;
  /** Weight of each part, by its key. */
  readonly weights: WeightTable;
  readonly threshold: number;
  readonly calibration: { readonly slope: number; readonly offset: number };
}

/**
 * Two multinomial logistic models in one table, since they look at the same features: each row has a weight for every kind, then one
 * for every polarity.
 */
export interface ReadingModel {
  readonly kinds: readonly string[];
  readonly polarities: readonly string[];
  readonly weights: Readonly<Record<ReadingFamily, ReadonlyMap<string, Float64Array>>>;
}

export interface ClaimModel {
  readonly clauses: ClauseModel;
  readonly readings: ReadingModel;
}

/** Checks the weight files and turns them into look-up tables. */
export function toClaimModel(clauses: unknown, readings: unknown): ClaimModel {
  const { kind, polarity } = readingsFile.parse(readings);
  return { clauses: toClauseModel(clauses), readings: toReadingModel(kind, polarity) };
}

function toClauseModel(file: unknown): ClauseModel {
  const { vocabulary, threshold, calibration, weights: rows } = clausesFile.parse(file);
  const families = FAMILIES.map((family) => [family, rows[family] ?? {}] as const);
  const symbols = toSymbols([...vocabulary, ...families.flatMap(([, row]) => Object.keys(row).flatMap((part) => part.split(' ')))]);
  const weights = new Map<number, number>();
  for (const [family, row] of families) {
    for (const [part, weight] of Object.entries(row)) {
      const [first = '', second = ''] = part.split(' ');
      weights.set(keyOfPart(familyOf(family), symbols.numbers.get(first) ?? 0, symbols.numbers.get(second) ?? 0), weight);
    }
  }
  return { symbols, vocabulary: new Set(vocabulary), weights: toWeightTable(weights, SYMBOL_BITS), threshold, calibration };
}

function toReadingModel(kind: z.infer<typeof readingFile>, polarity: z.infer<typeof readingFile>): ReadingModel {
  const kinds = kind.classes;
  const polarities = polarity.classes;
  const rowsOf = (family: ReadingFamily): ReadonlyMap<string, Float64Array> => {
    const [some, others] = [kind.weights[family] ?? {}, polarity.weights[family] ?? {}];
    const zeros = (classes: readonly string[]): number[] => classes.map(() => 0);
    const rowOf = (value: string): Float64Array =>
      Float64Array.from([...(some[value] ?? zeros(kinds)), ...(others[value] ?? zeros(polarities))]);
    return new Map([...new Set([...Object.keys(some), ...Object.keys(others)])].map((value) => [value, rowOf(value)]));
  };
  const [word, cue, negated, tag, verb, shape] = [
    rowsOf('word'),
    rowsOf('cue'),
    rowsOf('negated'),
    rowsOf('tag'),
    rowsOf('verb'),
    rowsOf('shape'),
  ];
  return { kinds, polarities, weights: { word, cue, negated, tag, verb, shape } };
}

/** Numbers symbols in the order of their first occurrence. */
export function toSymbols(all: readonly string[]): Symbols {
  const numbers = new Map([['', 0]]);
  for (const symbol of all) if (!numbers.has(symbol)) numbers.set(symbol, numbers.size);
  if (numbers.size > MOST_SYMBOLS) throw new RangeError(`a model has at most ${MOST_SYMBOLS} symbols, this one ${numbers.size}`);
  return { names: [...numbers.keys()], numbers };
}

/** One number for a part: its family and its one or two symbols. */
export function keyOfPart(family: number, first: number, second: number): number {
  return (family * MOST_SYMBOLS + first) * MOST_SYMBOLS + second;
}

/** The words of a part's key. @example nameOfPart(key, symbols) // 'start.pair:and it' */
export function nameOfPart(key: number, { names }: Symbols): string {
  const second = key % MOST_SYMBOLS;
  const first = Math.floor(key / MOST_SYMBOLS) % MOST_SYMBOLS;
  const family = FAMILIES[Math.floor(key / (MOST_SYMBOLS * MOST_SYMBOLS))] ?? '';
  return `${family}:${names[first] ?? ''}${second === 0 ? '' : ` ${names[second] ?? ''}`}`;
}
