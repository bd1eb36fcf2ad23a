import type { KnownCases } from '../casing.js';
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
/** A word has a capital after another ("in Go") where it had one in this share of so many places. */
const PAIR_SHARE = 0.5;
const FEWEST_PAIRS = 8;
// "JavaScript", "I'm", "iPhone" | "v8.1"
const WORD = /^[\p{L}][\p{L}\p{M}'-]*$/u;
const CAPITAL = /\p{Lu}/u;

/** Counts how words are written where no sentence begins. */
export function countCase(): { add: (words: readonly Word[]) => void; known: (listed: ReadonlyMap<string, string>) => KnownCases } {
  const counts = new Map<string, CaseCount>();
  const pairs = new Map<string, CaseCount>();
  let episode = 0;
  const add = (words: readonly Word[]): void => {
    episode++;
    for (let at = 1; at < words.length; at++) {
      const word = words[at];
      const before = words[at - 1];
      if (word === undefined || before === undefined || before.mark >= Mark.period || before.turnEnd) continue;
      if (!WORD.test(word.written)) continue;
      addForm(pairs, { key: `${before.written} ${word.written}`.toLowerCase(), written: word.written, episode });
      const owner = word.written.replace(/'s$/, '');
      if (!word.quoted) addForm(counts, { key: owner.toLowerCase(), written: owner, episode });
    }
  };
  return { add, known: (listed) => toKnown({ counts, pairs }, listed) };
}

type CaseCounts = Map<string, CaseCount>;

function addForm(counts: CaseCounts, { key, written, episode }: { key: string; written: string; episode: number }): void {
  const count = counts.get(key) ?? { seen: 0, episodes: 0, lastEpisode: 0, forms: new Map<string, number>() };
  if (count.seen === 0) counts.set(key, count);
  count.seen++;
  if (count.lastEpisode !== episode) count.episodes++;
  count.lastEpisode = episode;
  if (CAPITAL.test(written)) count.forms.set(written, (count.forms.get(written) ?? 0) + 1);
}

function toKnown({ counts, pairs }: { counts: CaseCounts; pairs: CaseCounts }, listed: ReadonlyMap<string, string>): KnownCases {
  const written: string[] = [];
  const small: string[] = [];
  for (const [lower, { seen, episodes, forms }] of counts) {
    if (episodes < FEWEST_EPISODES) continue;
    const { total, best } = sumUp(forms);
    if (best !== undefined && total >= OWN_SHARE * seen) written.push(best);
    else if (listed.has(lower) && total < SMALL_SHARE * seen) small.push(lower);
  }
  const known = new Set(written.map((form) => form.toLowerCase()));
  return { written: written.sort(), small: small.sort(), pairs: toPairs(pairs, known) };
}

function sumUp(forms: ReadonlyMap<string, number>): { total: number; best: string | undefined } {
  const [best] = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { total: [...forms.values()].reduce((sum, count) => sum + count, 0), best: best?.[0] };
}

function toPairs(pairs: CaseCounts, known: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const [key, { seen, episodes, forms }] of pairs) {
    if (episodes < FEWEST_EPISODES || forms.size === 0) continue;
    const { total, best = '' } = sumUp(forms);
    if (total < FEWEST_PAIRS || total < PAIR_SHARE * seen || known.has(best.toLowerCase())) continue;
    found.push(`${key.slice(0, key.indexOf(' '))} ${best}`);
  }
  return found.sort();
}
