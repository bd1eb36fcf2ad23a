import type { WordRange } from './find-walls.js';
import type { Words } from './find-words.js';
import { MARKS, Mark } from './marks.js';

/**
 * What the groups of one to three words around a gap say of its mark ("of | the", "you know |", "| what do you"): a linear model, cheap
 * enough for every gap. It tells which gaps are worth the network's time, and is where the network starts from.
 */
export interface WordGroups {
  /** Open-addressed table of the keys of all groups with weights of their own; 0 is a free slot, the length a power of two. */
  readonly keys: Int32Array;
  /** Where the weights of a slot's group begin; 0 for no group. */
  readonly offsets: Int32Array;
  /** For each place of a group beside a gap (see `PLACES`) `MARKS` log-odds, up to a constant. The groups' begin at `FIRST_WEIGHT`. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  /** A gap whose share of any mark is smaller has none. */
  readonly openFrom: number;
}

/**
 * The places that a group of one, two and three words takes beside a gap, each by its first word: 0 is the word in front of the gap.
 */
const PLACES = [
  [0, 1],
  [-1, 0, 1],
  [-2, -1, 0, 1],
] as const;

/** Place 0 is nobody's, so that an offset of 0 can mean no group. */
export const FIRST_WEIGHT = 1;

/** The numbers that a group of so many words has. */
function weightsOf(length: number): number {
  return (PLACES[length - 1]?.length ?? 0) * MARKS;
}

/** Words that are taken to stand before and after a range. */
const EDGE = 3;
const EDGE_HASH = 0x3039;
const KEY_FACTOR = 0x85ebca6b;
const MIX_FACTOR = 0xc2b2ae35;

/** The keys of the groups that begin at each word of a range, with the edge on both sides; by their length, less one. None is 0. */
export function keysOf({ hashes }: Pick<Words, 'hashes'>, { from, to }: WordRange): Int32Array[] {
  const one = new Int32Array(to - from + 2 * EDGE).fill(EDGE_HASH);
  for (let word = from; word < to; word++) one[word - from + EDGE] = mix(hashes[word] ?? 0, 0);
  const two = new Int32Array(one.length);
  const three = new Int32Array(one.length);
  for (let at = 0; at < one.length; at++) {
    const pair = mix(one[at] ?? 0, one[at + 1] ?? EDGE_HASH);
    two[at] = pair;
    three[at] = mix(pair, one[at + 2] ?? EDGE_HASH);
  }
  return [one, two, three];
}

function mix(one: number, other: number): number {
  let mixed = Math.imul(one, KEY_FACTOR) ^ Math.imul(other + 1, MIX_FACTOR);
  mixed = Math.imul(mixed ^ (mixed >>> 15), MIX_FACTOR);
  return mixed ^ (mixed >>> 13) || 1;
}

/** The slot of a key: where it stands, or the free slot where it would. */
function slotOf(keys: Int32Array, key: number): number {
  const mask = keys.length - 1;
  let slot = key & mask;
  for (let there = keys[slot] ?? 0; there !== 0 && there !== key; there = keys[slot] ?? 0) slot = (slot + 1) & mask;
  return slot;
}

/** A table of the given groups, their lengths beside them, without any weight yet. */
export function emptyGroups(known: Int32Array, lengths: Uint8Array): Pick<WordGroups, 'keys' | 'offsets' | 'weights'> {
  const keys = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, 2 * known.length))));
  const offsets = new Int32Array(keys.length);
  let end = FIRST_WEIGHT;
  for (const [index, key] of known.entries()) {
    const slot = slotOf(keys, key);
    keys[slot] = key;
    offsets[slot] = end;
    end += weightsOf(lengths[index] ?? 0);
  }
  return { keys, offsets, weights: new Float32Array(end) };
}

/** Where the weights of the groups that begin at each word of a range are; by their length, less one. */
export type Runs = readonly Int32Array[];

export function toRuns({ keys, offsets }: Pick<WordGroups, 'keys' | 'offsets'>, words: Pick<Words, 'hashes'>, range: WordRange): Runs {
  return keysOf(words, range).map((starting) => {
    const found = new Int32Array(starting.length);
    for (let at = 0; at < found.length; at++) found[at] = offsets[slotOf(keys, starting[at] ?? 0)] ?? 0;
    return found;
  });
}

/** Calls for each of a gap's known groups with the place of its `MARKS` weights. */
export function forEachGroup(runs: Runs, gap: number, take: (place: number) => void): void {
  for (const [index, places] of PLACES.entries()) {
    for (const [nth, first] of places.entries()) {
      const offset = runs[index]?.[gap + first + EDGE] ?? 0;
      if (offset > 0) take(offset + nth * MARKS);
    }
  }
}

/** Scores of every gap of a range, and which of them are worth a closer look. */
export interface GapScores {
  /** `MARKS` log-odds a gap, up to a constant. */
  readonly scores: Float32Array;
  /** 1 for those gaps. */
  readonly open: Uint8Array;
}

/** Scores the gaps after each word of a range. */
export function scoreGroups(groups: WordGroups, runs: Runs, { from, to }: WordRange): GapScores {
  const count = to - from;
  const scores = new Float32Array(count * MARKS);
  for (let at = 0; at < scores.length; at += MARKS) scores.set(groups.bias, at);
  for (const [index, places] of PLACES.entries()) {
    const offsets = runs[index] ?? new Int32Array(0);
    for (const [nth, first] of places.entries()) addPlace(scores, { weights: groups.weights, offsets }, { nth, first });
  }
  const open = new Uint8Array(count);
  const odds = groups.openFrom / (1 - groups.openFrom);
  for (let gap = 0; gap < count; gap++) open[gap] = Number(markOdds(scores, gap * MARKS) > odds);
  return { scores, open };
}

/** Adds the weights of the groups in one place beside their gap, gap by gap. */
function addPlace(
  scores: Float32Array,
  { weights, offsets }: { weights: Float32Array; offsets: Int32Array },
  { nth, first }: { nth: number; first: number },
): void {
  for (let at = 0, word = first + EDGE; at < scores.length; at += MARKS, word++) {
    const offset = offsets[word] ?? 0;
    if (offset === 0) continue;
    const from = offset + nth * MARKS;
    scores[at] = (scores[at] ?? 0) + (weights[from] ?? 0);
    scores[at + Mark.comma] = (scores[at + Mark.comma] ?? 0) + (weights[from + Mark.comma] ?? 0);
    scores[at + Mark.period] = (scores[at + Mark.period] ?? 0) + (weights[from + Mark.period] ?? 0);
    scores[at + Mark.question] = (scores[at + Mark.question] ?? 0) + (weights[from + Mark.question] ?? 0);
  }
}

/** The odds of any mark against none. */
function markOdds(scores: Float32Array, at: number): number {
  const none = scores[at] ?? 0;
  let sum = 0;
  for (let mark = 1; mark < MARKS; mark++) sum += Math.exp((scores[at + mark] ?? 0) - none);
  return sum;
}
