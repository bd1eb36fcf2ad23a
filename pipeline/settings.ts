import type { EpisodeFacts } from '../schemas/document.js';
import { sha256 } from '../output/ids.js';

/** The settings that change results; they go into every episode's `configSha256`. */
export interface ResultSettings {
  /** Claims below this confidence go to the ledger (0 keeps all). */
  readonly minConfidence: number;
  /** Turns and claims attributed with less confidence have no speaker (0 keeps all). */
  readonly minAttribution: number;
}

export const DEFAULT_SETTINGS: ResultSettings = { minConfidence: 0, minAttribution: 0 };

/** Hash of the settings and of the knowledge files: equal hash, equal result for equal source. */
export function configHash({ minConfidence, minAttribution }: ResultSettings, lexiconSha256: string): string {
  return sha256(JSON.stringify({ minConfidence, minAttribution, lexiconSha256 }));
}

/** Facts from outside the source (a sidecar), as the reader takes them. */
export type OutsideFacts = Partial<EpisodeFacts>;
