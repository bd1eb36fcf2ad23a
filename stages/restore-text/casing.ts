import type { Lacks } from './find-walls.js';
import type { Words } from './find-words.js';

/** How words and names are written that are not all small. */
export interface Casing {
  /** Single words by their lower case: "I'm", "JavaScript". */
  readonly words: ReadonlyMap<string, string>;
  /** Names of several words by the lower case of their first, longest first. */
  readonly names: ReadonlyMap<string, readonly CasedName[]>;
  /** Words that have a capital after certain others, by their lower case, then by the word before: "in Go". */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

interface CasedName {
  readonly written: readonly string[];
  readonly lower: readonly string[];
}

/** What is known of the case of single words, from texts that people wrote. */
export interface KnownCases {
  /** Words as they are nearly always written: "Monday", "iPhone". */
  readonly written: readonly string[];
  /** Words that are small more often than not, though a list has them as names: "will", "go". */
  readonly small: readonly string[];
  /** Words that are mostly written so after the word before: "in Go". */
  readonly pairs: readonly string[];
}

/** Forms of the gazetteer that need capitals or company to be a name say nothing about words in small letters. */
const NEEDS_MORE = /[\^~]$/;

/**
 * Joins what is known of the case of words: contractions (`dont` → `don't`), names of the gazetteer (lines of `name, type, forms, list`,
 * tab-separated), and words learnt from texts, which overrule the gazetteer.
 *
 * @example toCasing({ gazetteer: 'ULMFiT\ttechnology\t\tlist', contractions: new Map(), known }).words.get('ulmfit') // 'ULMFiT'
 */
export function toCasing(sources: {
  readonly gazetteer: string;
  readonly contractions: ReadonlyMap<string, string>;
  readonly known: KnownCases;
}): Casing {
  const forms = formsOf(sources.gazetteer).map((form) => form.split(' '));
  const words = new Map<string, string>();
  for (const [word = '', ...others] of forms)
    if (others.length === 0 && !words.has(word.toLowerCase())) words.set(word.toLowerCase(), word);
  for (const word of sources.known.small) words.delete(word);
  for (const word of sources.known.written) words.set(word.toLowerCase(), word);
  for (const [bare, written] of sources.contractions) words.set(bare, words.get(written.toLowerCase()) ?? written);
  return { words, names: byFirstWord(forms.filter(({ length }) => length > 1)), pairs: bySecondWord(sources.known.pairs) };
}

function formsOf(gazetteer: string): string[] {
  const forms = gazetteer.split('\n').flatMap((line) => {
    if (line === '' || line.startsWith('#')) return [];
    const [name = '', , surfaces = ''] = line.split('\t');
    return (surfaces === '' ? name : surfaces).split('|');
  });
  return forms.filter((form) => !NEEDS_MORE.test(form) && form !== form.toLowerCase());
}

function byFirstWord(forms: readonly (readonly string[])[]): Map<string, CasedName[]> {
  const names = new Map<string, CasedName[]>();
  for (const written of forms) {
    const lower = written.map((word) => word.toLowerCase());
    const first = lower[0] ?? '';
    const others = names.get(first);
    if (others === undefined) names.set(first, [{ written, lower }]);
    else others.push({ written, lower });
  }
  for (const group of names.values()) group.sort((a, b) => b.lower.length - a.lower.length);
  return names;
}

function bySecondWord(pairs: readonly string[]): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const pair of pairs) {
    const [before = '', written = ''] = pair.split(' ');
    const others = found.get(written.toLowerCase());
    if (others === undefined) found.set(written.toLowerCase(), new Map([[before, written]]));
    else others.set(before, written);
  }
  return found;
}

/** How the words are written that lack a capital (or an apostrophe) without opening a sentence, by index. */
export function findNames(text: string, { words, lacks }: { words: Words; lacks: Lacks }, casing: Casing): Map<number, string> {
  const found = new Map<number, string>();
  const isCurly = text.includes('’');
  const wordAt = (index: number): string => {
    const word = text.slice(words.starts[index] ?? 0, words.ends[index] ?? 0);
    return isCurly ? word.replace('’', "'") : word;
  };
  for (let index = 0; index < words.count; index++) {
    if (lacks.capitals[index] !== 1) continue;
    const word = wordAt(index);
    const name = casing.names
      .get(word)
      ?.find(({ lower }) => lower.every((part, offset) => offset === 0 || wordAt(index + offset) === part));
    if (name !== undefined) {
      for (const [offset, part] of name.written.entries()) found.set(index + offset, part);
      index += name.written.length - 1;
      continue;
    }
    const written = writtenForm(word, casing) ?? casing.pairs.get(word)?.get(wordAt(index - 1).toLowerCase());
    if (written !== undefined) found.set(index, written);
  }
  return found;
}

const POSSESSIVE = "'s";

/** "google's" is written as "google" is. */
function writtenForm(word: string, { words }: Casing): string | undefined {
  const written = words.get(word);
  if (written !== undefined || !word.endsWith(POSSESSIVE)) return written;
  const owner = words.get(word.slice(0, -POSSESSIVE.length));
  return owner === undefined ? undefined : owner + POSSESSIVE;
}
