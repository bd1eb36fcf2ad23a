/** A text's print, with what it is known by. */
export interface Print {
  readonly id: string;
  /** Spoken words of the text. */
  readonly words: number;
  readonly print: Uint32Array;
}

/** Two texts that may be one recording; `clip` is the shorter. */
export interface Pair {
  readonly clip: string;
  readonly of: string;
}

/** A shingle that stands in more episodes than this is a habit of speech or of a show. */
const MOST_EPISODES = 50;
/** Share of the shorter print that must stand in the other: one word in six misheard leaves half, boilerplate around a clip some more. */
const LEAST_SHARED = 0.15;
const LEAST_PRINTS = 4;
/** More episodes than a batch will hold: a shingle and an episode's number fit into one float. */
const EPISODES = 2 ** 20;

/** Pairs of texts that share enough of their prints to be worth aligning; the shorter clips first, then by id. */
export function findPairs(prints: readonly Print[]): Pair[] {
  const episodes = [...prints].sort((a, b) => a.words - b.words || (a.id < b.id ? -1 : 1));
  const shared = countShared(episodes);
  const inOrder = [...shared].sort(([a], [b]) => a - b);
  return inOrder.flatMap(([key, count]) => {
    const [clip, of] = [episodes[Math.floor(key / EPISODES)], episodes[key % EPISODES]];
    if (clip === undefined || of === undefined) return [];
    return count >= LEAST_PRINTS && count >= LEAST_SHARED * clip.print.length ? [{ clip: clip.id, of: of.id }] : [];
  });
}

/** How many shingles each two episodes share, by the number of the shorter and of the longer. */
function countShared(episodes: readonly Print[]): Map<number, number> {
  const entries = new Float64Array(episodes.reduce((sum, { print }) => sum + print.length, 0));
  let size = 0;
  for (const [number, { print }] of episodes.entries()) for (const shingle of print) entries[size++] = shingle * EPISODES + number;
  entries.sort();
  const shared = new Map<number, number>();
  let from = 0;
  while (from < size) {
    const shingle = Math.floor((entries[from] ?? 0) / EPISODES);
    let to = from + 1;
    while (to < size && Math.floor((entries[to] ?? 0) / EPISODES) === shingle) to++;
    if (to - from <= MOST_EPISODES) countPairs(entries.subarray(from, to), shared);
    from = to;
  }
  return shared;
}

function countPairs(run: Float64Array, shared: Map<number, number>): void {
  for (let a = 0; a < run.length; a++) {
    for (let b = a + 1; b < run.length; b++) {
      const key = ((run[a] ?? 0) % EPISODES) * EPISODES + ((run[b] ?? 0) % EPISODES);
      shared.set(key, (shared.get(key) ?? 0) + 1);
    }
  }
}
