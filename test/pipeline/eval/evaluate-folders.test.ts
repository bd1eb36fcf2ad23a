import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { evaluateFolders } from '../../../pipeline/eval/evaluate-folders.js';
import type { EvalReport } from '../../../pipeline/eval/evaluate.js';
import { loadLexicons } from '../../../pipeline/load-lexicons.js';
import { GOLD, GOLD_CLAIMS, GOLD_MENTIONS } from './tiny.js';
import { SOURCE, tinyGraph } from './tiny-graph.js';

const { reader } = loadLexicons();
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'eval-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

function report(transcripts?: string): Promise<EvalReport> {
  const folders = { gold: join(root, 'gold'), graphs: join(root, 'graphs'), ...(transcripts && { transcripts: join(root, transcripts) }) };
  return evaluateFolders(folders, reader);
}

const jsonLines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const GOLD_FILES = {
  'gold/tiny.turns.tsv': (GOLD.turns ?? []).map(({ line, words, speaker }) => `${String(line)}\t${words}\t${speaker}\n`).join(''),
  'gold/tiny.entities.jsonl': jsonLines(GOLD_MENTIONS),
  'gold/tiny.claims.jsonl': jsonLines(GOLD_CLAIMS),
};
const GRAPH_FILES = { 'graphs/episodes/tiny-01234567.graph.json': JSON.stringify(tinyGraph()) };

const PERFECT_SCORES = {
  turns: { boundaryF1: 1, wordAccuracy: 1, speakerMacroF1: 1, nameAccuracy: 1 },
  entities: { named: { f1: 1 }, concept: { f1: 1 }, canonicalAccuracy: 1, misheard: { found: 1, namedRight: 1, precision: 1 } },
  claims: {
    f1: 1,
    opinion: { f1: 1 },
    speakerAccuracy: 1,
    kindAccuracy: 1,
    typeAccuracy: 1,
    polarityAccuracy: 1,
    holderAccuracy: 1,
    falseReports: 0,
  },
};

describe('gold and graphs in folders', () => {
  test.each([
    ['beside the gold', 'gold/tiny.txt', undefined],
    ['in a folder next to it', 'transcripts/tiny.txt', undefined],
    ['in a folder of that folder', 'transcripts/shows/tiny.txt', undefined],
    ['where it is said to be', 'elsewhere/tiny.txt', 'elsewhere'],
  ])('the transcript lies %s', async (_, path, transcripts) => {
    write({ ...GOLD_FILES, ...GRAPH_FILES, [path]: SOURCE });
    const found = await report(transcripts);
    expect(found.total).toMatchObject(PERFECT_SCORES);
    expect(found.warnings).toEqual([]);
  });

  test('the transcript is where it was when it was extracted', async () => {
    const input = {
      path: 'tiny.txt',
      absolute: join(root, 'inbox', 'tiny.txt'),
      state: 'done',
      sha256: tinyGraph().graph.metadata.source.sha256,
      warnings: [],
    };
    const manifest = { schema: 'urn:whosaid:manifest:1', version: '0', configSha256: '', startedAt: '', finishedAt: '', inputs: [input] };
    write({ ...GOLD_FILES, ...GRAPH_FILES, 'inbox/tiny.txt': SOURCE, 'graphs/manifest.json': JSON.stringify(manifest) });
    expect((await report()).warnings).toEqual([]);
  });

  test.each([
    ['is not there', {}],
    ['is another one by now', { 'transcripts/tiny.txt': `${SOURCE}And more.\n` }],
  ])('without the transcript (it %s) lines are estimated, and it says so', async (_, files) => {
    write({ ...GOLD_FILES, ...GRAPH_FILES, ...files });
    const found = await report();
    expect(found.warnings.map(({ code }) => code)).toEqual(['lines-estimated']);
    expect(found.total).toMatchObject(PERFECT_SCORES);
  });

  test('gold without a graph is reported; other graphs are not looked at', async () => {
    write({ ...GOLD_FILES, 'gold/lost.claims.jsonl': '', ...GRAPH_FILES, 'graphs/episodes/other-01234567.graph.json': 'not looked at' });
    expect((await report()).missing).toEqual(['lost']);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['no graphs', GOLD_FILES, /no graphs in /u],
    ['no gold', GRAPH_FILES, /cannot read .*gold/u],
    [
      'a graph that is none',
      { ...GOLD_FILES, 'graphs/episodes/tiny-01234567.graph.json': '{}' },
      /cannot read .*tiny-01234567\.graph\.json/u,
    ],
  ])('%s is an error that names the place', async (_, files, message) => {
    write(files);
    await expect(report()).rejects.toThrow(message);
  });
});
