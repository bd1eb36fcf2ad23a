import type { Span } from '../../schemas/span.js';
import type { TopicWeights } from './lexicon.js';
import type { Word } from './read-words.js';

/** A noun phrase of the episode: one key, all its places. */
export interface Phrase {
  readonly key: string;
  /** Half-open ranges of the row of words. */
  readonly places: readonly Span[];
  /** What one place of it counts, on average: more for a longer phrase and for a known entity. */
  readonly weight: number;
  /** The weight of all places that are not part of a longer phrase. */
  readonly score: number;
}

interface Place extends Span {
  readonly key: string;
}

/** The noun phrases that stand by themselves often enough, best first: C-value, with a weight for what is known to be a name. */
export function findPhrases(words: readonly Word[], weights: TopicWeights): Phrase[] {
  const runs = runsOf(words).map((run) => placesIn(run, words, weights.longestPhrase));
  const times = new Map<string, number>();
  for (const run of runs) for (const { key } of run) times.set(key, (times.get(key) ?? 0) + 1);
  const found = new Map<string, { places: Place[]; alone: number }>();
  for (const run of runs) {
    const repeated = run.filter(({ key }) => (times.get(key) ?? 0) >= weights.leastPlaces);
    const alone = new Set(outermost(repeated));
    for (const place of repeated) {
      const phrase = found.get(place.key) ?? { places: [], alone: 0 };
      phrase.places.push(place);
      if (alone.has(place)) phrase.alone++;
      found.set(place.key, phrase);
    }
  }
  return [...found]
    .filter(([, { alone }]) => alone >= weights.leastPlaces)
    .map(([key, { places, alone }]) => {
      const sum = places.reduce((total, { start, end }) => total + weightOf(words.slice(start, end), weights), 0);
      const weight = sum / places.length;
      return { key, places, weight, score: alone * weight };
    })
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

/** Stretches of words that hang together. */
function runsOf(words: readonly Word[]): Span[] {
  const starts = words.flatMap(({ joined }, index) => (joined === null ? index : []));
  return starts.map((start, run) => ({ start, end: starts[run + 1] ?? words.length }));
}

/** Every phrase in a run: it ends in a noun, says more than everyday words, and cuts no hyphenated word in two. */
function placesIn(run: Span, words: readonly Word[], longest: number): Place[] {
  const places: Place[] = [];
  for (let start = run.start; start < run.end; start++) {
    if (words[start]?.joined === 'hyphen') continue;
    let key = '';
    let length = 0;
    let telling = false;
    for (let end = start + 1; end <= run.end; end++) {
      const word = words[end - 1];
      if (word === undefined) break;
      length += word.length;
      if (length > longest && end - start > 1) break;
      key += word.key;
      telling ||= !word.everyday;
      const cutsWord = end < run.end && words[end]?.joined === 'hyphen';
      if (telling && word.isNoun && !cutsWord) places.push({ start, end, key });
    }
  }
  return places;
}

/** The places that are not part of a longer one, of a row sorted by start, then end. */
function outermost(places: readonly Place[]): Place[] {
  const longestFrom = new Map(places.map(({ start, end }) => [start, end]));
  let reached = 0;
  let last: number | undefined;
  return places.filter(({ start, end }) => {
    if (last !== undefined && last !== start) reached = Math.max(reached, longestFrom.get(last) ?? 0);
    last = start;
    return end > reached && end === longestFrom.get(start);
  });
}

function weightOf(phrase: readonly Word[], weights: TopicWeights): number {
  const length = phrase.reduce((sum, word) => sum + word.length, 0);
  const isEntity = phrase.length === 1 && phrase[0]?.entity !== null;
  return Math.log2(length + 1) * (isEntity ? weights.entity : length === 1 ? weights.singleNoun : 1);
}
