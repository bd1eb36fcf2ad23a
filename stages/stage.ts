import type { Diagnostic } from '../schemas/diagnostic.js';
import type { Doc, LayerName, Layers } from '../schemas/document.js';

/** What a stage returns: the layers it adds, and what there is to say about this text. */
export interface StageResult<Adds extends LayerName> {
  readonly layers: Readonly<Pick<Layers, Adds>>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * One step of the work: a pure, synchronous function from a document to new layers, with the layers it reads and adds declared.
 * No disk, network, clock, randomness, logger, environment, or state between two documents.
 */
export interface Stage<Needs extends LayerName, Adds extends LayerName> {
  /** Also the folder and the prefix of its rule ids. */
  readonly name: string;
  /** Raised whenever the same input may give another output. */
  readonly version: string;
  readonly needs: readonly Needs[];
  readonly adds: readonly Adds[];
  readonly run: (doc: Doc<Needs>) => StageResult<Adds>;
}
