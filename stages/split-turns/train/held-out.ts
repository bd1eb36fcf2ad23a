import type { Doc } from '../../../schemas/document.js';
import type { Turn } from '../../../schemas/turn.js';
import { speakerByOffset } from './examples.js';
import { measure, type Score } from './measure.js';
import type { Unlabelled } from './variants.js';

/** What became of the turns of one tenth of confidence: how many, their confidences added up, how many were right (most of their words were). */
export interface Tenth {
  turns: number;
  confidence: number;
  right: number;
}

/** The score of one held-out text, and how often turns of each tenth of confidence were right. */
export interface HeldOutScore extends Score {
  readonly show: string;
  readonly variant: string;
  readonly tenths: readonly Readonly<Tenth>[];
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
  const isRight = gold.map((speaker, index) => (speaker === (voices[index] === 0 ? score.voice0 : 1 - score.voice0) ? 1 : 0));
  const tenths = Array.from({ length: 10 }, (): Tenth => ({ turns: 0, confidence: 0, right: 0 }));
  let word = 0;
  for (const { end, confidence } of turns) {
    let [words, right] = [0, 0];
    for (; (starts[word] ?? Infinity) < end; word++) {
      words++;
      right += isRight[word] ?? 0;
    }
    const tenth = tenths[Math.min(9, Math.floor(confidence * 10))];
    if (tenth === undefined) continue;
    tenth.turns++;
    tenth.confidence += confidence;
    tenth.right += 2 * right > words ? 1 : 0;
  }
  return { ...score, show: source.show, variant: source.variant, tenths };
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
  const lines = ['| text | confidence | turns | right |', '|---|---|---|---|'];
  for (const variant of new Set(scores.map((score) => score.variant))) {
    const tenths = addTenths(scores.filter((score) => score.variant === variant));
    for (const { turns, confidence, right } of tenths)
      if (turns > 0) lines.push(`| ${variant} | ${(confidence / turns).toFixed(2)} | ${turns} | ${(right / turns).toFixed(3)} |`);
    const turns = tenths.reduce((sum, tenth) => sum + tenth.turns, 0);
    lines.push(`| ${variant} | expected calibration error | ${turns} | ${calibrationError(tenths).toFixed(3)} |`);
  }
  return lines;
}

/** The tenths of several texts together. */
export function addTenths(scores: readonly Pick<HeldOutScore, 'tenths'>[]): Readonly<Tenth>[] {
  return Array.from({ length: 10 }, (_, index) => {
    const own = scores.map(({ tenths }) => tenths[index] ?? { turns: 0, confidence: 0, right: 0 });
    const sum = (field: keyof Tenth): number => own.reduce((all, tenth) => all + tenth[field], 0);
    return { turns: sum('turns'), confidence: sum('confidence'), right: sum('right') };
  });
}

/** Mean distance between confidence and share right, each tenth counting by its turns. */
export function calibrationError(tenths: readonly Readonly<Tenth>[]): number {
  const turns = tenths.reduce((sum, tenth) => sum + tenth.turns, 0);
  return tenths.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / Math.max(1, turns);
}
