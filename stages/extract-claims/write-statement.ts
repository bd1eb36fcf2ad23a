import type { Mention } from '../../schemas/mention.js';
import { contains, lastStartingBy, overlaps, type Span } from '../../schemas/span.js';
import { viewOf, type Edit } from '../../schemas/view.js';
import { bitOf, keyOf } from './lexicon.js';
import { MARK, type Reading } from './read-tokens.js';
import type { Clause } from './split-clauses.js';

/** What a statement is written from. */
export interface StatementSource {
  readonly text: string;
  readonly reading: Reading;
  readonly mentions: readonly Mention[];
  /** Marks and capitals that the text lacks. */
  readonly restored: readonly Edit[];
  /** What the pronoun that opens the claim stands for, where that is sure. */
  readonly referent: { readonly pronoun: Span; readonly words: string } | undefined;
}

const INTRODUCER = bitOf('introducer');
const FILLER = bitOf('filler');

/** The readable statement: fillers, stammers and a leading "and so" dropped, capital and full stop added, names in their own case. */
export function writeStatement(clause: Clause, source: StatementSource): string {
  const { reading, text, referent } = source;
  const { tokens, roles } = reading;
  let first = clause.first;
  while (first + 1 < clause.end && ((roles[first] ?? 0) & (INTRODUCER | MARK)) !== 0 && !isOpeningWord(first, source)) first++;
  const part = { start: tokens[first]?.start ?? 0, end: tokens[clause.end - 1]?.end ?? 0 };
  const edits: Edit[] =
    referent !== undefined && contains(part, referent.pronoun) ? [{ ...referent.pronoun, text: `[${referent.words}]` }] : [];
  for (let at = first; at < clause.end; at++) {
    const dropped = fillerFrom(at, clause.end, reading) ?? stammerFrom(at, clause.end, reading);
    if (dropped !== undefined) edits.push({ start: tokens[at]?.start ?? 0, end: tokens[dropped]?.start ?? part.end, text: '' });
    else if (reading.keys[at] === 'i' || IM.has(reading.keys[at] ?? '')) edits.push(...capitalOf(tokens[at]?.start ?? 0, text));
  }
  for (let index = lastStartingBy(source.mentions, part.end - 1); index >= 0; index--) {
    const mention = source.mentions[index];
    if (mention === undefined || mention.start < part.start) break;
    if (contains(part, mention)) edits.push(...ownCase(mention, text));
  }
  for (let index = lastStartingBy(source.restored, part.start - 1) + 1; index < source.restored.length; index++) {
    const edit = source.restored[index];
    if (edit === undefined || edit.start >= part.end) break;
    if (!edits.some((own) => overlaps(own, edit))) edits.push(edit);
  }
  const words = viewOf(text, part, edits).text.trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${ENDED.test(words) ? '' : '.'}`;
}

const IM = new Set(['im', 'ive']);
// "so!" | "so"
const ENDED = /[.!?…]["”)]?$/u;

/** "like" and "right" open a claim as often as they fill: only what a pause follows, or a connective, is dropped. */
function isOpeningWord(at: number, { reading }: StatementSource): boolean {
  if (((reading.roles[at] ?? 0) & MARK) !== 0 || BARE_OPENINGS.has(reading.keys[at] ?? '')) return false;
  return ((reading.roles[at + 1] ?? 0) & MARK) === 0;
}

const BARE_OPENINGS = new Set(['and', 'but', 'so', 'or', 'um', 'uh', 'well', 'yeah']);

/** Where a filler that begins here ends: "um", or "you know" between pauses. */
function fillerFrom(at: number, end: number, { roles, keys }: Reading): number | undefined {
  const next = at + 1;
  if (((roles[at] ?? 0) & FILLER) !== 0) return ((roles[next] ?? 0) & MARK) !== 0 && next + 1 < end ? next + 1 : next;
  const paused = ((roles[at - 1] ?? 0) & MARK) !== 0 && ((roles[at + 2] ?? 0) & MARK) !== 0;
  return paused && at + 3 < end && PHRASES.get(keys[at] ?? '') === keys[next] ? at + 3 : undefined;
}

const PHRASES: ReadonlyMap<string, string> = new Map([
  ['you', 'know'],
  ['i', 'mean'],
]);

/** Where a word that is said twice in a row begins again: "the the", "it's it's". */
function stammerFrom(at: number, end: number, { keys }: Reading): number | undefined {
  if (at + 1 < end && keys[at] === keys[at + 1] && STAMMERED.has(keys[at] ?? '')) return at + 1;
  if (at + 3 < end && keys[at] === keys[at + 2] && keys[at + 1] === keys[at + 3] && STAMMERED.has(keys[at] ?? '')) return at + 2;
  return undefined;
}

const STAMMERED = new Set(['i', 'the', 'a', 'it', 'to', 'of', 'and', 'we', 'you', 'they', 'in', 'is', 'he', 'she', 'this', 'if']);

function capitalOf(at: number, text: string): Edit[] {
  const letter = text.charAt(at);
  return letter === letter.toUpperCase() ? [] : [{ start: at, end: at + 1, text: letter.toUpperCase() }];
}

/** A name that differs from its canonical form in nothing but case and marks is written in that form. */
function ownCase({ start, end, name }: Mention, text: string): Edit[] {
  const words = text.slice(start, end);
  return words !== name && plainOf(words) === plainOf(name) ? [{ start, end, text: name }] : [];
}

function plainOf(words: string): string {
  return keyOf(words.toLowerCase());
}
