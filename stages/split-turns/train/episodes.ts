import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A labelled episode of two people; adjacent turns of one of them are one. */
export interface Episode {
  readonly show: string;
  readonly id: string;
  readonly turns: readonly { readonly speaker: number; readonly text: string }[];
}

interface RawEpisode {
  readonly show: string;
  readonly episode: string;
  readonly turns: readonly { readonly speaker: string; readonly text: string }[];
}

/** Two voices hold at least this share of the words, and the second of them at least that. */
const SHARE_OF_TWO = 0.985;
const SHARE_OF_SECOND = 0.08;
const FEWEST_TURNS = 12;

/** Reads the two-person episodes of every show in the folder; the few words of further people are left out. */
export function loadEpisodes(folder: string): Episode[] {
  const files = readdirSync(folder).filter((name) => name.startsWith('changelog_') && name.endsWith('.jsonl.gz'));
  return files.sort().flatMap((name) =>
    gunzipSync(readFileSync(`${folder}/${name}`))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => toEpisode(JSON.parse(line) as RawEpisode)),
  );
}

function toEpisode({ show, episode, turns: raw }: RawEpisode): Episode[] {
  const turns = raw.map(({ speaker, text }) => ({ name: speaker, text: toPlain(text) })).filter(({ text }) => text !== '');
  const names = twoVoices(turns);
  if (names === undefined) return [];
  const merged: { speaker: number; text: string }[] = [];
  for (const { name, text } of turns) {
    const speaker = names.indexOf(name);
    const last = merged.at(-1);
    if (speaker < 0) continue;
    if (last?.speaker === speaker) last.text += ` ${text}`;
    else merged.push({ speaker, text });
  }
  return merged.length < FEWEST_TURNS ? [] : [{ show: show.replace('changelog_', ''), id: episode, turns: merged }];
}

/** The names of the two that hold the talk between them, or undefined where they do not. */
function twoVoices(turns: readonly { name: string; text: string }[]): string[] | undefined {
  const words = new Map<string, number>();
  for (const { name, text } of turns) words.set(name, (words.get(name) ?? 0) + text.split(' ').length);
  const [first, second] = [...words].sort((a, b) => b[1] - a[1]);
  const total = [...words.values()].reduce((sum, count) => sum + count, 0);
  if (first === undefined || second === undefined) return undefined;
  return first[1] + second[1] < SHARE_OF_TWO * total || second[1] < SHARE_OF_SECOND * total ? undefined : [first[0], second[0]];
}

// "[laughs]", "[01:20]", "(laughter)"; not "(or so)".
const ASIDE = /\[[^[\]]{1,40}\]|\((?:laugh|crosstalk|unintelligible)[^()]{0,30}\)/giu;

function toPlain(text: string): string {
  return text.normalize('NFC').replace(ASIDE, ' ').replace(/\s+/gu, ' ').trim();
}
