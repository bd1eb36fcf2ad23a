import { access, constants, mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';
import { Tinypool } from 'tinypool';
import { episodeIdOf } from '../output/ids.js';
import type { CorpusGraph } from '../schemas/corpus.js';
import type { ManifestEntry } from '../schemas/manifest.js';
import type { BatchOptions } from './batch-options.js';
import { carriedOver, isUpToDate } from './carry-over.js';
import { writeCorpus } from './corpus/write-corpus.js';
import { messageOf, systemCodeOf, WhosaidError } from './errors.js';
import type { Input } from './find-inputs.js';
import { episodePath, ledgerPath } from './layout.js';
import { readManifestEntries, writeManifest } from './manifest-file.js';
import { planBatch, type Job } from './plan-batch.js';
import { VERSION } from './project.js';
import { runJob } from './run-job.js';
import { configHash } from './settings.js';
import { removeOutput } from './write-output.js';

export interface BatchResult {
  /** This run's inputs, in the order of their paths. */
  readonly entries: readonly ManifestEntry[];
  /** How many of them were up to date already. */
  readonly reused: number;
  /** What the episodes of the output folder have in common, as written. */
  readonly corpus: CorpusGraph;
}

export const DEFAULT_CONCURRENCY = Math.max(1, Math.min(8, availableParallelism()));

/**
 * Turns transcripts into episode graphs, one after another or several at once, with equal bytes either way. A file that cannot be
 * read is quarantined with its reason and never stops the others; a file that is up to date is left alone.
 *
 * @throws WhosaidError `cannot-write` when the output folder cannot be written to.
 */
export async function runBatch(inputs: readonly Input[], options: BatchOptions): Promise<BatchResult> {
  const startedAt = new Date().toISOString();
  await ensureWritable(options.out);
  const before = await readManifestEntries(options.out);
  const { jobs, settled } = await planBatch(inputs, options);
  const upToDate = options.force ? [] : await upToDateOf(jobs, before, options.out);
  const entries: ManifestEntry[] = [];
  const finish = (entry: ManifestEntry) => {
    entries.push(entry);
    options.onFinished?.(entry, entries.length, inputs.length);
  };
  [...settled, ...upToDate].forEach(finish);
  const done = new Set(upToDate.map(({ key }) => key));
  await runJobs(
    jobs.filter(({ key }) => !done.has(key)),
    options,
    finish,
  );
  const corpus = await writeShared(entries, before, { options, startedAt });
  return { entries: [...entries].sort((a, b) => (a.path < b.path ? -1 : 1)), reused: upToDate.length, corpus };
}

/** Entries of the last run that still hold: same source, settings and versions, and the files are there, unchanged. */
async function upToDateOf(jobs: readonly Job[], before: readonly ManifestEntry[], out: string): Promise<ManifestEntry[]> {
  const entries: ManifestEntry[] = [];
  for (const { key, sha256, path, absolute } of jobs) {
    const known = before.find((entry) => entry.state === 'done' && entry.key === key && entry.episode === episodeIdOf(sha256));
    if (known !== undefined && (await isUpToDate(out, known))) entries.push({ ...known, path, absolute });
  }
  return entries;
}

/** The queue bounds what is in memory: a source is read only when a worker is about to be free for it. */
async function runJobs(jobs: readonly Job[], options: BatchOptions, finish: (entry: ManifestEntry) => void): Promise<void> {
  if (jobs.length === 0) return;
  const threads = Math.min(options.concurrency, jobs.length);
  const pool = new Tinypool({ filename: new URL('./worker.js', import.meta.url).href, minThreads: threads, maxThreads: threads });
  const queue = new PQueue({ concurrency: threads });
  try {
    await Promise.all(
      jobs.map((job) =>
        queue.add(async () => {
          finish(await runJob(job, pool, options));
        }),
      ),
    );
  } finally {
    queue.clear();
    await pool.destroy();
  }
}

/** Writes what the episodes share: removes outdated files, then the corpus, last the manifest, which says that all of it is there. */
async function writeShared(
  entries: readonly ManifestEntry[],
  before: readonly ManifestEntry[],
  { options, startedAt }: { readonly options: BatchOptions; readonly startedAt: string },
): Promise<CorpusGraph> {
  const { out, settings, engine } = options;
  const carried = await carriedOver(before, entries, out);
  for (const slug of carried.outdated) {
    await removeOutput(episodePath(out, slug));
    await removeOutput(ledgerPath(out, slug));
  }
  const inputs = [...entries, ...carried.kept];
  const slugs = inputs.flatMap(({ state, slug }) => (state === 'done' && slug !== undefined ? [slug] : []));
  const corpus = await writeCorpus(out, [...new Set(slugs)].sort());
  await writeManifest(out, {
    schema: 'urn:whosaid:manifest:1',
    version: VERSION,
    configSha256: configHash(settings, engine.lexiconSha256),
    startedAt,
    finishedAt: new Date().toISOString(),
    inputs,
  });
  return corpus;
}

async function ensureWritable(out: string): Promise<void> {
  try {
    await mkdir(out, { recursive: true });
    await access(out, constants.W_OK);
  } catch (error) {
    const hint = 'check that the folder may be written to, or choose another with -o';
    throw new WhosaidError('cannot-write', `${out} (${systemCodeOf(error) ?? messageOf(error)})`, { hint, cause: error });
  }
}
