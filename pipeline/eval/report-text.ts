import type { EvalReport, Scores } from './evaluate.js';

/** A table: what it shows, the heads of its columns, and one figure of each. */
export interface ScoreTable {
  readonly title: string;
  readonly columns: readonly (readonly [head: string, figureOf: (scores: Scores) => number | null])[];
}

/** The figures of an evaluation in three tables, one for each layer. */
export const SCORE_TABLES: readonly ScoreTable[] = [
  {
    title: 'turns',
    columns: [
      ['boundary F1', ({ turns }) => turns.boundaryF1],
      ['word accuracy', ({ turns }) => turns.wordAccuracy],
      ['speaker F1', ({ turns }) => turns.speakerMacroF1],
      ['name accuracy', ({ turns }) => turns.nameAccuracy],
    ],
  },
  {
    title: 'entities',
    columns: [
      ['named P', ({ entities }) => entities.named.precision],
      ['R', ({ entities }) => entities.named.recall],
      ['F1', ({ entities }) => entities.named.f1],
      ['concept P', ({ entities }) => entities.concept.precision],
      ['R', ({ entities }) => entities.concept.recall],
      ['F1', ({ entities }) => entities.concept.f1],
      ['canonical', ({ entities }) => entities.canonicalAccuracy],
      ['misheard found', ({ entities }) => entities.misheard.found],
      ['named right', ({ entities }) => entities.misheard.namedRight],
      ['precision', ({ entities }) => entities.misheard.precision],
    ],
  },
  {
    title: 'claims',
    columns: [
      ['P', ({ claims }) => claims.precision],
      ['R', ({ claims }) => claims.recall],
      ['F1', ({ claims }) => claims.f1],
      ['opinion P', ({ claims }) => claims.opinion.precision],
      ['R', ({ claims }) => claims.opinion.recall],
      ['F1', ({ claims }) => claims.opinion.f1],
      ['speaker', ({ claims }) => claims.speakerAccuracy],
      ['kind', ({ claims }) => claims.kindAccuracy],
      ['type', ({ claims }) => claims.typeAccuracy],
      ['polarity', ({ claims }) => claims.polarityAccuracy],
      ['target', ({ claims }) => claims.targetAccuracy],
      ['holder', ({ claims }) => claims.holderAccuracy],
      ['false reports', ({ claims }) => claims.falseReports],
    ],
  },
];

/** A figure as tables show it; a dash where there was nothing to score. @example shown(0.97) // '0.970' */
export function shown(figure: number | null): string {
  return figure === null ? '–' : figure.toFixed(3);
}

/** An evaluation for the terminal: a table for each layer, then what to know before believing it. */
export function toText({ documents, total, missing, warnings }: EvalReport): string {
  const rows = [...documents, { name: 'total', ...total }];
  const tables = SCORE_TABLES.map(({ title, columns }) =>
    aligned([
      [title, ...columns.map(([head]) => head)],
      ...rows.map((row) => [row.name, ...columns.map(([, figureOf]) => shown(figureOf(row)))]),
    ]),
  );
  const notes = warnings.map(({ document, message }) => `warning: ${document}: ${message}`);
  const summary = `${documents.length} scored, ${missing.length} without a graph`;
  return `${[...tables, [...notes, summary].join('\n')].join('\n\n')}\n`;
}

/** Columns of one width each: the first to the left, figures to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  return rows.map(line).join('\n');
}
