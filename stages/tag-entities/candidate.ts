import type { Token } from '../../schemas/document.js';
import type { EntityType, Mention } from '../../schemas/mention.js';
import type { Sense } from './gazetteer.js';

/** A half-open range of tokens. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** What the capitals of a form say: it is a name, they may only open a sentence, or there are none. */
export type Writing = 'name' | 'opening' | 'plain';

/** Tokens that may name a listed thing. */
export interface Candidate extends TokenRange {
  /** The folded form. */
  readonly key: string;
  readonly sense: Sense;
  readonly written: Writing;
}

/** Tokens that name something. */
export interface Naming extends TokenRange {
  readonly name: string;
  readonly entityType: EntityType;
  readonly partial: boolean;
  readonly method: string;
  readonly confidence: number;
}

/** The naming as a mention: the same, with its span in the text, without the "'s" that some tokens end with. */
export function toMention({ from, to, ...rest }: Naming, tokens: readonly Token[]): Mention {
  const last = tokens[to - 1];
  const ending = last !== undefined && POSSESSIVE.test(last.lower) ? 2 : 0;
  return { start: tokens[from]?.start ?? 0, end: (last?.end ?? 0) - ending, ...rest };
}

// "rust's" | "'s" "rusts"
const POSSESSIVE = /.['’]s$/;
