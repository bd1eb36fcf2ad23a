import { f1, noCounts, SCORED, type Counts } from './measure.js';
import type { ShowScores } from './score-shows.js';

const HEADS = ['sentence ends', 'question marks', 'commas', 'capitalised words'];

/** A Markdown table of F1 on held-out shows; in brackets what sentences of fixed length get. Without the stage all of it is 0. */
export function toTable(scores: readonly ShowScores[]): string {
  const rows = scores.map(({ show, episodes, words, restored, fixedLength }) => [
    show,
    episodes.toString(),
    words.toLocaleString('en'),
    ...SCORED.map((what) => `${f1(restored[what]).toFixed(3)} (${f1(fixedLength[what]).toFixed(3)})`),
  ]);
  const all = ['all', sum(scores.map(({ episodes }) => episodes)).toString(), sum(scores.map(({ words }) => words)).toLocaleString('en')];
  const restored = total(scores.map((score) => score.restored));
  const fixed = total(scores.map((score) => score.fixedLength));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['show', 'episodes', 'words', ...HEADS]),
    line(['---', ...Array.from({ length: HEADS.length + 2 }, () => '---:')]),
    ...rows.map(line),
    line([...all, ...SCORED.map((what) => `**${f1(restored[what]).toFixed(3)}** (${f1(fixed[what]).toFixed(3)})`)]),
  ].join('\n');
}

function total(all: readonly Counts[]): Counts {
  const counts = noCounts();
  for (const one of all) {
    for (const what of SCORED) {
      counts[what].hits += one[what].hits;
      counts[what].found += one[what].found;
      counts[what].wanted += one[what].wanted;
    }
  }
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
