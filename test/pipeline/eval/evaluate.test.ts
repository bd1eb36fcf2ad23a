import { describe, expect, test } from '@jest/globals';
import { evaluate } from '../../../pipeline/eval/evaluate.js';
import { toText } from '../../../pipeline/eval/report-text.js';
import { GOLD, PERFECT, PLACES, reportOn } from './tiny.js';

const predicted = { prediction: PERFECT, places: PLACES, exactLines: true };
const nothing = { ...predicted, prediction: { ...PERFECT, turns: [], mentions: [], claims: [] } };

describe('an evaluation', () => {
  test('the total of one document is the document', () => {
    const { documents, total } = reportOn({});
    expect(documents).toEqual([{ name: 'tiny', ...total, notPlaced: 0 }]);
  });

  test('the total adds up counts: a document that is right and one that is empty', () => {
    const other = { ...GOLD, name: 'other' };
    const report = evaluate({ documents: [other, GOLD], sameAs: [] }, [
      predicted,
      { ...nothing, prediction: { ...nothing.prediction, name: 'other' } },
    ]);
    expect(report.documents.map(({ name }) => name)).toEqual(['other', 'tiny']);
    expect(report.total).toMatchObject({
      turns: { wordAccuracy: 0.5, speakerMacroF1: 0.5, boundaryPrecision: 1, boundaryRecall: 0.5 },
      entities: { named: { precision: 1, recall: 0.5, f1: 0.6667 } },
      claims: { precision: 1, recall: 0.5, speakerAccuracy: 1 },
    });
  });

  test('gold without a graph is named, and in no figure', () => {
    const report = evaluate({ documents: [GOLD, { ...GOLD, name: 'lost' }], sameAs: [] }, [predicted]);
    expect(report.missing).toEqual(['lost']);
    expect(report.warnings).toEqual([{ document: 'lost', code: 'no-graph', message: 'there is gold for it, but no graph' }]);
    expect(report.total.claims.recall).toBe(1);
  });

  test('a graph without gold is nothing to it', () => {
    const other = { ...predicted, prediction: { ...PERFECT, name: 'other' } };
    expect(evaluate({ documents: [GOLD], sameAs: [] }, [predicted, other])).toEqual(
      evaluate({ documents: [GOLD], sameAs: [] }, [predicted]),
    );
  });

  test('two graphs of one name: the first is scored, and it says so', () =>
    expect(evaluate({ documents: [GOLD], sameAs: [] }, [predicted, nothing])).toMatchObject({
      total: { claims: { f1: 1 } },
      warnings: [{ code: 'several-graphs' }],
    }));

  test('lines that are estimates are said to be', () =>
    expect(evaluate({ documents: [GOLD], sameAs: [] }, [{ ...predicted, exactLines: false }]).warnings).toMatchObject([
      { code: 'lines-estimated' },
    ]));

  test('a quote that is not there is a warning with its line and words', () => {
    const claims = (GOLD.claims ?? []).slice(0, 1).map((claim) => ({ ...claim, quote: 'no such words' }));
    const report = reportOn({}, { claims });
    expect(report.documents[0]?.notPlaced).toBe(1);
    expect(report.warnings).toEqual([
      { document: 'tiny', code: 'not-placed', message: 'claims: line 2 of the transcript does not have the words "no such words"' },
    ]);
  });

  test('nothing at all', () => {
    const report = evaluate({ documents: [], sameAs: [] }, []);
    expect(report).toMatchObject({
      documents: [],
      missing: [],
      warnings: [],
      total: { turns: { wordAccuracy: null }, claims: { f1: null } },
    });
  });
});

describe('as text', () => {
  test('a row for each document and one for the total, in three tables of straight columns', () => {
    const tables = toText(reportOn({})).split('\n\n');
    expect(tables).toHaveLength(4);
    for (const table of tables.slice(0, 3)) {
      const rows = table.split('\n');
      expect(rows).toHaveLength(3);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    }
    expect(tables[0]).toContain('tiny         1.000');
    expect(tables[3]).toBe('1 scored, 0 without a graph\n');
  });

  test('a dash where there was nothing to score', () => expect(toText(reportOn({}, { turns: null }))).toMatch(/^tiny +– +– +– +–$/mu));

  test('warnings at the end', () =>
    expect(toText(evaluate({ documents: [GOLD], sameAs: [] }, []))).toContain(
      'warning: tiny: there is gold for it, but no graph\n0 scored, 1 without a graph',
    ));
});
