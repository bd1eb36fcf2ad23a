import { excerptOf, settleExcerpts, type Excerpt } from '../../../output/same-recording/find-excerpts.js';
import { findPairs } from '../../../output/same-recording/find-pairs.js';
import type { Recording } from '../../../output/same-recording/recording.js';
import { hashWords, printOf } from '../../../output/same-recording/shingles.js';

/** Who says what, in order: a voice's number and its words. */
export type Said = readonly (readonly [voice: number, words: string])[];

/** A recording made by hand; a voice without a name is `SPEAKER_n`. */
export function recording(id: string, said: Said, names: readonly (string | null)[]): Recording {
  const words = hashWords(said.map(([, text]) => text).join(' '));
  const speakerOf = Int32Array.from(said.flatMap(([voice, text]) => Array.from(hashWords(text).hashes, () => voice)));
  const speakers = names.map((name, voice) => ({
    id: `speaker:${id}/${String(voice + 1)}`,
    name: name ?? `SPEAKER_${String(voice + 1)}`,
    role: 'unknown' as const,
    confidence: name === null ? 0 : 0.9,
    words: speakerOf.filter((one) => one === voice).length,
  }));
  return { id: `episode:${id}`, words, speakerOf, speakers };
}

/** The excerpts among recordings, as the batch finds them. */
export function excerptsAmong(recordings: readonly Recording[]): Excerpt[] {
  const byId = new Map(recordings.map((one) => [one.id, one]));
  const prints = recordings.map(({ id, words }) => ({ id, words: words.hashes.length, print: printOf(words) }));
  const held = findPairs(prints).flatMap(({ clip, of }) => {
    const [a, b] = [byId.get(clip), byId.get(of)];
    return a === undefined || b === undefined ? [] : (excerptOf(a, b) ?? []);
  });
  return settleExcerpts(held);
}

/** A talk about keeping bees, of two voices: long enough to cut clips from. */
export const BEES: Said = [
  [0, 'This is the orchard hour, and with me is a woman who has kept bees on roofs for twenty years.'],
  [0, 'When did you carry the first hive up those stairs, and did anybody in the building know about it?'],
  [1, 'Nobody knew. I carried it up at four in the morning, wrapped in a bed sheet, and told the caretaker it was a lamp.'],
  [1, 'He found out in June, when the swarm sat down on his bicycle and would not leave until the evening.'],
  [0, 'So what is the worst mistake that a beginner makes in the first summer?'],
  [1, 'They look too often. Every time you lift the lid the colony needs a day to warm the brood again, and it never says so.'],
  [1, 'A hive that is left alone for three weeks in May does better than one that is inspected every Sunday by a nervous owner.'],
  [0, 'And yet every book tells you to inspect weekly, because of swarming.'],
  [1, 'Books are written by people with eighty hives. With two hives on a roof you can watch the entrance and learn all of it from there.'],
  [
    1,
    'The traffic at noon tells you about the queen, the pollen tells you about the brood, and the sound in the evening tells you the rest.',
  ],
  [0, 'Does city honey taste different from what the farms sell?'],
  [1, 'Lime trees and chestnuts, mostly, with something sharp from the railway line where the brambles grow. No farm has that mixture.'],
];

/** Every `n`th word as another recogniser might have heard it. */
export function misheard(words: string, n: number): string {
  return words
    .split(' ')
    .map((word, index) => (index % n === n - 1 ? `${word.slice(0, 1)}arp` : word.toLowerCase().replace(/[.,?]/gu, '')))
    .join(' ');
}
