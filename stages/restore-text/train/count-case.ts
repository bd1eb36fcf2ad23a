import type { KnownWords } from '../casing.js';
import { Mark } from '../marks.js';
import type { Word } from './make-wall.js';

interface CaseCount {
  seen: number;
  episodes: number;
  lastEpisode: number;
  /** How often each form with a capital stands inside a sentence. */
  readonly forms: Map<string, number>;
}

/** A form is a word's own where it makes up this share of its places inside sentences. */
const OWN_SHARE = 0.6;
const SMALL_SHARE = 0.5;
/** Rarer words prove nothing. */
const FEWEST_EPISODES = 3;
// "JavaScript", "I'm", "iPhone" | "v8.1"
const WORD = /^[\p{L}][\p{L}\p{M}'-]*$/u;
const CAPITAL = /\p{Lu}/u;

/** Counts how words are written where no sentence begins. */
export function countCase(): { add: (words: readonly Word[]) => void; known: (listed: ReadonlyMap<string, string>) => KnownWords } {
  const counts = new Map<string, CaseCount>();
  let episode = 0;
  const add = (words: readonly Word[]): void => {
    episode++;
    for (let at = 1; at < words.length; at++) {
      const word = words[at];
      const before = words[at - 1];
      if (word === undefined || before === undefined || before.mark >= Mark.period || before.turnEnd || word.quoted) continue;
      if (WORD.test(word.written)) addWord(word.written.replace(/'s$/, ''), episode, counts);
    }
  };
  return { add, known: (listed) => toKnown(counts, listed) };
}

function addWord(written: string, episode: number, counts: Map<string, CaseCount>): void {
  const lower = written.toLowerCase();
  const count = counts.get(lower) ?? { seen: 0, episodes: 0, lastEpisode: 0, forms: new Map<string, number>() };
  if (count.seen === 0) counts.set(lower, count);
  count.seen++;
  if (count.lastEpisode !== episode) count.episodes++;
  count.lastEpisode = episode;
  if (CAPITAL.test(written)) count.forms.set(written, (count.forms.get(written) ?? 0) + 1);
}

function toKnown(counts: ReadonlyMap<string, CaseCount>, listed: ReadonlyMap<string, string>): KnownWords {
  const written: string[] = [];
  const small: string[] = [];
  for (const [lower, { seen, episodes, forms }] of counts) {
    if (episodes < FEWEST_EPISODES) continue;
    const total = [...forms.values()].reduce((sum, count) => sum + count, 0);
    const [best] = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (best !== undefined && total >= OWN_SHARE * seen) written.push(best[0]);
    else if (listed.has(lower) && total < SMALL_SHARE * seen) small.push(lower);
  }
  return { written: written.sort(), small: small.sort() };
}
