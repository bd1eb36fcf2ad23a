import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { findBreaks } from '../../stages/find-topics/find-breaks.js';
import { restoreText } from '../../stages/restore-text/restore-text.js';
import { tagTokens } from '../../stages/tag-tokens/tag-tokens.js';
import { pipeline } from '../compose.js';
import type { Lexicons } from '../load-lexicons.js';
import { turnsOfLabels } from './score-names.js';

/** How much of a show's advertising was found, in words. */
export interface AdScores {
  readonly show: string;
  readonly episodes: number;
  /** Words in advertisements by people's marks, found ones, and found ones at a mark; those in marked ones that were found. */
  readonly marked: number;
  readonly found: number;
  readonly right: number;
  readonly recalled: number;
  /** Whether the words of its advertisements are in the transcripts at all. */
  readonly isTranscribed: boolean;
}

interface AdEpisode {
  readonly turns: readonly { readonly name: string; readonly text: string }[];
  /** Of each turn, whether it is marked as an advertisement. */
  readonly ads: readonly boolean[];
}

interface AdShow {
  readonly show: string;
  readonly isTranscribed: boolean;
  /** So many turns beside a mark count as marked, too: chapters' starts are interpolated between times. */
  readonly tolerance: number;
  readonly episodes: readonly AdEpisode[];
}

const rawEpisode = z.object({ episode: z.string(), turns: z.array(z.object({ speaker: z.string(), text: z.string() })) });
const rawChapters = z.object({
  id: z.string(),
  utterances: z.array(z.object({ speaker: z.string(), text: z.string() })),
  segments: z.array(z.object({ start_utt: z.number(), title: z.string(), sponsor: z.boolean() })),
});

const CHAPTER_SHOWS = ['ship-it', 'js-party', 'changelog--friends'];
const CHAPTER_EPISODES = 20;
const CHAPTER_TOLERANCE = 3;
/** The news show's host marks an advertisement in its own turn: the later episodes were held out when the cues were written. */
const FIRST_HELD_OUT = 100;
// "It's now time for sponsored news!", "Thanks to … for sponsoring"; what the host says of the whole turn.
const HOSTS_MARK = /\bsponsored news\b|\bfor sponsoring\b/iu;

/** Scores advertisements where people marked them; none where the data are not at hand. */
export function scoreAds(data: string, lexicons: Lexicons): AdScores[] {
  return [...newsShows(data), ...chapterShows(data)].map((show) => scoreShow(show, lexicons));
}

/** The table of advertisements, as Markdown. */
export function adTable(rows: readonly AdScores[]): string {
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(2));
  return [
    '| show | episodes | words in ads by marks | found | P | R |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(({ show, episodes, marked, found, right, recalled, isTranscribed }) => {
      const recall = isTranscribed ? share(recalled, marked) : 'not transcribed';
      return `| ${show} | ${episodes} | ${marked} | ${found} | ${share(right, found)} | ${recall} |`;
    }),
  ].join('\n');
}

function linesOf(path: string): unknown[] {
  if (!existsSync(path)) return [];
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line));
}

function newsShows(data: string): AdShow[] {
  const all = linesOf(join(data, 'turns', 'changelog_news.jsonl.gz')).map((line) => rawEpisode.parse(line));
  const isHeldOut = ({ episode }: { readonly episode: string }): boolean => Number(/\d+$/u.exec(episode)?.[0] ?? 0) >= FIRST_HELD_OUT;
  const show = (name: string, episodes: typeof all): AdShow[] =>
    episodes.length === 0 ? [] : [{ show: name, isTranscribed: true, tolerance: 0, episodes: episodes.map(toNews) }];
  return [
    ...show(
      'news, tuning',
      all.filter((episode) => !isHeldOut(episode)),
    ),
    ...show('news, held out', all.filter(isHeldOut)),
  ];
}

function toNews({ turns }: z.infer<typeof rawEpisode>): AdEpisode {
  return {
    turns: turns.map(({ speaker, text }) => ({ name: speaker, text: plain(text) })),
    ads: turns.map(({ text }) => HOSTS_MARK.test(text)),
  };
}

function chapterShows(data: string): AdShow[] {
  const all = linesOf(join(data, 'segments', 'changelog_chapters.jsonl.gz')).map((line) => rawChapters.parse(line));
  return CHAPTER_SHOWS.flatMap((show) => {
    const episodes = all.filter(({ id }) => id.replace(/-\d+$/u, '') === show).slice(0, CHAPTER_EPISODES);
    return episodes.length === 0 ? [] : [{ show, isTranscribed: false, tolerance: CHAPTER_TOLERANCE, episodes: episodes.map(toChaptered) }];
  });
}

function toChaptered({ utterances, segments }: z.infer<typeof rawChapters>): AdEpisode {
  const ads = utterances.map(() => false);
  for (const [index, { start_utt: from, sponsor, title }] of segments.entries())
    if (sponsor && /^sponsor/iu.test(title)) ads.fill(true, from, segments[index + 1]?.start_utt ?? utterances.length);
  return { turns: utterances.map(({ speaker, text }) => ({ name: speaker, text: plain(text) })), ads };
}

// "[words](https://…)"
const LINK = /\[(?<words>[^\][]{0,200})\]\([^()\s]{0,400}\)/gu;

function plain(text: string): string {
  return text.normalize('NFC').replace(LINK, '$<words>').replace(/\s+/gu, ' ').trim() || '–';
}

function scoreShow({ show, isTranscribed, tolerance, episodes }: AdShow, lexicons: Lexicons): AdScores {
  const scores = { show, episodes: episodes.length, marked: 0, found: 0, right: 0, recalled: 0, isTranscribed };
  for (const { turns, ads } of episodes) {
    const spans = turnsOfLabels(turns);
    const found = adsIn(turns, lexicons);
    for (const [index, { start, end }] of spans.entries()) {
      const words = (turns[index]?.text ?? '').split(' ').length;
      const share =
        found.reduce((sum, ad) => sum + Math.max(0, Math.min(end, ad.end) - Math.max(start, ad.start)), 0) / Math.max(1, end - start);
      const hit = Math.round(words * share);
      const isMarked = ads[index] === true;
      if (isMarked) scores.marked += words;
      if (isMarked) scores.recalled += hit;
      scores.found += hit;
      if (ads.slice(Math.max(0, index - tolerance), index + tolerance + 1).includes(true)) scores.right += hit;
    }
  }
  return scores;
}

function adsIn(turns: AdEpisode['turns'], { restoring, topics }: Lexicons): readonly { readonly start: number; readonly end: number }[] {
  const text = turns.map((turn) => turn.text).join(' ');
  const read = { id: '', text, format: 'labelled', episode: { language: 'en' }, layers: { segments: [], changes: [], events: [] } };
  const { doc } = pipeline().add(tagTokens()).add(restoreText(restoring.model, restoring.casing)).run(read);
  const full = { ...doc, layers: { ...doc.layers, turns: turnsOfLabels(turns) } };
  return findBreaks(full, topics.breaks).filter(({ kind }) => kind === 'ad');
}
