import { FAMILIES, type Family, type Symbols } from './claim-model.js';
import { bitOf, type ClaimWords } from './lexicon.js';
import { AUXILIARY, MARK, PAST, VERB, type Reading } from './read-tokens.js';
import { beginsClause, type Clause, type Run } from './split-clauses.js';

/** Takes one part of a score: its family and its one or two symbols (0 for none). Scoring adds up weights, training counts, `explain` writes down. */
export type PartSink = (family: number, first: number, second: number) => void;

const F = Object.fromEntries(FAMILIES.map((family, index) => [family, index])) as Readonly<Record<Family, number>>;

const CONNECTIVE = bitOf('connective');
const SUBJECT = bitOf('subject');

/** Upper ends of the size classes of clauses, in tokens. */
const SIZES = [1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 36, Infinity];
/** A clause of so few tokens often has no verb. */
const SHORT = 4;
const MOST_VERBS = 3;
const FARTHEST_VERB = 6;

/** The symbols that are not words of the text, looked up once for a model. */
export interface PartSymbols {
  readonly cues: Int32Array;
  readonly sizes: Int32Array;
  readonly opening: number;
  readonly closing: number;
  readonly verbs: ReadonlyMap<string, number>;
}

const VERB_FORMS = ['ed', 'ing', 's', 'v', 'none'];

/** Every symbol that is no word: training numbers them, so that parts can be told apart before they have weights. */
export function fixedSymbols(words: ClaimWords): string[] {
  const sizes = Array.from({ length: 2 * SIZES.length + 2 }, (_, size) => `#${size}`);
  return ['<', '>', ...sizes, ...VERB_FORMS.map((form) => `=${form}`), ...words.cues.cues.map(({ id }) => `@${id}`)];
}

export function toPartSymbols({ numbers }: Symbols, words: ClaimWords): PartSymbols {
  const number = (symbol: string): number => numbers.get(symbol) ?? 0;
  return {
    cues: Int32Array.from(words.cues.cues, ({ id }) => number(`@${id}`)),
    sizes: Int32Array.from({ length: 2 * SIZES.length + 2 }, (_, size) => number(`#${size}`)),
    opening: number('<'),
    closing: number('>'),
    verbs: new Map(VERB_FORMS.map((form) => [form, number(`=${form}`)])),
  };
}

/** Everything that the parts of a run's clauses are read from. */
export interface PartSource {
  readonly run: Run;
  readonly reading: Reading;
  readonly symbols: PartSymbols;
}

/** What speaks for a clause to begin at a token. */
export function startParts(at: number, { run, reading, symbols }: PartSource, sink: PartSink): void {
  const word = symbolAt(reading.symbols, at, run, symbols);
  const before = symbolAt(reading.symbols, at - 1, run, symbols);
  const tag = symbolAt(reading.tags, at, run, symbols);
  sink(F['start.before'], before, 0);
  sink(F['start.word'], word, 0);
  sink(F['start.pair'], before, word);
  sink(F['start.next'], word, symbolAt(reading.symbols, at + 1, run, symbols));
  sink(F['start.back'], symbolAt(reading.symbols, at - 2, run, symbols), before);
  sink(F['start.tags'], tag, symbolAt(reading.tags, at + 1, run, symbols));
  sink(F['start.edge'], symbolAt(reading.tags, at - 1, run, symbols), tag);
  for (const hit of reading.cuesTo[at] ?? []) if (hit.first >= run.first) sink(F['start.after-cue'], symbols.cues[hit.cue] ?? 0, 0);
  for (const hit of reading.cuesFrom[at] ?? []) sink(F['start.cue'], symbols.cues[hit.cue] ?? 0, 0);
}

/** The subject of a clause that begins at a token, with the form of its first verb; `verb` is -1 where it has none. */
export function verbParts({ at, verb }: { readonly at: number; readonly verb: number }, source: PartSource, sink: PartSink): void {
  const { run, reading, symbols } = source;
  const subject = ((reading.roles[at] ?? 0) & SUBJECT) !== 0 ? (reading.symbols[at] ?? 0) : symbolAt(reading.tags, at, run, symbols);
  sink(F['start.subject'], subject, verb < 0 ? (symbols.verbs.get('none') ?? 0) : verbForm(verb, reading, symbols));
  if (verb < 0) sink(F['start.bare'], subject, 0);
  else sink(F['start.verb-distance'], symbols.sizes[Math.min(verb - at, FARTHEST_VERB)] ?? 0, 0);
}

/** What speaks for a clause to end before a token. */
export function endParts(at: number, { run, reading, symbols }: PartSource, sink: PartSink): void {
  const last = symbolAt(reading.symbols, at - 1, run, symbols);
  const after = symbolAt(reading.symbols, at, run, symbols);
  sink(F['end.word'], last, 0);
  sink(F['end.tag'], symbolAt(reading.tags, at - 1, run, symbols), 0);
  sink(F['end.after'], after, 0);
  sink(F['end.next'], after, symbolAt(reading.symbols, at + 1, run, symbols));
  sink(F['end.tags'], symbolAt(reading.tags, at - 1, run, symbols), symbolAt(reading.tags, at, run, symbols));
  if (at < run.end) for (const hit of reading.cuesFrom[at] ?? []) sink(F['end.before-cue'], symbols.cues[hit.cue] ?? 0, 0);
  if (beginsClause(at, run, reading)) sink(F['end.subject'], 0, 0);
  else if (beginsClause(at + 1, run, reading)) sink(F['end.subject'], after, 0);
}

/** What a word inside a clause tells. */
export function wordParts(at: number, { run, reading, symbols }: PartSource, sink: PartSink): void {
  if (((reading.roles[at] ?? 0) & MARK) !== 0) return;
  const word = reading.symbols[at] ?? 0;
  const tag = reading.tags[at] ?? 0;
  if (word !== tag) sink(F['word.is'], word, 0);
  sink(F['word.tag'], tag, 0);
  if (((reading.roles[at] ?? 0) & PAST) !== 0) sink(F['word.past'], 0, 0);
  if (word !== tag && at + 1 < run.end) sink(F['word.pair'], word, reading.symbols[at + 1] ?? 0);
  for (const hit of reading.cuesFrom[at] ?? []) sink(F['word.cue'], symbols.cues[hit.cue] ?? 0, 0);
}

/** What it costs to have a pause, a connective or a new subject inside a clause. */
export function insideParts(at: number, { run, reading, symbols }: PartSource, sink: PartSink): void {
  const roles = reading.roles[at] ?? 0;
  const word = symbolAt(reading.symbols, at, run, symbols);
  if ((roles & MARK) !== 0) {
    sink(F['inside.break'], word, 0);
    sink(F['inside.break-next'], word, symbolAt(reading.symbols, at + 1, run, symbols));
  } else if ((roles & CONNECTIVE) !== 0) {
    sink(F['inside.break'], word, 0);
    sink(F['inside.break-next'], word, symbolAt(reading.tags, at + 1, run, symbols));
    if (beginsClause(at + 1, run, reading)) sink(F['inside.subject'], word, 0);
  } else if (beginsClause(at, run, reading)) sink(F['inside.subject'], 0, 0);
}

/** What the size of a clause tells; walls have sizes of their own. */
export function sizeParts(size: { readonly tokens: number; readonly verbs: number }, { run, symbols }: PartSource, sink: PartSink): void {
  const { tokens, verbs } = size;
  const step = SIZES.findIndex((most) => tokens <= most);
  sink(F['length.words'], symbols.sizes[run.wall ? step + SIZES.length : step] ?? 0, 0);
  sink(F['length.verbs'], symbols.sizes[Math.min(verbs, MOST_VERBS)] ?? 0, tokens <= SHORT ? (symbols.sizes[SHORT] ?? 0) : 0);
}

/** What the place of a clause in its run tells: whether it reaches the run's ends (closing marks aside), and what the run is. */
export function placeParts(clause: Clause, { run, reading, symbols }: PartSource, sink: PartSink): void {
  const opens = clause.first === run.first;
  const closes = clause.end >= run.end - 1;
  sink(F['whole.sentence'], symbols.sizes[(opens ? 2 : 0) + (closes ? 1 : 0) + (run.wall ? 4 : 0)] ?? 0, 0);
  if (reading.keys[run.end - 1] === '?') sink(F['whole.question'], symbols.sizes[closes ? 1 : 0] ?? 0, 0);
  if (opens && run.opensTurn) sink(F['whole.turn'], 0, 0);
}

function symbolAt(symbols: Int32Array, at: number, run: Run, { opening, closing }: PartSymbols): number {
  if (at < run.first) return opening;
  return at < run.end ? (symbols[at] ?? 0) : closing;
}

function verbForm(verb: number, { roles, keys, symbols }: Reading, parts: PartSymbols): number {
  const role = roles[verb] ?? 0;
  if ((role & AUXILIARY) !== 0) return symbols[verb] ?? 0;
  const key = keys[verb] ?? '';
  const form = (role & PAST) !== 0 ? 'ed' : key.endsWith('ing') ? 'ing' : key.endsWith('s') ? 's' : 'v';
  return parts.verbs.get(form) ?? 0;
}

/** Whether a token is a verb or an auxiliary. */
export function isVerb({ roles }: Reading, at: number): boolean {
  return ((roles[at] ?? 0) & VERB) !== 0;
}
