import type { DiarizedStretch } from '../schemas/diarization.js';
import type { SourceRefusal } from './decode-source.js';
import type { OutsideFacts, ResultSettings } from './settings.js';

/** What the main thread asks of a worker: one decoded source, to be made into a graph. */
export interface DocumentTask {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly content: string;
  readonly facts: OutsideFacts;
  readonly settings: ResultSettings;
  /** The voices of the diarization beside the source. */
  readonly diarization?: readonly DiarizedStretch[] | undefined;
}

/** What a worker answers: the files' content, or why there are none. */
export type DocumentAnswer =
  | {
      readonly type: 'done';
      readonly graphJson: string;
      readonly ledgerLines: string;
      readonly counts: DocumentCounts;
      readonly warnings: readonly { readonly code: string; readonly line?: number | undefined; readonly message: string }[];
      /** Milliseconds of each stage, in order. */
      readonly stages: Readonly<Record<string, number>>;
    }
  | { readonly type: 'refused'; readonly refusal: SourceRefusal };

export interface DocumentCounts {
  readonly words: number;
  readonly turns: number;
  readonly speakers: number;
  readonly mentions: number;
  readonly claims: number;
  readonly opinions: number;
}
