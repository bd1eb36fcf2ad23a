import type { NameMention } from './find-names.js';
import { matchAfter, matchBefore, type Pattern } from './cue-pattern.js';
import type { NameCue, NameLexicon, Weighing } from './lexicon.js';
import type { Word } from './read-words.js';

/** A cue that fired around a mention: the words of the match, and what the cue says. */
export interface HeardName {
  readonly mention: NameMention;
  readonly cue: NameCue;
  /** Half-open range of words that the whole match covers. */
  readonly from: number;
  readonly to: number;
}

/** Who was mentioned in passing so few words ago is thanked as somebody who is not there: "A letter by Elena. Thanks, Elena." */
const FRESH_AFTER = 12;
/** So many words before a match are searched for "she said". */
const REPORT_REACH = 4;
const SENTENCE_ENDS: ReadonlySet<string> = new Set(['.', '?', '!', '…', '...']);
const CLAUSE_ENDS: ReadonlySet<string> = new Set([...SENTENCE_ENDS, ',', ';', ':', '-', '--', '–', '—']);

/** The words of a text, and where the turn of an offset starts. */
export interface SpokenWords {
  readonly words: readonly Word[];
  readonly turnStart: (at: number) => number;
}

/** The strongest cue around each mention; mentions without one are left out. */
export function hearNames(spoken: SpokenWords, mentions: readonly NameMention[], lexicon: NameLexicon): HeardName[] {
  const known = new Set(mentions.filter(({ listed, name }) => listed && name.includes(' ')).map(({ name }) => firstWord(name)));
  const strongestFirst = [...lexicon.nameCues].sort((a, b) => b.weight - a.weight);
  const heard: HeardName[] = [];
  const unlisted: HeardName[] = [];
  const isQuoted = findQuotes(spoken);
  const isInList = findLists(spoken, mentions);
  const isWhen = whenOf(spoken.words, lexicon.weighing);
  const passing = new Map<string, number>();
  for (const [index, mention] of mentions.entries()) {
    if (isQuoted(mention)) continue;
    const isKnown = mention.listed || known.has(mention.name.toLowerCase());
    const isFull = mention.name.includes(' ');
    const isFresh = mention.from - (passing.get(firstWord(mention.name)) ?? -Infinity) > FRESH_AFTER;
    let any: HeardName | undefined;
    let sure: HeardName | undefined;
    for (const cue of strongestFirst) {
      const isSure = isKnown || cue.takes === 'anyone' || (cue.takes === 'full' && isFull);
      if ((any !== undefined && !isSure) || (isFull && cue.takes === 'given') || !isWhen(mention, cue.when)) continue;
      if ((cue.alone === true && isInList(index)) || (cue.fresh === true && !isFresh)) continue;
      const range = rangeOf(spoken.words, mention, cue);
      if (range === undefined || !beginsRight(spoken, range.from, cue.at) || isReported(spoken.words, range.from, lexicon)) continue;
      any ??= { mention, cue, ...range };
      if (!isSure) continue;
      sure = { mention, cue, ...range };
      break;
    }
    if (sure !== undefined) heard.push(sure);
    else if (any !== undefined) unlisted.push(any);
    else passing.set(firstWord(mention.name), mention.to);
  }
  if (unlisted.length === 0) return heard;
  const vouched = vouchedNames(spoken.words, [...heard, ...unlisted]);
  return [...heard, ...unlisted.filter(({ mention }) => vouched.has(firstWord(mention.name)))].sort((a, b) => a.from - b.from);
}

const LEAST_CUES = 2;
/** Who is thanked, welcomed or introduced in so many ways has a name, even if it is a word as well. */
const SURELY_A_NAME = 2;

/**
 * First names that no list has, but that the talk treats as one: somebody is thanked, welcomed or introduced by it, and spoken to by it
 * once more. What also stands in lower case is a word.
 */
function vouchedNames(words: readonly Word[], heard: readonly HeardName[]): ReadonlySet<string> {
  const counts = new Map<string, { cues: number; vouching: Set<string> }>();
  for (const { mention, cue } of heard) {
    const count = counts.get(firstWord(mention.name)) ?? { cues: 0, vouching: new Set<string>() };
    count.cues++;
    if (cue.vouches === true) count.vouching.add(cue.id);
    counts.set(firstWord(mention.name), count);
  }
  const vouched = new Set([...counts].flatMap(([name, { cues, vouching }]) => (vouching.size > 0 && cues >= LEAST_CUES ? [name] : [])));
  if (vouched.size > 0)
    for (const { norm, capital } of words) if (!capital && (counts.get(norm)?.vouching.size ?? 0) < SURELY_A_NAME) vouched.delete(norm);
  return vouched;
}

const OPENING = '“';
const CLOSING = '”';
const EITHER = '"';
/** A quotation that was not closed by then is taken for closed. */
const LONGEST_QUOTATION = 80;

/** Tells which words stand between quotation marks that were opened in their turn: words of somebody else, or of another time. */
function findQuotes({ words, turnStart }: SpokenWords): (mention: NameMention) => boolean {
  const marks: number[] = [];
  for (let index = 0; index < words.length; index++) {
    const norm = words[index]?.norm;
    if (norm === EITHER || norm === OPENING || norm === CLOSING) marks.push(index);
  }
  let next = 0;
  return ({ from, start }) => {
    while ((marks[next] ?? Infinity) < from) next++;
    const turn = turnStart(start);
    let isOpen = false;
    for (let back = next - 1; back >= 0; back--) {
      const mark = words[marks[back] ?? 0];
      if (mark === undefined || mark.start < turn) break;
      if (mark.norm !== EITHER) return mark.norm === OPENING && isNear(marks[next - 1], from);
      isOpen = !isOpen;
    }
    return isOpen && isNear(marks[next - 1], from);
  };
}

function isNear(mark: number | undefined, from: number): boolean {
  return mark !== undefined && from - mark <= LONGEST_QUOTATION;
}

/** Half-open range of words. */
interface Range {
  readonly from: number;
  readonly to: number;
}

function rangeOf(words: readonly Word[], mention: NameMention, { patterns, unless }: NameCue): Range | undefined {
  const range = firstMatch(words, mention, patterns);
  return range === undefined || firstMatch(words, mention, unless) !== undefined ? undefined : range;
}

function firstMatch(words: readonly Word[], mention: NameMention, patterns: readonly Pattern[]): Range | undefined {
  for (const pattern of patterns) {
    const from = matchBefore(pattern.before, words, mention.lead - 1);
    if (from === -1) continue;
    const to = matchAfter(pattern.after, words, mention.to);
    if (to !== -1) return { from, to };
  }
  return undefined;
}

/** Tells whether a mention stands in the part of the talk that a cue is for. */
function whenOf(words: readonly Word[], { opening, ending }: Weighing): (mention: NameMention, when: NameCue['when']) => boolean {
  const end = words.at(-1)?.end ?? 0;
  return ({ start }, when) => when === undefined || (when === 'opening' ? start < opening : start >= end - ending);
}

const JOINTS: ReadonlySet<string> = new Set([',', 'and', 'or', '&']);
const LONGEST_JOINT = 2;

/** Tells which mentions stand beside another name, as in "Tom, Julia and the dog"; "Perfect, Julia" is no list. */
function findLists({ words }: SpokenWords, mentions: readonly NameMention[]): (index: number) => boolean {
  const isName = ({ listed, from }: NameMention): boolean => listed || !SENTENCE_ENDS.has(words[from - 1]?.norm ?? '.');
  const isJoined = (left: NameMention | undefined, right: NameMention | undefined): boolean => {
    if (left === undefined || right === undefined || right.lead - left.to > LONGEST_JOINT || right.lead === left.to) return false;
    return isName(left) && words.slice(left.to, right.lead).every(({ norm }) => JOINTS.has(norm));
  };
  return (index) => isJoined(mentions[index - 1], mentions[index]) || isJoined(mentions[index], mentions[index + 1]);
}

function beginsRight({ words, turnStart }: SpokenWords, from: number, at: NameCue['at']): boolean {
  const start = words[from]?.start ?? 0;
  if (at === undefined || from === 0 || turnStart(start) === start) return true;
  return (at === 'sentence-start' ? SENTENCE_ENDS : CLAUSE_ENDS).has(words[from - 1]?.norm ?? '');
}

/** "And she said, I'm Julia", "next week I'm joined by Julia": not the words of this voice, or not about this talk. */
function isReported(words: readonly Word[], from: number, lexicon: NameLexicon): boolean {
  for (let back = 1; back <= REPORT_REACH; back++) {
    const norm = words[from - back]?.norm;
    if (norm === undefined || SENTENCE_ENDS.has(norm)) return false;
    if (lexicon.words.reporting.has(norm) || lexicon.words.elsewhere.has(norm)) return true;
  }
  return false;
}

function firstWord(name: string): string {
  return (name.split(' ')[0] ?? '').toLowerCase();
}
