import { Buffer } from 'node:buffer';
import type { EpisodeFacts } from '../schemas/document.js';
import type { EpisodeGraph, LedgerRow } from '../schemas/graph.js';
import { WhosaidError } from './errors.js';
import { loadLexicons } from './load-lexicons.js';
import { decodeSource } from './decode-source.js';
import { createEngine, type Engine } from './run-document.js';
import { DEFAULT_SETTINGS, type ResultSettings } from './settings.js';

export interface ExtractOptions extends Partial<ResultSettings> {
  /** Name of the source in the graph. Default: `transcript.txt`. */
  readonly path?: string;
  /** What is known of the episode from outside: title, show, date, speakers. */
  readonly facts?: Partial<EpisodeFacts>;
}

export interface Extracted {
  /** The episode as a JSON Graph Format document. */
  readonly graph: EpisodeGraph;
  /** What was considered and not kept. */
  readonly ledger: readonly LedgerRow[];
}

let engine: Engine | undefined;

/**
 * Turns one transcript into its graph, in this thread. The first call loads the models and lexicons.
 *
 * @throws WhosaidError `cannot-read` when the content is no transcript, with the reason.
 * @example extract('Ann: Most of it is a waste of time.\nBo: I see.').graph.graph.metadata.stats.claims // 1
 */
export function extract(content: string | Uint8Array, options: ExtractOptions = {}): Extracted {
  const { path = 'transcript.txt', facts = {}, ...given } = options;
  const decoded = decodeSource(typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  if (!decoded.ok) throw new WhosaidError('cannot-read', `${path}: ${decoded.refusal.message}`, { hint: decoded.refusal.hint });
  engine ??= createEngine(loadLexicons());
  const result = engine.run({ path, ...decoded.source, facts, settings: { ...DEFAULT_SETTINGS, ...given } });
  if (!result.ok) throw new WhosaidError('cannot-read', `${path}: ${result.refusal.message}`, { hint: result.refusal.hint });
  return result.record;
}
