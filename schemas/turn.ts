import type { Span } from './span.js';

/** How a change of voice was found. `start` is the first turn of the text. */
export type BoundaryKind = 'start' | 'label' | 'mark' | 'silent' | 'inferred';

/** One speaker's stretch of talk. Turns cover the whole text, in order, and begin only at white space. */
export interface Turn extends Span {
  /** Index of the voice in this episode (0 = the first to be heard); null where attribution is not possible. */
  readonly voice: number | null;
  /** 0..1, that `voice` is right. */
  readonly confidence: number;
  /** Every voice that was considered, best first. */
  readonly candidates: readonly { readonly voice: number; readonly confidence: number }[];
  readonly boundary: BoundaryKind;
}

/** A place where a change of voice was considered and was not certain. */
export interface Boundary {
  readonly at: number;
  /** 0..1, that the voice changes here. */
  readonly score: number;
  readonly taken: boolean;
}

export type Role = 'host' | 'guest' | 'other' | 'unknown';

/** A stretch of the text that speaks for (or, with a negative weight, against) a name or a role. */
export interface Evidence extends Span {
  /** Lexicon entry or rule, e.g. `self-introduction`, `address`, `title`. Evidence from outside the text has an empty span. */
  readonly kind: string;
  readonly weight: number;
  /** Words of evidence that does not stand in the canonical text (a title, a label). */
  readonly outside?: string;
}

/** A voice of this episode, with a name only where there is evidence for one. */
export interface Speaker {
  readonly voice: number;
  readonly name: string | null;
  /** Labels of this voice as the source has them. */
  readonly labels: readonly string[];
  readonly role: Role;
  readonly evidence: readonly Evidence[];
  /** 0..1, that `name` is right; where there is no name, 0. */
  readonly confidence: number;
  readonly rivals: readonly { readonly name: string; readonly confidence: number }[];
}

/** How the transcript told voices apart (contract.md, 2: `source.attribution`). */
export type Attribution = 'labels' | 'diarised' | 'change-marks' | 'inferred';
