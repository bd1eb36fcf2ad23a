import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { wordsOf, type Wall, type Word } from './make-wall.js';
import type { Episode } from './read-shows.js';

/** So many words are searched for the place where two transcripts of the same speech go on alike, and so many must be alike there. */
const FARTHEST = 60;
const ALIKE = 3;

/**
 * Recognised speech (`turns_asr/earnings21_rev_kaldi`: small letters, no marks) with the marks of a person's transcript of the same calls.
 * Undefined where either is missing.
 */
export function readRecognised(paths: { readonly heard: string; readonly written: string }): Wall[] | undefined {
  if (!existsSync(paths.heard) || !existsSync(paths.written)) return undefined;
  const written = new Map(readEpisodes(paths.written).map((episode) => [episode.episode, wordsOf(episode)]));
  return readEpisodes(paths.heard).map((episode) => toWall(written.get(episode.episode) ?? [], episode));
}

function readEpisodes(path: string): Episode[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Episode);
}

function toWall(written: readonly Word[], { turns }: Episode): Wall {
  const heard = turns.flatMap(({ text }) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)));
  const marks = new Uint8Array(heard.length);
  const forms = [...heard];
  const lower = written.map((word) => word.written.toLowerCase());
  let at = 0;
  let place = 0;
  while (at < written.length && place < heard.length) {
    const next = lower[at] === heard[place] ? { at, place } : meetAgain({ lower, heard }, { at, place });
    // What only the person wrote leaves its marks to the word before it.
    for (; at < next.at; at++) if (place > 0) marks[place - 1] = Math.max(marks[place - 1] ?? 0, written[at]?.mark ?? 0);
    place = next.place;
    if (place >= heard.length) break;
    marks[place] = written[at]?.mark ?? 0;
    forms[place] = written[at]?.written ?? '';
    at++;
    place++;
  }
  return { text: heard.join(' '), marks, written: forms, turnEnds: new Uint8Array(heard.length) };
}

/** The nearest places from which the two go on alike; one word on where there are none. */
function meetAgain(
  { lower, heard }: { readonly lower: readonly string[]; readonly heard: readonly string[] },
  from: { readonly at: number; readonly place: number },
): { at: number; place: number } {
  for (let distance = 1; distance <= FARTHEST; distance++) {
    for (let skipped = 0; skipped <= distance; skipped++) {
      const [at, place] = [from.at + skipped, from.place + distance - skipped];
      let alike = 0;
      while (alike < ALIKE && lower[at + alike] !== undefined && lower[at + alike] === heard[place + alike]) alike++;
      if (alike === ALIKE) return { at, place };
    }
  }
  return { at: from.at + 1, place: from.place + 1 };
}
