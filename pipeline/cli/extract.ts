import { Command, Option } from 'commander';
import type { ManifestEntry } from '../../schemas/manifest.js';
import { knownElsewhere, type KnownElsewhere } from '../corpus/known-elsewhere.js';
import { DEFAULT_MAX_BYTES } from '../decode-source.js';
import { findInputs, STDIN, type Input } from '../find-inputs.js';
import { loadLexicons } from '../load-lexicons.js';
import { createLog, LOG_LEVELS, type LogLevel } from '../log.js';
import { corpusPath, episodePath, manifestPath } from '../layout.js';
import { readStream } from '../read-source.js';
import { DEFAULT_CONCURRENCY, runBatch, type BatchResult } from '../run-batch.js';
import { createEngine } from '../run-document.js';
import { DEFAULT_SETTINGS } from '../settings.js';
import { atLeastOne, share } from './options.js';
import { createProgress } from './progress.js';
import type { CommandMaker, ExitCode } from './command-maker.js';

interface ExtractOptions {
  readonly output: string;
  readonly concurrency: number;
  readonly force: boolean;
  readonly minConfidence: number;
  readonly minAttribution: number;
  readonly maxBytes: number;
  readonly logLevel: LogLevel;
  readonly json: boolean;
}

/** `whosaid extract`: transcripts -> episode graphs, corpus, manifest. */
export const extractCommand: CommandMaker = (done) =>
  new Command('extract')
    .description('read transcripts; write a graph for each, a corpus file and a manifest')
    .argument('<paths...>', 'files, folders or globs; - reads standard input')
    .option('-o, --output <folder>', 'where the graphs go', 'graphs')
    .option('--concurrency <n>', 'documents in work at the same time', atLeastOne, DEFAULT_CONCURRENCY)
    .option('--force', 'do again what is up to date', false)
    .option('--min-confidence <x>', 'leave out claims that are less sure (0 to 1)', share, DEFAULT_SETTINGS.minConfidence)
    .option('--min-attribution <x>', 'leave speakers open where they are less sure (0 to 1)', share, DEFAULT_SETTINGS.minAttribution)
    .option('--max-bytes <n>', 'refuse larger files', atLeastOne, DEFAULT_MAX_BYTES)
    .addOption(
      new Option('--log-level <level>', 'what is logged on stderr').choices(LOG_LEVELS).default(process.stderr.isTTY ? 'warn' : 'info'),
    )
    .option('--json', 'print one JSON object instead of a table', false)
    .action(async (paths: string[], options: ExtractOptions) => {
      done(await extract(paths, options));
    });

async function extract(paths: readonly string[], options: ExtractOptions): Promise<ExitCode> {
  const inputs = await inputsOf(paths, options.maxBytes);
  const progress = createProgress(process.stderr);
  const { minConfidence, minAttribution, maxBytes, concurrency, force } = options;
  const result = await runBatch(inputs, {
    out: options.output,
    settings: { minConfidence, minAttribution },
    maxBytes,
    concurrency,
    force,
    log: createLog(options.logLevel).child({ run: new Date().toISOString() }),
    engine: createEngine(loadLexicons()),
    onFinished: (entry, finished, total) => progress.show(finished, total, entry.path),
  });
  progress.end();
  process.stdout.write(options.json ? toJson(result, options.output) : toTable(result, options.output));
  return result.entries.some(({ state }) => state === 'quarantined') ? 1 : 0;
}

/** The files that are named, and standard input where `-` is. */
async function inputsOf(paths: readonly string[], maxBytes: number): Promise<Input[]> {
  const files = paths.filter((path) => path !== STDIN);
  const found = files.length === 0 ? [] : await findInputs(files);
  if (files.length === paths.length) return found;
  return [...found, { absolute: STDIN, path: 'stdin', data: await readStream(process.stdin, maxBytes) }];
}

function toJson({ entries, reused, corpus }: BatchResult, out: string): string {
  const excerpts = entries.flatMap(({ episode }) => knownElsewhere(corpus, episode ?? '') ?? []);
  return `${JSON.stringify({ schemaVersion: 1, out, reused, inputs: entries, excerpts })}\n`;
}

function toTable({ entries, reused, corpus }: BatchResult, out: string): string {
  const lines = entries.flatMap((entry) => {
    const elsewhere = knownElsewhere(corpus, entry.episode ?? '');
    return [`${entry.path}\n${describe(entry, out)}`, ...(elsewhere === undefined ? [] : describeExcerpt(elsewhere))];
  });
  const done = entries.filter(({ state }) => state === 'done').length;
  const summary = `${String(done)} of ${String(entries.length)} transcripts in ${out}${reused === 0 ? '' : ` (${String(reused)} unchanged since the last run)`}`;
  return `${[...lines, '', summary, `  corpus    ${corpusPath(out)}`, `  manifest  ${manifestPath(out)}`].join('\n')}\n`;
}

/** What the corpus knows of an excerpt: whose it is, and the names that its voices take from there. */
function describeExcerpt({ of, share, names }: KnownElsewhere): string[] {
  const percent = (part: number): string => `${String(Math.round(100 * part))}%`;
  return [
    `  an excerpt of ${of.title} (${percent(share)} of its words stand there)`,
    ...names.map(({ label, name, confidence }) => `    ${label} is ${name} (${percent(confidence)}, from the same recording)`),
  ];
}

function describe(entry: ManifestEntry, out: string): string {
  if (entry.state === 'skipped') return `  skipped: the same bytes as ${entry.duplicateOf ?? 'another input'}`;
  if (entry.state === 'quarantined') {
    const { message = '', hint = '', line } = entry.reason ?? {};
    return `  not read: ${line === undefined ? '' : `line ${String(line)}: `}${message}\n  hint: ${hint}`;
  }
  const { words = 0, turns = 0, speakers = 0, mentions = 0, claims = 0, opinions = 0 } = entry.counts ?? {};
  const counts = `  ${String(words)} words, ${String(turns)} turns, ${String(speakers)} speakers, ${String(mentions)} mentions, ${String(claims)} claims (${String(opinions)} opinions)`;
  const warnings = entry.warnings.map(({ line, message }) => `  warning: ${line === undefined ? '' : `line ${String(line)}: `}${message}`);
  return [counts, `  ${episodePath(out, entry.slug ?? '')}`, ...warnings].join('\n');
}
