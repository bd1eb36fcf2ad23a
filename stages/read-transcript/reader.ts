import type { Diagnostic } from '../../schemas/diagnostic.js';
import type { EpisodeFacts } from '../../schemas/document.js';
import type { ReaderLexicon } from './lexicon.js';
import type { Piece } from './piece.js';
import type { SourceText } from './source-text.js';

/** What a reader found in a source. */
export interface Reading {
  readonly pieces: readonly Piece[];
  /** Facts from the source's own header. */
  readonly episode: Omit<EpisodeFacts, 'language'>;
  readonly diagnostics: readonly Diagnostic[];
}

/** One transcript format: how to tell it by its content, and how to take it apart. */
export interface Reader {
  readonly format: string;
  /** 0..1, how sure it is that this source is in its format. The highest score reads; 0 means never. */
  readonly score: (source: SourceText) => number;
  readonly read: (source: SourceText, lexicon: ReaderLexicon) => Reading;
}
