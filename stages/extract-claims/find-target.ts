import type { EntityType, Mention } from '../../schemas/mention.js';
import { contains, lastStartingBy, type Span } from '../../schemas/span.js';
import { bitOf, type ClaimWords } from './lexicon.js';
import { firstPhraseFrom, type NounPhrase } from './noun-phrase.js';
import { MARK, VERB, type Reading } from './read-tokens.js';
import type { Clause } from './split-clauses.js';

/** What a claim is about. */
export interface FoundTarget extends Partial<Span> {
  readonly text: string;
  /** Where it was found: in the claim, or before it (`resolved`, for a pronoun). */
  readonly how: 'subject' | 'object' | 'predicate' | 'resolved' | 'words';
  /** For a resolved target: how much speaks for it, and how much more than for the next best. */
  readonly strength?: number;
  readonly lead?: number;
  /** For a resolved target that is a name, and nothing more: what it names. */
  readonly named?: EntityType | undefined;
}

/** What a text offers as targets. */
export interface TargetSource {
  readonly text: string;
  readonly reading: Reading;
  readonly words: ClaimWords;
  readonly phrases: readonly NounPhrase[];
  readonly mentions: readonly Mention[];
  /** The name of the voice that says it; nobody calls himself "he". */
  readonly speaker: string | null;
}

const INTRODUCER = bitOf('introducer');
const POINTING = bitOf('pointing');
const ANYBODY = bitOf('anybody');
const MASCULINE = bitOf('masculine');
const FEMININE = bitOf('feminine');
const HUMAN = MASCULINE | FEMININE;
const POSSESSIVE = bitOf('possessive');
/** A pronoun points back at most so many tokens. */
const REACH = 150;
/** Weights of the signs of a referent: the best of a coarse grid on gold/more. */
const PER_REPEAT = 0.3;
const PER_TOKEN_BACK = 0.01;
const FREE = 1;
const NAMED = 0.5;
const OWN_STRENGTH = 2;
/** "a guy" is as far as a name so many tokens farther back. */
const INDEFINITE = 100 * PER_TOKEN_BACK;
const DEFINITE = new Set(['the', 'this', 'that']);

/** What a claim is about: what stands in it as subject or object; for a bare pronoun, what is spoken of around it. */
export function findTarget(clause: Clause, source: TargetSource): FoundTarget {
  const { reading } = source;
  const first = afterLeadIn(clause, source);
  const role = reading.roles[first] ?? 0;
  const inside = phrasesWithin({ first, end: clause.end }, source);
  const verb = verbFrom(first, clause.end, reading);
  const after = inside.find((phrase) => phrase.first > verb);
  const subject = inside.find((phrase) => phrase.free && phrase.first <= verb) ?? inside.find((phrase) => phrase.free);
  if (THERE.has(reading.keys[first] ?? ''))
    return toTarget(after, 'predicate', source) ?? resolve(first, source) ?? wordsOf(clause, source);
  if ((role & ANYBODY) !== 0) return toTarget(after, 'object', source) ?? resolve(first, source) ?? wordsOf(clause, source);
  if ((role & POINTING) !== 0) {
    const object = infinitiveObject({ first, end: clause.end }, source);
    const resolved = resolve(first, source);
    // A pronoun stands for what was said before, unless that is far and faint, and the claim itself names something.
    const wants = PRONOUNS.get(reading.keys[first] ?? '');
    const person = resolved !== undefined && (wants === 'he' || wants === 'she');
    const own =
      inside.length > 0 && !person && (resolved?.strength ?? -1) < OWN_STRENGTH ? toTarget(inside[0], 'predicate', source) : undefined;
    return object ?? own ?? resolved ?? wordsOf(clause, source);
  }
  return (
    toTarget(subject === undefined ? undefined : withPlace(subject, verb, inside), 'subject', source) ??
    resolve(first, source) ??
    toTarget(inside[0], 'predicate', source) ??
    wordsOf(clause, source)
  );
}

/** A subject with what is said of its place before the verb: "the research in that field". */
function withPlace(subject: NounPhrase, verb: number, inside: readonly NounPhrase[]): Clause {
  const next = inside.find((phrase) => phrase.first === subject.end + 1);
  const belongs = next !== undefined && !next.free && next.end <= verb;
  return belongs ? { first: subject.first, end: next.end } : subject;
}

const THERE = new Set(['there', 'theres']);

function afterLeadIn({ first, end }: Clause, { reading, words }: TargetSource): number {
  let at = first;
  for (;;) {
    const stance = (reading.cuesFrom[at] ?? []).find((hit) => words.cues.cues[hit.cue]?.id === 'stance.think' && hit.end < end);
    if (stance !== undefined) at = stance.end;
    else if (((reading.roles[at] ?? 0) & (INTRODUCER | MARK)) !== 0 && at + 1 < end) at++;
    else return reading.keys[at] === 'that' && at > first && at + 1 < end && ((reading.roles[at + 1] ?? 0) & VERB) === 0 ? at + 1 : at;
  }
}

function verbFrom(first: number, end: number, { roles }: Reading): number {
  for (let at = first; at < end; at++) if (((roles[at] ?? 0) & VERB) !== 0) return at;
  return first;
}

/** "it is hard to set goals": the goals. */
function infinitiveObject({ first, end }: Clause, source: TargetSource): FoundTarget | undefined {
  const { keys, roles, tokens } = source.reading;
  for (let at = first + 1; at + 1 < end && at < first + FARTHEST_INFINITIVE; at++) {
    if (keys[at] !== 'to' || tokens[at - 1]?.pos !== 'ADJ' || ((roles[at + 1] ?? 0) & VERB) === 0) continue;
    return (
      toTarget(phrasesWithin({ first: at + 2, end }, source)[0], 'object', source) ??
      toTarget({ first: at + 1, end: at + 2 }, 'object', source)
    );
  }
  return undefined;
}

const FARTHEST_INFINITIVE = 7;

/** The noun phrase before a pronoun that is most likely spoken of: near, repeated around it, a subject or a name. */
function resolve(at: number, source: TargetSource): FoundTarget | undefined {
  const { phrases, mentions, reading } = source;
  const wants = PRONOUNS.get(reading.keys[at] ?? '');
  const ofSomebody = wants === 'he' || wants === 'she';
  let best: NounPhrase | undefined;
  let most = -Infinity;
  let second = 0;
  for (let index = firstPhraseFrom(phrases, at) - 1; index >= 0; index--) {
    const phrase = phrases[index];
    if (phrase === undefined || at - phrase.end > REACH) break;
    if (!agrees(phrase, reading.keys[at] ?? '', source)) continue;
    const repeats = Math.min(MOST_REPEATS, phrase.repeats);
    const unnamed = repeats * PER_REPEAT - (at - phrase.end) * PER_TOKEN_BACK + (phrase.free ? FREE : 0);
    // Even with a name it would be no better than the second.
    if (best !== undefined && unnamed + NAMED <= second) continue;
    const isNamed = mentionIn(spanOf(phrase, reading), mentions) !== undefined;
    const score = unnamed + (isNamed ? NAMED : ofSomebody && !isDefinite(phrase, reading) ? -INDEFINITE : 0);
    if (best === undefined || score > most) {
      second = best === undefined ? score - 1 : most;
      best = phrase;
      most = score;
    } else second = Math.max(second, score);
  }
  const target = toTarget(best, 'resolved', source);
  if (best === undefined || target === undefined) return undefined;
  const span = spanOf(best, reading);
  const mention = mentionIn(span, mentions);
  // Field by field here and below: after a spread, every further property is stored the slow way.
  const named = mention?.start === span.start && mention.end === span.end ? mention.entityType : undefined;
  return { text: target.text, start: span.start, end: span.end, how: 'resolved', strength: most, lead: most - second, named };
}

/** "my boss", "this guy"; not "a guy", "good man". */
function isDefinite({ first }: Clause, { keys, roles }: Reading): boolean {
  return DEFINITE.has(keys[first] ?? '') || ((roles[first] ?? 0) & POSSESSIVE) !== 0;
}

/** "he" is another person, or a man, "it" is nobody and not many, "they" are many, or an organization. */
function agrees(phrase: NounPhrase, pronoun: string, { reading, mentions, speaker }: TargetSource): boolean {
  const wants = PRONOUNS.get(pronoun);
  if (wants === undefined) return true;
  const mention = mentionIn(spanOf(phrase, reading), mentions);
  if (wants === 'he' || wants === 'she')
    return mention === undefined
      ? isHuman(phrase, reading, wants === 'he' ? MASCULINE : FEMININE)
      : mention.entityType === 'person' && mention.name !== speaker;
  const head = reading.keys[phrase.end - 1] ?? '';
  const many = (mention === undefined || mention.entityType === 'concept') && (PLURAL.test(head) || head === 'people');
  if (wants === 'many') return many || mention?.entityType === 'organization';
  return !many && (mention === undefined ? !isHuman(phrase, reading) : mention.entityType !== 'person');
}

/** "my boss", "the manager of the shop": somebody without a name, of these genders (bits of grammar classes). */
export function isHuman({ first, end }: Clause, { keys, roles }: Reading, genders = HUMAN): boolean {
  for (let at = first; at < end && keys[at] !== 'of'; at++)
    if (((roles[at] ?? 0) & genders) !== 0 && (at + 1 === end || keys[at + 1] === 'of')) return true;
  return false;
}

// "ovens" | "glass" "bus"
const PLURAL = /[^su]s$/u;
const PRONOUNS: ReadonlyMap<string, 'he' | 'she' | 'thing' | 'many'> = new Map([
  ['he', 'he'],
  ['she', 'she'],
  ['hes', 'he'],
  ['shes', 'she'],
  ['it', 'thing'],
  ['its', 'thing'],
  ['they', 'many'],
  ['theyre', 'many'],
]);

const MOST_REPEATS = 6;

function mentionIn(span: Span, mentions: readonly Mention[]): Mention | undefined {
  const mention = mentions[lastStartingBy(mentions, span.end - 1)];
  return mention !== undefined && contains(span, mention) ? mention : undefined;
}

function phrasesWithin({ first, end }: Clause, { phrases }: TargetSource): NounPhrase[] {
  const inside: NounPhrase[] = [];
  for (let index = firstPhraseFrom(phrases, first); index < phrases.length; index++) {
    const phrase = phrases[index];
    if (phrase === undefined || phrase.end > end) break;
    inside.push(phrase);
  }
  return inside;
}

function toTarget(phrase: Clause | undefined, how: FoundTarget['how'], { reading, text }: TargetSource): FoundTarget | undefined {
  if (phrase === undefined) return undefined;
  const span = spanOf(phrase, reading);
  return { text: text.slice(span.start, span.end), start: span.start, end: span.end, how };
}

function spanOf({ first, end }: Clause, { tokens }: Reading): Span {
  return { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}

const FEW_WORDS = 4;

function wordsOf({ first, end }: Clause, source: TargetSource): FoundTarget {
  return toTarget({ first, end: Math.min(end, first + FEW_WORDS) }, 'words', source) ?? { text: '', how: 'words' };
}
