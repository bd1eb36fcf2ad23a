import type { Doc } from '../../../schemas/document.js';
import type { Turn } from '../../../schemas/turn.js';
import { speakerByOffset } from './examples.js';
import { measure, type Score } from './measure.js';
import type { Unlabelled } from './variants.js';

/** The score of one held-out text, and how often turns of each tenth of confidence were right (by words). */
export interface HeldOutScore extends Score {
  readonly show: string;
  readonly variant: string;
  /** For each tenth of confidence: words, sum of their confidences, words in the right voice. */
  readonly bins: readonly (readonly [words: number, confidence: number, right: number])[];
}

// A word: whatever stands between white space.
const WORD = /\S+/gu;

/** Scores the turns that the shipped stage finds in an unlabelled text. */
export function scoreTurns(source: Unlabelled, doc: Doc, turns: readonly Turn[]): HeldOutScore {
  const starts = [...doc.text.matchAll(WORD)].map((match) => match.index);
  const speakerAt = speakerByOffset(source.starts);
  const voiceAt = speakerByOffset(turns.map(({ start, voice }) => ({ at: start, speaker: voice ?? 0 })));
  const gold = Uint8Array.from(starts, speakerAt);
  const voices = Uint8Array.from(starts, voiceAt);
  const score = measure(gold, voices);
  const bins = Array.from({ length: 10 }, (): [number, number, number] => [0, 0, 0]);
  let turn = 0;
  for (const [index, at] of starts.entries()) {
    while ((turns[turn + 1]?.start ?? Infinity) <= at) turn++;
    const confidence = turns[turn]?.confidence ?? 0;
    const bin = bins[Math.min(9, Math.floor(confidence * 10))] ?? [0, 0, 0];
    bin[0]++;
    bin[1] += confidence;
    bin[2] += gold[index] === (voices[index] === 0 ? score.voice0 : 1 - score.voice0) ? 1 : 0;
  }
  return { ...score, show: source.show, variant: source.variant, bins };
}

/** The tables of the model card: means by variant and show, and reliability by variant. */
export function toTables(scores: readonly HeldOutScore[]): string {
  const groups = new Map<string, HeldOutScore[]>();
  for (const score of scores) {
    for (const key of [`${score.variant} | all`, `${score.variant} | ${score.show}`]) groups.set(key, [...(groups.get(key) ?? []), score]);
  }
  const rows = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => {
      const mean = (field: 'boundaryF1' | 'precision' | 'recall' | 'macroF1' | 'wordAccuracy'): string =>
        (group.reduce((sum, score) => sum + score[field], 0) / group.length).toFixed(3);
      return `| ${key} | ${group.length} | ${mean('boundaryF1')} | ${mean('precision')} | ${mean('recall')} | ${mean('macroF1')} | ${mean('wordAccuracy')} |`;
    });
  const head =
    '| text | show | episodes | boundary F1 | precision | recall | macro-F1 | word accuracy |\n|---|---|---|---|---|---|---|---|';
  return [head, ...rows, '', ...reliability(scores)].join('\n');
}

function reliability(scores: readonly HeldOutScore[]): string[] {
  const lines = ['| text | confidence | words | right |', '|---|---|---|---|'];
  for (const variant of new Set(scores.map((score) => score.variant))) {
    const own = scores.filter((score) => score.variant === variant);
    let [error, total] = [0, 0];
    for (let bin = 0; bin < 10; bin++) {
      const sum = (column: 0 | 1 | 2): number => own.reduce((all, { bins }) => all + (bins[bin]?.[column] ?? 0), 0);
      const [words, confidence, right] = [sum(0), sum(1), sum(2)];
      if (words === 0) continue;
      lines.push(`| ${variant} | ${(confidence / words).toFixed(2)} | ${words} | ${(right / words).toFixed(3)} |`);
      error += Math.abs(confidence - right);
      total += words;
    }
    lines.push(`| ${variant} | expected calibration error | ${total} | ${(error / total).toFixed(3)} |`);
  }
  return lines;
}
