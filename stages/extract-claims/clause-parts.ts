import { familyOf, type Symbols } from './claim-model.js';
import { bitOf, type ClaimWords } from './lexicon.js';
import { AUXILIARY, MARK, PAST, VERB, type Reading } from './read-tokens.js';
import { beginsClause, type Clause, type Run } from './split-clauses.js';

/** Takes one part of a score: its family and its one or two symbols (0 for none). Scoring adds up weights, training counts, `explain` writes down. */
export type PartSink = (family: number, first: number, second: number) => void;

// Plain constants: these are read some hundred thousand times for a text.
const START_BEFORE = familyOf('start.before');
const START_WORD = familyOf('start.word');
const START_PAIR = familyOf('start.pair');
const START_NEXT = familyOf('start.next');
const START_BACK = familyOf('start.back');
const START_TAGS = familyOf('start.tags');
const START_EDGE = familyOf('start.edge');
const START_AFTER_CUE = familyOf('start.after-cue');
const START_CUE = familyOf('start.cue');
const START_SUBJECT = familyOf('start.subject');
const START_BARE = familyOf('start.bare');
const START_VERB_DISTANCE = familyOf('start.verb-distance');
const END_WORD = familyOf('end.word');
const END_TAG = familyOf('end.tag');
const END_AFTER = familyOf('end.after');
const END_NEXT = familyOf('end.next');
const END_TAGS = familyOf('end.tags');
const END_BEFORE_CUE = familyOf('end.before-cue');
const END_SUBJECT = familyOf('end.subject');
const WORD_IS = familyOf('word.is');
const WORD_TAG = familyOf('word.tag');
const WORD_PAST = familyOf('word.past');
const WORD_PAIR = familyOf('word.pair');
const WORD_CUE = familyOf('word.cue');
const INSIDE_BREAK = familyOf('inside.break');
const INSIDE_BREAK_NEXT = familyOf('inside.break-next');
const INSIDE_SUBJECT = familyOf('inside.subject');
const LENGTH_WORDS = familyOf('length.words');
const LENGTH_VERBS = familyOf('length.verbs');
const WHOLE_SENTENCE = familyOf('whole.sentence');
const WHOLE_QUESTION = familyOf('whole.question');
const WHOLE_TURN = familyOf('whole.turn');

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
  sink(START_BEFORE, before, 0);
  sink(START_WORD, word, 0);
  sink(START_PAIR, before, word);
  sink(START_NEXT, word, symbolAt(reading.symbols, at + 1, run, symbols));
  sink(START_BACK, symbolAt(reading.symbols, at - 2, run, symbols), before);
  sink(START_TAGS, tag, symbolAt(reading.tags, at + 1, run, symbols));
  sink(START_EDGE, symbolAt(reading.tags, at - 1, run, symbols), tag);
  for (const hit of reading.cuesTo[at] ?? []) if (hit.first >= run.first) sink(START_AFTER_CUE, symbols.cues[hit.cue] ?? 0, 0);
  for (const hit of reading.cuesFrom[at] ?? []) sink(START_CUE, symbols.cues[hit.cue] ?? 0, 0);
}

/** The subject of a clause that begins at a token, with the form of its first verb; `verb` is -1 where it has none. */
export function verbParts({ at, verb }: { readonly at: number; readonly verb: number }, source: PartSource, sink: PartSink): void {
  const { run, reading, symbols } = source;
  const subject = ((reading.roles[at] ?? 0) & SUBJECT) !== 0 ? (reading.symbols[at] ?? 0) : symbolAt(reading.tags, at, run, symbols);
  sink(START_SUBJECT, subject, verb < 0 ? (symbols.verbs.get('none') ?? 0) : verbForm(verb, reading, symbols));
  if (verb < 0) sink(START_BARE, subject, 0);
  else sink(START_VERB_DISTANCE, symbols.sizes[Math.min(verb - at, FARTHEST_VERB)] ?? 0, 0);
}

/** What speaks for a clause to end before a token. */
export function endParts(at: number, { run, reading, symbols }: PartSource, sink: PartSink): void {
  const last = symbolAt(reading.symbols, at - 1, run, symbols);
  const after = symbolAt(reading.symbols, at, run, symbols);
  sink(END_WORD, last, 0);
  sink(END_TAG, symbolAt(reading.tags, at - 1, run, symbols), 0);
  sink(END_AFTER, after, 0);
  sink(END_NEXT, after, symbolAt(reading.symbols, at + 1, run, symbols));
  sink(END_TAGS, symbolAt(reading.tags, at - 1, run, symbols), symbolAt(reading.tags, at, run, symbols));
  if (at < run.end) for (const hit of reading.cuesFrom[at] ?? []) sink(END_BEFORE_CUE, symbols.cues[hit.cue] ?? 0, 0);
  if (beginsClause(at, run, reading)) sink(END_SUBJECT, 0, 0);
  else if (beginsClause(at + 1, run, reading)) sink(END_SUBJECT, after, 0);
}

/** What a word inside a clause tells. */
export function wordParts(at: number, { run, reading, symbols }: PartSource, sink: PartSink): void {
  if (((reading.roles[at] ?? 0) & MARK) !== 0) return;
  const word = reading.symbols[at] ?? 0;
  const tag = reading.tags[at] ?? 0;
  if (word !== tag) sink(WORD_IS, word, 0);
  sink(WORD_TAG, tag, 0);
  if (((reading.roles[at] ?? 0) & PAST) !== 0) sink(WORD_PAST, 0, 0);
  if (word !== tag && at + 1 < run.end) sink(WORD_PAIR, word, reading.symbols[at + 1] ?? 0);
  for (const hit of reading.cuesFrom[at] ?? []) sink(WORD_CUE, symbols.cues[hit.cue] ?? 0, 0);
}

/** What it costs to have a pause, a connective or a new subject inside a clause. */
export function insideParts(at: number, { run, reading, symbols }: PartSource, sink: PartSink): void {
  const roles = reading.roles[at] ?? 0;
  const word = symbolAt(reading.symbols, at, run, symbols);
  if ((roles & MARK) !== 0) {
    sink(INSIDE_BREAK, word, 0);
    sink(INSIDE_BREAK_NEXT, word, symbolAt(reading.symbols, at + 1, run, symbols));
  } else if ((roles & CONNECTIVE) !== 0) {
    sink(INSIDE_BREAK, word, 0);
    sink(INSIDE_BREAK_NEXT, word, symbolAt(reading.tags, at + 1, run, symbols));
    if (beginsClause(at + 1, run, reading)) sink(INSIDE_SUBJECT, word, 0);
  } else if (beginsClause(at, run, reading)) sink(INSIDE_SUBJECT, 0, 0);
}

/** What the size of a clause tells; walls have sizes of their own. */
export function sizeParts(size: { readonly tokens: number; readonly verbs: number }, { run, symbols }: PartSource, sink: PartSink): void {
  const { tokens, verbs } = size;
  const step = SIZES.findIndex((most) => tokens <= most);
  sink(LENGTH_WORDS, symbols.sizes[run.wall ? step + SIZES.length : step] ?? 0, 0);
  sink(LENGTH_VERBS, symbols.sizes[Math.min(verbs, MOST_VERBS)] ?? 0, tokens <= SHORT ? (symbols.sizes[SHORT] ?? 0) : 0);
}

/** What the place of a clause in its run tells: whether it reaches the run's ends (closing marks aside), and what the run is. */
export function placeParts(clause: Clause, { run, reading, symbols }: PartSource, sink: PartSink): void {
  const opens = clause.first === run.first;
  const closes = clause.end >= run.end - 1;
  sink(WHOLE_SENTENCE, symbols.sizes[(opens ? 2 : 0) + (closes ? 1 : 0) + (run.wall ? 4 : 0)] ?? 0, 0);
  if (reading.keys[run.end - 1] === '?') sink(WHOLE_QUESTION, symbols.sizes[closes ? 1 : 0] ?? 0, 0);
  if (opens && run.opensTurn) sink(WHOLE_TURN, 0, 0);
}

// eslint-disable-next-line max-params -- called many times for every token: no object is made for it
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
