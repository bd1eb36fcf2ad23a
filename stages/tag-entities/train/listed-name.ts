import type { EntityType } from '../../../schemas/mention.js';
import type { Needs } from '../gazetteer.js';

/** A name as a source lists it, before the talk has been asked how it is written. */
export interface SourceName {
  readonly name: string;
  readonly type: EntityType | 'first-name';
  readonly aliases: readonly string[];
  /** Id of the list, as `NOTICE` explains it. */
  readonly source: string;
  /** Set where the list itself says what its names need. */
  readonly needs?: Needs;
  /** `all`: a list written for this project. `clear`: no everyday words. `spoken`: only names that are spoken as names in real talk. */
  readonly keep: 'all' | 'clear' | 'spoken';
}
