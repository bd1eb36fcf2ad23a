import { episodeIdOf, fileSlugOf, sha256 } from '../output/ids.js';
import type { DiarizedStretch } from '../schemas/diarization.js';
import type { ManifestEntry } from '../schemas/manifest.js';
import type { BatchOptions } from './batch-options.js';
import type { SourceRefusal } from './decode-source.js';
import { stemOf, type Input } from './find-inputs.js';
import { sidecarReader } from './load-sidecars.js';
import { VERSION } from './project.js';
import { readDiarization } from './read-diarization.js';
import { readSource } from './read-source.js';
import { configHash, type OutsideFacts } from './settings.js';

/** One source that is to be turned into a graph. */
export interface Job extends Input {
  readonly sha256: string;
  readonly bytes: number;
  /** What a sidecar says of the episode. */
  readonly facts: OutsideFacts;
  /** Hash of source, sidecars, settings and versions: equal key, equal output. */
  readonly key: string;
  readonly slug: string;
  /** The voices of the diarization beside it. */
  readonly diarization?: readonly DiarizedStretch[];
}

export interface Plan {
  readonly jobs: readonly Job[];
  /** What needs no work: refused sources and duplicates. */
  readonly settled: readonly ManifestEntry[];
}

/** Hashes every input in the order of its path; of two equal sources the second is skipped, whichever is read first. */
export async function planBatch(inputs: readonly Input[], options: BatchOptions): Promise<Plan> {
  const configSha256 = configHash(options.settings, options.engine.lexiconSha256);
  const readSidecars = sidecarReader();
  const firstOf = new Map<string, string>();
  const jobs: Job[] = [];
  const settled: ManifestEntry[] = [];
  for (const input of inputs) {
    const read = await readSource(input, options.maxBytes);
    if (!read.ok) {
      settled.push(quarantine(input, read.refusal, options));
      continue;
    }
    const { sha256: hash, bytes } = read.source;
    const first = firstOf.get(hash);
    if (first !== undefined) {
      options.log.warn({ doc: input.path, duplicateOf: first }, 'skipped: the same bytes as another input');
      const { path, absolute } = input;
      settled.push({ path, absolute, state: 'skipped', sha256: hash, bytes, episode: episodeIdOf(hash), duplicateOf: first, warnings: [] });
      continue;
    }
    const sidecar = await readSidecars(input);
    if (!sidecar.ok) {
      settled.push(quarantine(input, sidecar.refusal, options));
      continue;
    }
    const beside = await readDiarization(input.absolute, options.maxBytes);
    if (!beside.ok) {
      settled.push(quarantine(input, beside.refusal, options));
      continue;
    }
    firstOf.set(hash, input.path);
    const { facts } = sidecar;
    const { diarization } = beside;
    const made = [hash, configSha256, VERSION, options.engine.stages, input.path, facts];
    const key = sha256(JSON.stringify(diarization === undefined ? made : [...made, diarization.sha256]));
    const voices = diarization === undefined ? {} : { diarization: diarization.stretches };
    jobs.push({ ...input, sha256: hash, bytes, facts, key, slug: fileSlugOf(stemOf(input.path), episodeIdOf(hash)), ...voices });
  }
  return { jobs, settled };
}

/** The manifest entry of a source that cannot be used, with the reason. */
export function quarantine({ path, absolute }: Input, reason: SourceRefusal, { log }: Pick<BatchOptions, 'log'>): ManifestEntry {
  log.warn({ doc: path, code: reason.code, line: reason.line }, reason.message);
  return { path, absolute, state: 'quarantined', reason: { ...reason }, warnings: [] };
}
