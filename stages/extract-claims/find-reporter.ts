import { bitOf } from './lexicon.js';
import { firstPhraseFrom } from './noun-phrase.js';
import { ADVERB, AUXILIARY, VERB } from './read-tokens.js';
import type { Clause } from './split-clauses.js';
import type { TargetSource } from './find-target.js';

const ANYBODY = bitOf('anybody');
const POINTING = bitOf('pointing');
const OTHERS = bitOf('others');
const FILLER = bitOf('filler');
/** A subject that stands farther from its verb ("has given talks and said") is looked for among so many tokens. */
const FARTHEST_SUBJECT = 14;

/**
 * The one who says or thinks something: the noun phrase or pronoun before a verb, or before the verbs that it shares a subject with.
 * The speakers themselves, and "I", are nobody else.
 *
 * @param verb where the verb begins; nothing before `from` is looked at.
 */
export function reporterOf(verb: number, from: number, source: TargetSource): Clause | undefined {
  const { keys, roles } = source.reading;
  let at = verb - 1;
  while (at >= from && (((roles[at] ?? 0) & (AUXILIARY | ADVERB | FILLER)) !== 0 || keys[at] === 'like')) at--;
  if (at < from) return undefined;
  if (keys[at] === 'and') return sharedSubject(at, from, source);
  if (keys[at] === 'who') at--;
  const role = roles[at] ?? 0;
  if (keys[at] === 'you')
    return YIELDING.has(keys[at - 1] ?? '') || YIELDING.has(keys[at + 1] ?? '') ? undefined : { first: at, end: at + 1 };
  if ((role & OTHERS) !== 0) return phraseTo(at + 1, from, source) ?? { first: at, end: at + 1 };
  if ((role & (ANYBODY | POINTING)) !== 0) return undefined;
  // "the guest I met in Leeds said": a place does not speak.
  return phraseTo(at + 1, from, source) ?? sharedSubject(at + 1, from, source);
}

/** "as you said", "do you say", "when you say", "you can say": the speaker agrees, asks, or nobody said it. */
const YIELDING = new Set([
  'as',
  'like',
  'if',
  'when',
  'what',
  'would',
  'could',
  'do',
  'did',
  'can',
  'should',
  'might',
  'will',
  'll',
  'then',
]);

/** "Nora has given talks and | said": the nearest subject with a verb of its own. */
function sharedSubject(before: number, from: number, source: TargetSource): Clause | undefined {
  const { roles, keys } = source.reading;
  for (let at = before - 1; at >= Math.max(from, before - FARTHEST_SUBJECT); at--) {
    if (STOPS.has(keys[at] ?? '')) return undefined;
    let next = at + 1;
    while (next < before && (keys[next] === 'who' || ((roles[next] ?? 0) & ADVERB) !== 0)) next++;
    if (keys[at] === 'who' || ((roles[next] ?? 0) & VERB) === 0) continue;
    const role = roles[at] ?? 0;
    if ((role & OTHERS) !== 0) return phraseTo(at + 1, from, source) ?? { first: at, end: at + 1 };
    if ((role & (ANYBODY | POINTING)) !== 0) return undefined;
    const phrase = phraseTo(at + 1, from, source);
    if (phrase !== undefined) return phrase;
  }
  return undefined;
}

const STOPS = new Set(['.', '?', '!', ';', ':']);

/** The noun phrase that ends here, without its place: "a guest from Leeds" and "somebody in the group" are who they are. */
function phraseTo(end: number, from: number, { phrases, reading }: TargetSource): Clause | undefined {
  let index = firstPhraseFrom(phrases, end) - 1;
  if (phrases[index]?.end !== end) return undefined;
  while (phrases[index]?.free === false && phrases[index - 1]?.end === (phrases[index]?.first ?? 0) - 1) index--;
  const phrase = phrases[index];
  if (phrase === undefined || phrase.first < from) return undefined;
  const before = phrase.first - 2;
  if (phrase.free) return phrase;
  return before >= from && ((reading.roles[before] ?? 0) & OTHERS) !== 0 ? { first: before, end: before + 1 } : undefined;
}
