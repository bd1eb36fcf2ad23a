import type { Span } from '../../schemas/span.js';
import type { NameLexicon } from './lexicon.js';
import { writtenWord, type Word } from './read-words.js';

/** Capitalised words that may name a person. */
export interface NameMention extends Span {
  /** Half-open range of words. */
  readonly from: number;
  /** Where a title before the name begins, else where the name does. */
  readonly lead: number;
  readonly to: number;
  readonly name: string;
  /** True where the first word is a known first name. */
  readonly listed: boolean;
}

const MOST_WORDS = 4;
// "Lindqvist", "O'Brien", "J.", "B.J.", "Jean-Luc"; not "AWS", "F-R-I-D", "C++".
const NAME_WORD = /^\p{Lu}(?:\p{Ll}[\p{L}'’]*(?:-\p{Lu}[\p{L}'’]+)?|['’]\p{Lu}\p{Ll}+|\.(?:\p{Lu}\.)?)$/u;

/** Runs of capitalised words that look like a name; openers, days and things are left out, and titles before a name are passed over. */
export function findNames(text: string, words: readonly Word[], lexicon: Pick<NameLexicon, 'words' | 'firstNames'>): NameMention[] {
  const mentions: NameMention[] = [];
  let from = 0;
  let lead = -1;
  while (from < words.length) {
    if (words[from]?.capital !== true) {
      lead = -1;
      from++;
      continue;
    }
    if (lexicon.words.titles.has(words[from]?.norm.replace('.', '') ?? '')) {
      if (lead === -1) lead = from;
      from += words[from + 1]?.norm === '.' ? 2 : 1;
      continue;
    }
    if (!isNameWord(text, words[from], lexicon.words.notNames)) {
      lead = -1;
      from++;
      continue;
    }
    const to = endOfName(text, words, from, lexicon);
    const listed = isFirstName(words[from]?.norm ?? '', lexicon.firstNames);
    const mention = toMention(text, words, { from, to, lead: lead === -1 ? from : lead, listed });
    if (mention !== undefined) mentions.push(mention);
    lead = -1;
    from = to;
  }
  return mentions;
}

const NOT_ASCII = /[^\0-\x7f]/u;
const ACCENTS = /\p{M}/gu;

/** Known as it stands, or without its accents: "José", "Jose". */
function isFirstName(norm: string, firstNames: ReadonlySet<string>): boolean {
  return firstNames.has(norm) || (NOT_ASCII.test(norm) && firstNames.has(norm.normalize('NFD').replace(ACCENTS, '')));
}

function isNameWord(text: string, word: Word | undefined, notNames: ReadonlySet<string>): boolean {
  return word !== undefined && word.capital && !notNames.has(word.norm) && NAME_WORD.test(writtenWord(text, word));
}

// eslint-disable-next-line max-params -- text and words belong together
function endOfName(text: string, words: readonly Word[], from: number, lexicon: Pick<NameLexicon, 'words'>): number {
  let to = from + 1;
  while (to < words.length && to - from < MOST_WORDS) {
    let next = to;
    while (next - to < 2 && lexicon.words.particles.has(words[next]?.norm ?? '') && words[next]?.capital === false) next++;
    if (!isNameWord(text, words[next], lexicon.words.notNames)) break;
    to = next + 1;
  }
  return to;
}

function toMention(
  text: string,
  words: readonly Word[],
  { from, to, lead, listed }: Pick<NameMention, 'from' | 'to' | 'lead' | 'listed'>,
): NameMention | undefined {
  const [first, last] = [words[from], words[to - 1]];
  if (first === undefined || last === undefined) return undefined;
  return { start: first.start, end: last.end, from, lead, to, name: nameOf(text, words.slice(from, to)), listed };
}

function nameOf(text: string, words: readonly Word[]): string {
  return words.map((word) => writtenWord(text, word)).join(' ');
}
