import type { Logger } from 'pino';
import type { ManifestEntry } from '../schemas/manifest.js';
import type { ResultSettings } from './settings.js';

export interface BatchOptions {
  /** The output folder. */
  readonly out: string;
  readonly settings: ResultSettings;
  /** Larger sources are quarantined. */
  readonly maxBytes: number;
  /** Documents in work at the same time; results do not depend on it. */
  readonly concurrency: number;
  /** Do again what is up to date. */
  readonly force: boolean;
  readonly log: Logger;
  /** Version of each stage, and the hash of the lexicons: part of every document's key. */
  readonly engine: { readonly stages: Readonly<Record<string, string>>; readonly lexiconSha256: string };
  /** Called when an input is finished. */
  readonly onFinished?: (entry: ManifestEntry, finished: number, total: number) => void;
}
