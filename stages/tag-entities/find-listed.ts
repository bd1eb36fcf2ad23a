import type { Token } from '../../schemas/document.js';
import type { Candidate } from './candidate.js';
import type { TagContext } from './context.js';
import { fold, singularsOf } from './fold.js';
import { beginsAName, type Gazetteer, type Sense } from './gazetteer.js';
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
  const lookUp = lookUpIn(lexicon.gazetteer);
  const words = readWords(tokens, lookUp);
  const found: Candidate[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const first = words[from];
    if (first === undefined || (!first.begins && !isLeadingDot(context, from))) continue;
    const here: Candidate[] = [];
    let letters = first.begins ? '' : 'dot';
    for (let at = from; at < tokens.length && (at === from || isJoined(tokens, words, at)); at++) {
      const piece = words[at]?.folded ?? '';
      if (piece === '') continue;
      letters += piece;
      const { key, sense, goesOn } = lookUp(letters);
      if (key !== undefined && sense !== undefined) {
        const match = { from, to: at + 1, sense, plural: key !== letters };
        const written = writingOf(match, context);
        if (isMeant({ ...match, written }, context)) here.push({ from, to: at + 1, key, sense, written });
      }
      if (!goesOn) break;
    }
    if (here.length > 0) found.push(...here.reverse());
  }
  return found;
}

/** What the gazetteer knows of some letters: the form they are, perhaps in the plural, and whether a longer form begins so. */
interface Entry {
  readonly key: string | undefined;
  readonly sense: Sense | undefined;
  readonly goesOn: boolean;
}

type LookUp = (letters: string) => Entry;

/** Looks letters up, each only once in an episode. */
function lookUpIn(gazetteer: Gazetteer): LookUp {
  const known = new Map<string, Entry>();
  return (letters) => {
    const before = known.get(letters);
    if (before !== undefined) return before;
    const isListed = (form: string): boolean => gazetteer.senses.has(form);
    const key = isListed(letters) ? letters : singularsOf(letters).find(isListed);
    const sense = key === undefined ? undefined : gazetteer.senses.get(key);
    const entry = { key, sense, goesOn: beginsAName(gazetteer, letters) };
    known.set(letters, entry);
    return entry;
  };
}

interface Word {
  readonly folded: string;
  /** Some form is this word, or begins with it. */
  readonly begins: boolean;
}

/** Most words begin no name, and most come back: each is folded and looked up once. */
function readWords(tokens: readonly Token[], lookUp: LookUp): Word[] {
  const known = new Map<string, Word>();
  return tokens.map(({ lower }) => {
    const before = known.get(lower);
    if (before !== undefined) return before;
    const folded = fold(lower);
    const begins = folded !== '' && BEGINS_WITH_LETTER.test(lower) && (lookUp(folded).sense !== undefined || lookUp(folded).goesOn);
    const word = { folded, begins };
    known.set(lower, word);
    return word;
  });
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
