import type { Span } from './span.js';

export const ENTITY_TYPES = ['person', 'organization', 'technology', 'work', 'place', 'concept'] as const;

export type EntityType = (typeof ENTITY_TYPES)[number];

/** Words that name one particular thing. */
export interface Mention extends Span {
  readonly entityType: EntityType;
  /** The canonical name a reader would look up. */
  readonly name: string;
  /** True when only a part of the name is known (a bare first name): the entity is then this episode's own. */
  readonly partial: boolean;
  /** What found it: a lexicon, a library's tag, a pattern, or an earlier mention of the full name. */
  readonly method: string;
  readonly confidence: number;
}
