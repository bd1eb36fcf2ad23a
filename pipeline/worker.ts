import { performance } from 'node:perf_hooks';
import { toJsonLines, toStableJson } from '../output/stable-json.js';
import { loadLexicons } from './load-lexicons.js';
import type { DocumentAnswer, DocumentTask } from './messages.js';
import { createEngine, type Engine } from './run-document.js';

let engine: Engine | undefined;

/** A worker thread's one job: a decoded source in, the content of its files out. Models and lexicons are loaded with the first. */
export function runTask(task: DocumentTask): DocumentAnswer {
  engine ??= createEngine(loadLexicons());
  const stages: Record<string, number> = {};
  let before = performance.now();
  const result = engine.run(task, (stage) => {
    const now = performance.now();
    stages[stage] = Math.round((now - before) * 10) / 10;
    before = now;
  });
  if (!result.ok) return { type: 'refused', refusal: result.refusal };
  const { stats, warnings } = result.record.graph.graph.metadata;
  const { words, turns, speakers, mentions, claims, opinions } = stats;
  return {
    type: 'done',
    graphJson: toStableJson(result.record.graph),
    ledgerLines: toJsonLines(result.record.ledger),
    counts: { words, turns, speakers, mentions, claims, opinions },
    warnings,
    stages,
  };
}
