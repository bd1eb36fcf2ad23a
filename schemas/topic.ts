import type { EntityType } from './mention.js';
import type { Span } from './span.js';

/** Something the episode is about. */
export interface Topic {
  readonly label: string;
  readonly keywords: readonly string[];
  /** 0..1, relative to the strongest topic of the episode. */
  readonly weight: number;
  /** The entity it is, where it is one. */
  readonly entity?: { readonly name: string; readonly entityType: EntityType };
  /** Where it is spoken of. */
  readonly spans: readonly Span[];
}

export type SectionKind = 'content' | 'ad' | 'intro' | 'outro';

/** A stretch of the episode that keeps to a subject. Sections cover the whole text, in order. */
export interface Section extends Span {
  readonly title: string;
  readonly kind: SectionKind;
  /** Labels of the topics that it covers, strongest first. */
  readonly topics: readonly string[];
}
