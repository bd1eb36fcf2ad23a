import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A labelled conversation of two people; adjacent turns of one of them are one. */
export interface Episode {
  readonly show: string;
  readonly id: string;
  /** False for a stretch of an episode with more people. */
  readonly whole: boolean;
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
/** A stretch of a longer talk among more people is worth training on from this size on. */
const STRETCH_WORDS = 300;
const STRETCH_TURNS = 7;

/** Reads the two-person episodes of every show in the folder, and from the others the stretches in which only two people talk. */
export function loadEpisodes(folder: string): Episode[] {
  const files = readdirSync(folder).filter((name) => name.startsWith('changelog_') && name.endsWith('.jsonl.gz'));
  return files.sort().flatMap((name) =>
    gunzipSync(readFileSync(`${folder}/${name}`))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => toEpisodes(JSON.parse(line) as RawEpisode)),
  );
}

interface NamedTurn {
  readonly name: string;
  readonly text: string;
}

function toEpisodes({ show: rawShow, episode: id, turns: raw }: RawEpisode): Episode[] {
  const show = rawShow.replace('changelog_', '');
  const turns = raw.map(({ speaker, text }) => ({ name: speaker, text: toPlain(text) })).filter(({ text }) => text !== '');
  const names = twoVoices(turns);
  if (names === undefined)
    return stretchesOfTwo(merged(turns)).map((stretch, index) => ({ show, id: `${id}#${index}`, whole: false, turns: stretch }));
  const two = withSpeakers(merged(turns.filter(({ name }) => names.includes(name))), names);
  return two.length < FEWEST_TURNS ? [] : [{ show, id, whole: true, turns: two }];
}

function merged(turns: readonly NamedTurn[]): NamedTurn[] {
  const rows: { name: string; text: string }[] = [];
  for (const { name, text } of turns) {
    const last = rows.at(-1);
    if (last?.name === name) last.text += ` ${text}`;
    else rows.push({ name, text });
  }
  return rows;
}

function withSpeakers(turns: readonly NamedTurn[], names: readonly string[]): Episode['turns'] {
  return turns.map(({ name, text }) => ({ speaker: names.indexOf(name), text }));
}

/** The longest runs of turns in which nobody but two people talks; the last turn of one may be the first of the next. */
function stretchesOfTwo(turns: readonly NamedTurn[]): Episode['turns'][] {
  const stretches: Episode['turns'][] = [];
  let from = 0;
  while (from < turns.length) {
    const names: string[] = [];
    let [to, words] = [from, 0];
    for (; to < turns.length; to++) {
      const { name = '', text = '' } = turns[to] ?? {};
      if (!names.includes(name)) {
        if (names.length === 2) break;
        names.push(name);
      }
      words += text.split(' ').length;
    }
    if (words >= STRETCH_WORDS && to - from >= STRETCH_TURNS) stretches.push(withSpeakers(turns.slice(from, to), names));
    if (to >= turns.length) break;
    from = Math.max(from + 1, to - 1);
  }
  return stretches;
}

/** The names of the two that hold the talk between them, or undefined where they do not. */
function twoVoices(turns: readonly NamedTurn[]): string[] | undefined {
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
