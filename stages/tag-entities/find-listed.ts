import type { Token } from '../../schemas/document.js';
import type { Candidate } from './candidate.js';
import type { TagContext } from './context.js';
import { fold, singularsOf } from './fold.js';
import { NOWHERE, ROOT } from './form-tree.js';
import type { Gazetteer, Sense } from './gazetteer.js';
import { isMeant, writingOf } from './read-writing.js';

/** Signs that stand inside names: `AT&T`, `super-convergence`, `fast.ai`. */
const JOINING = new Set(['&', '-', '.', '/', "'", '’']);

// "swift", "3d" | "'s"
const BEGINS_WITH_LETTER = /^[\p{L}\p{N}]/u;

/**
 * Walks the tokens once and finds the listed names that may be meant: all of each place, longest first.
 *
 * Case, hyphens, dots, spaces and a plural `s` do not count: "fast AI", "fast.ai" and "fastai" are one form.
 */
export function findListed(context: TagContext): Candidate[] {
  const { tokens, lexicon } = context;
  const { gazetteer } = lexicon;
  const words = readWords(tokens, gazetteer);
  const dot = gazetteer.tree.walk(ROOT, LEADING_DOT);
  const found: Candidate[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const first = words[from];
    if (first === undefined || (!first.begins && !isLeadingDot(context, from))) continue;
    const here: Candidate[] = [];
    let place = first.begins ? ROOT : dot;
    for (let at = from; at < tokens.length && (at === from || isJoined(tokens, words, at)); at++) {
      const word = words[at];
      if (word === undefined || word.folded === '') continue;
      place = at === from ? word.place : gazetteer.tree.walk(place, word.folded);
      const named = at === from ? word.named : nameOf({ place, word, from, at }, words, gazetteer);
      if (named !== undefined) {
        const match = { from, to: at + 1, sense: named.sense, plural: named.plural };
        const written = writingOf(match, context);
        if (isMeant({ ...match, written }, context)) here.push({ from, to: at + 1, key: named.key, sense: named.sense, written });
      }
      if (place === NOWHERE) break;
    }
    if (here.length > 0) found.push(...here.reverse());
  }
  return found;
}

const LEADING_DOT = 'dot';

/** A form that some letters are, perhaps in the plural. */
interface Named {
  readonly key: string;
  readonly sense: Sense;
  readonly plural: boolean;
}

interface Word {
  readonly folded: string;
  /** Where its letters lead to in the tree of forms. */
  readonly place: number;
  /** The form that it is by itself. */
  readonly named: Named | undefined;
  /** Some form is this word, or begins with it. */
  readonly begins: boolean;
}

/** Most words begin no name, and most come back: each is folded and looked up once. */
function readWords(tokens: readonly Token[], gazetteer: Gazetteer): Word[] {
  const known = new Map<string, Word>();
  return tokens.map(({ lower }) => {
    const before = known.get(lower);
    if (before !== undefined) return before;
    const folded = fold(lower);
    const place = gazetteer.tree.walk(ROOT, folded);
    const named = folded === '' ? undefined : listed(folded, gazetteer);
    const begins = folded !== '' && BEGINS_WITH_LETTER.test(lower) && (named !== undefined || place !== NOWHERE);
    const word = { folded, place, named, begins };
    known.set(lower, word);
    return word;
  });
}

/** The form that letters are, as they stand or in the singular. */
function listed(letters: string, { senses }: Gazetteer): Named | undefined {
  const own = senses.get(letters);
  if (own !== undefined) return { key: letters, sense: own, plural: false };
  for (const key of singularsOf(letters)) {
    const sense = senses.get(key);
    if (sense !== undefined) return { key, sense, plural: true };
  }
  return undefined;
}

interface Reach {
  readonly place: number;
  readonly word: Word;
  readonly from: number;
  readonly at: number;
}

/** The form that the words of a range are together. Only a plural has to be spelt out for it: the rest the tree knows. */
function nameOf({ place, word, from, at }: Reach, words: readonly Word[], gazetteer: Gazetteer): Named | undefined {
  const form = place === NOWHERE ? undefined : gazetteer.keys[gazetteer.tree.formAt(place)];
  if (form === undefined && !word.folded.endsWith('s')) return undefined;
  let letters = words[from]?.folded === '' ? LEADING_DOT : '';
  for (let index = from; index <= at; index++) letters += words[index]?.folded ?? '';
  return listed(form ?? letters, gazetteer);
}

/** The dot of ".NET", with a space before it and none after. */
function isLeadingDot({ doc, tokens }: TagContext, at: number): boolean {
  const token = tokens[at];
  return token?.lower === '.' && doc.text[token.start - 1] === ' ' && tokens[at + 1]?.start === token.end;
}

/** A name goes on over one space, or over a sign that touches a word on both sides (or is `&`). */
function isJoined(tokens: readonly Token[], words: readonly Word[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined) return false;
  const touches = before.end === token.start;
  if (JOINING.has(token.lower)) return token.lower === '&' || (touches && tokens[at + 1]?.start === token.end);
  if (words[at]?.folded === '') return false;
  return touches || !JOINING.has(before.lower) || before.lower === '&';
}
