import type { Sentence, Token } from '../../schemas/document.js';
import type { Span } from '../../schemas/span.js';

/** Where sentences are restored: offsets at which one begins, and the stretches without punctuation. All in order. */
export interface RestoredPlaces {
  readonly cuts: readonly number[];
  readonly walls: readonly Span[];
}

/** The sentences of a text: its raw ones (token ranges), cut where a restored one begins. */
export function toSentences(raw: readonly Span[], tokens: readonly Token[], { cuts, walls }: RestoredPlaces): Sentence[] {
  const sentences: Sentence[] = [];
  let wall = 0;
  const add = (firstToken: number, endToken: number): void => {
    const start = tokens[firstToken]?.start ?? 0;
    while (wall < walls.length && (walls[wall]?.end ?? 0) <= start) wall++;
    const by = (walls[wall]?.start ?? Infinity) <= start ? 'restored' : 'punctuation';
    sentences.push({ start, end: tokens[endToken - 1]?.end ?? 0, firstToken, endToken, by });
  };
  let next = 0;
  for (const range of raw) {
    let first = range.start;
    for (let index = range.start; index < range.end && next < cuts.length; index++) {
      const at = tokens[index]?.start ?? 0;
      if (at < (cuts[next] ?? 0)) continue;
      while (next < cuts.length && (cuts[next] ?? 0) <= at) next++;
      if (index === first) continue;
      add(first, index);
      first = index;
    }
    if (first < range.end) add(first, range.end);
  }
  return sentences;
}
