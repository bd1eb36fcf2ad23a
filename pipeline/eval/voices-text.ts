import { addTenths, calibrationError, type HeldOutScore } from '../../stages/split-turns/train/held-out.js';
import type { Score } from '../../stages/split-turns/train/measure.js';
import { shown } from './report-text.js';
import type { MarksRow, ShowRow, VoiceReport } from './score-voices.js';

/** The part of SCOREBOARD.md on who speaks when where the source does not say. */
export function voicesSection({ marks, shows }: VoiceReport): string {
  return [
    '## Who speaks, where the source does not say',
    'Nothing here was trained on. The long Whisper transcript with its change marks as given, disturbed at random (seeded) and gone; macro-F1 is over the two speakers.',
    marksTable(marks),
    'Whole episodes of two people from shows of which no episode was trained on, their labels removed; means over episodes. The plain model is a hashed logistic regression with a two-role Viterbi, trained on a third of the same training episodes.',
    showsTable(shows),
    'How often the turns of each tenth of confidence were right, on the same episodes (a turn is right if most of its words are).',
    reliabilityTable(shows),
  ].join('\n\n');
}

function marksTable(rows: readonly MarksRow[]): string {
  const cells = rows.map(({ marks, scores }) => [
    marks,
    shown(scores.boundaryF1),
    shown(scores.wordAccuracy),
    shown(scores.speakerMacroF1),
  ]);
  return table(['marks', 'boundary F1', 'word accuracy', 'macro-F1'], cells);
}

type Figure = 'boundaryF1' | 'macroF1' | 'wordAccuracy';

function showsTable(rows: readonly ShowRow[]): string {
  const groups = new Map<string, ShowRow[]>();
  for (const row of rows) {
    const { variant, show } = row.program;
    for (const key of [`${variant}: all`, `${variant}: ${show}`]) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const mean = (scores: readonly Score[], figure: Figure): string =>
    shown(scores.reduce((sum, score) => sum + score[figure], 0) / scores.length);
  const cells = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => {
      const program = group.map((row) => row.program);
      const plain = group.map((row) => row.plain);
      const pair = (figure: Figure): string[] => [`**${mean(program, figure)}**`, mean(plain, figure)];
      return [key, String(group.length), ...pair('boundaryF1'), ...pair('macroF1'), ...pair('wordAccuracy')];
    });
  return table(['text: show', 'episodes', 'boundary F1', 'plain', 'macro-F1', 'plain', 'word accuracy', 'plain'], cells);
}

function reliabilityTable(rows: readonly ShowRow[]): string {
  const variants = [...new Set(rows.map(({ program }) => program.variant))];
  const columns = variants.map((variant) =>
    addTenths(rows.map(({ program }) => program).filter((score: HeldOutScore) => score.variant === variant)),
  );
  const share = (part: number, turns: number): string => (turns === 0 ? '–' : shown(part / turns));
  const cells = Array.from({ length: 10 }, (_, tenth) => [
    `${(tenth / 10).toFixed(1)}–${((tenth + 1) / 10).toFixed(1)}`,
    ...columns.flatMap((tenths) => {
      const { turns, confidence, right } = tenths[tenth] ?? { turns: 0, confidence: 0, right: 0 };
      return [String(turns), share(confidence, turns), share(right, turns)];
    }),
  ]);
  const errors = ['expected calibration error', ...columns.flatMap((tenths) => ['', '', shown(calibrationError(tenths))])];
  return table(['confidence', ...variants.flatMap((variant) => [`${variant}: turns`, 'confidence', 'right'])], [...cells, errors]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
