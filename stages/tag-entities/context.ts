import type { Doc, Token } from '../../schemas/document.js';
import type { EntityLexicon } from './lexicon.js';
import type { CaseReading } from './read-case.js';

/** What the steps of this stage look at; none of it changes on the way. */
export interface TagContext {
  readonly doc: Doc<'tokens' | 'sentences'>;
  readonly tokens: readonly Token[];
  readonly reading: CaseReading;
  readonly lexicon: EntityLexicon;
  /** Folded first and last names of the people whom the source names as its voices. */
  readonly people: ReadonlySet<string>;
}

/** The words of a range of tokens, as the text has them. */
export function wordsOf({ doc, tokens }: Pick<TagContext, 'doc' | 'tokens'>, from: number, to: number): string {
  return doc.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}
