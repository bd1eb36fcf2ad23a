import { Mark } from '../marks.js';
import type { Vocabulary } from '../vocabulary.js';
import type { Example } from './train-net.js';

export interface VocabularySize {
  readonly words: number;
  readonly tails: number;
  readonly openFrom: number;
}

interface Count {
  seen: number;
  markAfter: number;
  markBefore: number;
}

/** Words seen less often tell nothing of their own about marks. */
const PRIOR = { marks: 1, gaps: 6.5 };

/** The most frequent words of the examples, and how often a mark stands after and before each. */
export function countVocabulary(examples: readonly Example[], { words, tails, openFrom }: VocabularySize): Vocabulary {
  const counts = countHashes(examples);
  const frequent = [...counts].sort((a, b) => b[1].seen - a[1].seen || a[0] - b[0]).slice(0, words);
  const rows = new Map(frequent.map(([hash], row) => [hash, row]));
  const size = rows.size + tails + 1;
  const after = new Float32Array(size);
  const before = new Float32Array(size);
  const average = logOdds(sum(frequent, 'markAfter'), sum(frequent, 'seen'));
  for (const [row, [, count]] of frequent.entries()) {
    after[row] = logOdds(count.markAfter, count.seen) - average / 2;
    before[row] = logOdds(count.markBefore, count.seen) - average / 2;
  }
  after.fill(average / 2, rows.size);
  before.fill(average / 2, rows.size);
  return { rows, tails, after, before, openFrom };
}

function countHashes(examples: readonly Example[]): Map<number, Count> {
  const counts = new Map<number, Count>();
  for (const { words, marks } of examples) {
    let marked = false;
    for (let word = 0; word < words.count; word++) {
      const hash = words.hashes[word] ?? 0;
      const count = counts.get(hash) ?? { seen: 0, markAfter: 0, markBefore: 0 };
      if (count.seen === 0) counts.set(hash, count);
      count.seen++;
      if (marked) count.markBefore++;
      marked = marks[word] !== Mark.none;
      if (marked) count.markAfter++;
    }
  }
  return counts;
}

function sum(counts: readonly (readonly [number, Count])[], what: keyof Count): number {
  return counts.reduce((total, [, count]) => total + count[what], 0);
}

function logOdds(marks: number, gaps: number): number {
  return Math.log((marks + PRIOR.marks) / (gaps - marks + PRIOR.gaps - PRIOR.marks));
}
