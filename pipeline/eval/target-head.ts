import { singularOf, type SameNames } from './same-name.js';
import { keyOf } from './words.js';

/** True when two noun phrases are about the same: they share their head word, or name the same thing. */
export function sameTarget(gold: string, predicted: { readonly text: string; readonly name: string | null }, names: SameNames): boolean {
  if (names.same(gold, predicted.text) || (predicted.name !== null && names.same(gold, predicted.name))) return true;
  const head = headOf(gold);
  return head !== '' && head === headOf(predicted.text);
}

/**
 * The head word of a noun phrase, in the singular: the last word before whatever follows it.
 *
 * @example headOf("the libraries of that language, mostly") // 'library'
 */
export function headOf(phrase: string): string {
  const words = phrase
    .replace(BRACKETED, ' ')
    .split(SPACE)
    .filter((word) => keyOf(word) !== '');
  const after = words.findIndex((word, index) => index > 0 && AFTER_HEAD.has(word.toLowerCase()));
  const comma = words.findIndex((word) => word.endsWith(','));
  const end = Math.min(after < 0 ? words.length : after, comma < 0 ? words.length : comma + 1);
  return singularOf(keyOf(words[end - 1] ?? ''));
}

// "languages (APL, J)" "[the course]" | "(a"
const BRACKETED = /\([^()]*\)|[[\]]/gu;
// "a b" | "ab"
const SPACE = /\s+/u;

/** The closed-class words that end the core of an English noun phrase. */
const AFTER_HEAD = new Set(
  (
    'about above across after against along among and around as at because before behind being below beside between beyond but by during for from how if in inside into is are was were ' +
    'like near nor of off on onto or out outside over per since than that through throughout to toward towards under until upon versus via vs what when where whether which while who ' +
    'whom whose why with within without'
  ).split(' '),
);
