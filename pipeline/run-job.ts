import type { Tinypool } from 'tinypool';
import { episodeIdOf, sha256 } from '../output/ids.js';
import type { ManifestEntry } from '../schemas/manifest.js';
import type { BatchOptions } from './batch-options.js';
import type { SourceRefusal } from './decode-source.js';
import { messageOf } from './errors.js';
import { episodePath, ledgerPath } from './layout.js';
import type { DocumentAnswer, DocumentTask } from './messages.js';
import { quarantine, type Job } from './plan-batch.js';
import { readSource } from './read-source.js';
import { writeWhole } from './write-output.js';

/** What `worker.ts` exports. */
const WORKER_FUNCTION = 'runTask';

/** Has a worker turn one source into its graph, and writes what it answers: the ledger first, so that no graph is without one. */
export async function runJob(job: Job, pool: Tinypool, options: BatchOptions): Promise<ManifestEntry> {
  const read = await readSource(job, options.maxBytes);
  if (!read.ok) return quarantine(job, read.refusal, options);
  const { path, absolute, sha256: hash, bytes, key, slug, facts, diarization } = job;
  const { settings } = options;
  const answer = await ask(pool, { path, sha256: hash, bytes, content: read.source.content, facts, settings, diarization });
  if (answer.type === 'refused') return quarantine(job, answer.refusal, options);
  await writeWhole(ledgerPath(options.out, slug), answer.ledgerLines);
  await writeWhole(episodePath(options.out, slug), answer.graphJson);
  logDone(path, answer, options);
  return {
    path,
    absolute,
    state: 'done',
    sha256: hash,
    bytes,
    key,
    episode: episodeIdOf(hash),
    slug,
    outputSha256: sha256(answer.graphJson),
    counts: answer.counts,
    warnings: [...answer.warnings],
    timings: answer.stages,
  };
}

async function ask(pool: Tinypool, task: DocumentTask): Promise<DocumentAnswer> {
  try {
    // tinypool types its result as any; the worker's one function answers with this union.
    return (await pool.run(task, { name: WORKER_FUNCTION })) as DocumentAnswer;
  } catch (error) {
    const hint = 'this is a fault of the program: please report it with the transcript';
    const refusal: SourceRefusal = { code: 'stage-failed', message: messageOf(error), hint };
    return { type: 'refused', refusal };
  }
}

function logDone(doc: string, { counts, stages }: Extract<DocumentAnswer, { type: 'done' }>, { log }: BatchOptions): void {
  const ms = Object.values(stages).reduce((sum, one) => sum + one, 0);
  log.info({ doc, words: counts.words, claims: counts.claims, ms: Math.round(ms) }, 'done');
  for (const [stage, stageMs] of Object.entries(stages)) log.debug({ doc, stage, ms: stageMs }, 'stage');
}
