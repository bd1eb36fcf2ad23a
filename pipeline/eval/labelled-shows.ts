import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { randomFrom, shuffled } from '../../stages/random.js';

/** An episode of two people with who says what. */
export interface LabelledEpisode {
  readonly id: string;
  readonly turns: readonly { readonly name: string; readonly text: string }[];
}

/** One episode of `../shared/data/turns`. */
const rawEpisode = z.object({ episode: z.string(), turns: z.array(z.object({ speaker: z.string(), text: z.string() })) });

/** Two voices hold at least this share of the words, and the second of them at least that. */
const SHARE_OF_TWO = 0.985;
const SHARE_OF_SECOND = 0.08;
const FEWEST_TURNS = 12;

/** A seeded sample of the two-person episodes of a show; none where its file is not there. The few words of further people are left out. */
export function sampleOfShow(folder: string, show: string, most: number): LabelledEpisode[] {
  const path = join(folder, `changelog_${show}.jsonl.gz`);
  if (!existsSync(path)) return [];
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  const episodes = lines.flatMap((line) => (line === '' ? [] : toEpisode(rawEpisode.parse(JSON.parse(line)))));
  return shuffled(episodes, randomFrom(SEED)).slice(0, most);
}

// "[laughs]", "[01:20]", "(laughter)"; not "(or so)".
const ASIDE = /\[[^[\]]{1,40}\]|\((?:laugh|crosstalk|unintelligible)[^()]{0,30}\)/giu;

function toEpisode({ episode, turns }: z.infer<typeof rawEpisode>): LabelledEpisode[] {
  const words = new Map<string, number>();
  for (const { speaker, text } of turns) words.set(speaker, (words.get(speaker) ?? 0) + text.split(' ').length);
  const total = [...words.values()].reduce((sum, count) => sum + count, 0);
  const [first, second] = [...words].sort((a, b) => b[1] - a[1]);
  if (first === undefined || second === undefined) return [];
  if (first[1] + second[1] < SHARE_OF_TWO * total || second[1] < SHARE_OF_SECOND * total) return [];
  const merged: { name: string; text: string }[] = [];
  for (const { speaker: name, text } of turns) {
    const plain = text.normalize('NFC').replace(ASIDE, ' ').replace(/\s+/gu, ' ').trim();
    const last = merged.at(-1);
    if (plain === '' || (name !== first[0] && name !== second[0])) continue;
    if (last?.name === name) last.text += ` ${plain}`;
    else merged.push({ name, text: plain });
  }
  return merged.length < FEWEST_TURNS ? [] : [{ id: episode, turns: merged }];
}

const SEED = 7;
