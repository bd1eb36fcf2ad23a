import type { Span } from '../../schemas/span.js';
import type { NameLexicon } from './lexicon.js';
import type { Word } from './read-words.js';

/** A name that a speaker gives for itself as a handle. */
export interface OwnHandle extends Span {
  readonly name: string;
  readonly word: number;
}

export interface SpelledNames {
  /** The right spelling of a part of a name, by the part as it was written (lower case). */
  readonly spellings: ReadonlyMap<string, string>;
  readonly handles: readonly OwnHandle[];
}

// "@KatrinVogel"; not "@katrin" (no two names in it), "@KV".
const HANDLE = /^@(?<first>\p{Lu}\p{Ll}+)(?<last>\p{Lu}\p{Ll}+)$/u;
// "V-O-G-E-L", "v-o-g-e-l"; not "T-shirt".
const LETTERS = /^\p{L}(?:-\p{L}){2,}$/u;
/** How many words may stand between a name and its spelling, or between "me" and a handle. */
const NEAR = 6;
/** A spelling belongs to the name whose letters it changes by no more than this share. */
const MOST_CHANGED = 0.5;

/** Finds handles made of a name, and names spelled letter by letter. */
export function readSpelledNames(text: string, words: readonly Word[], { words: lists }: Pick<NameLexicon, 'words'>): SpelledNames {
  const spellings = new Map<string, string>();
  const handles: OwnHandle[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) continue;
    // Both begin so: "@K…", "V-…", and few words do.
    if (text.charAt(word.start) !== '@' && text.charAt(word.start + 1) !== '-') continue;
    const written = text.slice(word.start, word.end);
    const handle = HANDLE.exec(written)?.groups;
    if (handle !== undefined && nearby(words, index, lists.ownHandle)) {
      handles.push({ name: `${handle.first ?? ''} ${handle.last ?? ''}`, word: index, start: word.start, end: word.end });
    }
    if (LETTERS.test(written) && nearby(words, index, lists.spelling)) {
      const part = closest(partsBefore(text, words, index), written.replaceAll('-', ''));
      if (part !== undefined) spellings.set(part.toLowerCase(), toName(written.replaceAll('-', '')));
    }
  }
  return { spellings, handles };
}

function nearby(words: readonly Word[], index: number, list: ReadonlySet<string>): boolean {
  return words.slice(Math.max(0, index - NEAR), index).some(({ norm }) => list.has(norm));
}

/** The capitalised words before a spelling, handles taken apart. */
function partsBefore(text: string, words: readonly Word[], index: number): string[] {
  return words.slice(Math.max(0, index - NEAR), index).flatMap((word) => {
    const written = text.slice(word.start, word.end);
    const handle = HANDLE.exec(written)?.groups;
    if (handle !== undefined) return [handle.first ?? '', handle.last ?? ''];
    return word.capital ? [written] : [];
  });
}

/** The part that comes nearest to the letters, if it is near enough and begins alike. */
function closest(parts: readonly string[], letters: string): string | undefined {
  const target = letters.toLowerCase();
  let best: { part: string; changed: number } | undefined;
  for (const part of parts) {
    const changed = distance(part.toLowerCase(), target) / Math.max(part.length, target.length);
    if (part[0]?.toLowerCase() === target[0] && changed <= MOST_CHANGED && changed < (best?.changed ?? Infinity)) best = { part, changed };
  }
  return best?.part;
}

function toName(letters: string): string {
  return letters.slice(0, 1).toUpperCase() + letters.slice(1).toLowerCase();
}

/** Number of letters to insert, delete or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
