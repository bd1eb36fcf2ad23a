import type { Vocabulary } from '../vocabulary.js';
import type { Example } from './train-net.js';

/** The most frequent words of the examples. */
export function countVocabulary(examples: readonly Example[], { words, tails }: { words: number; tails: number }): Vocabulary {
  const frequent = [...countHashes(examples)].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, words);
  return { rows: new Map(frequent.map(([hash], row) => [hash, row])), tails };
}

function countHashes(examples: readonly Example[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { words } of examples)
    for (let word = 0; word < words.count; word++) counts.set(words.hashes[word] ?? 0, (counts.get(words.hashes[word] ?? 0) ?? 0) + 1);
  return counts;
}
