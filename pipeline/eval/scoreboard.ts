import type { SpeedReport } from '../measure-speed.js';
import type { EvalReport, Scores } from './evaluate.js';
import { SCORE_TABLES, shown } from './report-text.js';
import type { ScoredSet } from './score-set.js';

/** One folder of gold, with what to know about it. */
export interface ScoreboardSet {
  readonly title: string;
  readonly note: string;
  readonly scores: ScoredSet;
}

type Column = readonly [head: string, cellOf: (name: string, scores: Scores) => string];

/** SCOREBOARD.md: how good each part is, next to the baselines, and how fast. `others` are sections that stand as they are. */
export function toScoreboard(sets: readonly ScoreboardSet[], others: readonly string[], speed: SpeedReport): string {
  return [
    '# Scoreboard',
    'Written by `npm run score`; do not edit. What each figure means is in the comments of `pipeline/eval/score-*.ts`; a dash says that there was nothing to score.',
    ...sets.flatMap(sectionOf),
    ...others,
    '## Speed',
    speedNote(speed),
    speedTable(speed),
  ]
    .join('\n\n')
    .concat('\n');
}

function sectionOf({ title, note, scores }: ScoreboardSet): readonly string[] {
  const layers = SCORE_TABLES.map((table) =>
    tableOf(
      table.title,
      scores.program,
      table.columns.map(([head, figureOf]): Column => [head, (_, row) => shown(figureOf(row))]),
    ),
  );
  const unplaced = scores.program.documents.filter(({ notPlaced }) => notPlaced > 0).map(({ name, notPlaced }) => `${name}: ${notPlaced}`);
  const unplacedNote =
    unplaced.length === 0 ? [] : [`Gold items whose words were not found in the text, counted as missed: ${unplaced.join(', ')}.`];
  return [`## ${title}`, note, baselineTable(scores), ...layers, ...unplacedNote];
}

function baselineTable({ program, everySentence, libraryNames }: ScoredSet): string {
  const of = (report: EvalReport, name: string): Scores => report.documents.find((document) => document.name === name) ?? report.total;
  return tableOf('against the baselines', program, [
    ['claims F1', (_, row) => bold(shown(row.claims.f1))],
    ['every sentence of six words', (name) => shown(of(everySentence, name).claims.f1)],
    ['its P', (name) => shown(of(everySentence, name).claims.precision)],
    ['its R', (name) => shown(of(everySentence, name).claims.recall)],
    ['named entities F1', (_, row) => bold(shown(row.entities.named.f1))],
    ["compromise's own", (name) => shown(of(libraryNames, name).entities.named.f1)],
    ['its P', (name) => shown(of(libraryNames, name).entities.named.precision)],
    ['its R', (name) => shown(of(libraryNames, name).entities.named.recall)],
  ]);
}

function bold(cell: string): string {
  return `**${cell}**`;
}

function tableOf(title: string, { documents, total }: EvalReport, columns: readonly Column[]): string {
  const rows = [...documents, { name: TOTAL, ...total }];
  return markdownTable([
    [title, ...columns.map(([head]) => head)],
    ...rows.map((row) => [row.name, ...columns.map(([, cellOf]) => cellOf(row.name, row))]),
  ]);
}

const TOTAL = 'total';

function speedNote({ words, peakRssBytes }: SpeedReport): string {
  const text = `The long Whisper transcript (${words.toLocaleString('en')} words), warm median of seven runs in one process`;
  return `${text}, as ratios to the bare libraries over the same text. Target: the whole at most 4 × \`readDoc\`. Peak memory before the bare libraries ran: under ${memoryStep(peakRssBytes)} MB.`;
}

/** Rounded up to the next 50 MB: a finer figure would change with every run. */
function memoryStep(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024 / 50) * 50;
}

function speedTable({ stages, whole, readDoc, compromise }: SpeedReport): string {
  const rows = [...stages, whole, readDoc, ...(compromise === undefined ? [] : [compromise])];
  return markdownTable([
    ['stage', '× readDoc', '× compromise'],
    ...rows.map(({ name, toReadDoc, toCompromise }) => [name, toReadDoc.toFixed(1), toCompromise?.toFixed(2) ?? '–']),
  ]);
}

/** The first column to the left, figures to the right. */
function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
