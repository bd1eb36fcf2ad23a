import { keyOf } from './words.js';

/** Knows which names count as the same answer (`same-as.json`). */
export interface SameNames {
  /** Every name of the thing, the given one first. */
  readonly namesOf: (name: string) => readonly string[];
  readonly same: (a: string, b: string) => boolean;
}

/** Names compare by letters, digits, `+` and `#` only; names of one group are one. */
export function sameNames(groups: readonly (readonly string[])[]): SameNames {
  const groupOf = new Map(groups.flatMap((group) => group.map((name) => [keyOf(name), group] as const)));
  return {
    namesOf: (name) => [name, ...(groupOf.get(keyOf(name)) ?? [])],
    same: (a, b) => keyOf(a) === keyOf(b) || (groupOf.get(keyOf(a)) ?? a) === (groupOf.get(keyOf(b)) ?? b),
  };
}

/**
 * True when the words are a way of writing the name: its own letters, an inflection, a part of it, it with more words
 * around, or its initials. What is not a form of its name was misheard.
 *
 * @example isFormOf('neural nets', 'neural network', sameNames([['neural network', 'neural net']])) // true
 * @example isFormOf('Jason Antich', 'Jason Antic', sameNames([])) // false
 */
export function isFormOf(words: string, name: string, names: SameNames): boolean {
  return names.namesOf(name).some((alias) => sameThing(partsOf(words), partsOf(alias)));
}

function sameThing(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  if (a.join('') === b.join('')) return true;
  return a.every((part) => b.includes(part)) || b.every((part) => a.includes(part)) || shortens(a.join(''), b);
}

/** True when the letters are the beginnings of the words, in order: "CI" of "continuous integration". Words of three letters or less may be left out. */
function shortens(letters: string, words: readonly string[]): boolean {
  return words.length > 1 && takesBeginnings(letters, words);
}

function takesBeginnings(letters: string, words: readonly string[]): boolean {
  const [word, ...rest] = words;
  if (word === undefined) return letters === '';
  for (let length = 1; length <= word.length && letters.startsWith(word.slice(0, length)); length++) {
    if (takesBeginnings(letters.slice(length), rest)) return true;
  }
  return word.length <= 3 && takesBeginnings(letters, rest);
}

// the space of "deep learning", the dot of "fast.ai" | the "+" of "C++"
const BETWEEN_PARTS = /[^\p{L}\p{N}+#]+/u;
// "GPU's" | "its"
const POSSESSIVE = /['’]s?(?![\p{L}\p{N}])/gu;

function partsOf(name: string): readonly string[] {
  const parts = name.normalize('NFKC').toLowerCase().replace(POSSESSIVE, '').split(BETWEEN_PARTS);
  return parts.filter((part) => part !== '').map(singularOf);
}

/** A rough singular, good enough to compare two words by. @example singularOf('studies') // 'study' */
export function singularOf(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (ES_PLURAL.test(word)) return word.slice(0, -2);
  return word.length > 2 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

// "boxes" "matches" | "rates"
const ES_PLURAL = /(?:x|ch|sh|ss|zz)es$/;
