import type { Doc, Layers } from '../schemas/document.js';
import type { Diagnostic } from '../schemas/diagnostic.js';
import type { EpisodeNode } from '../schemas/graph.js';
import type { Mention } from '../schemas/mention.js';
import { overlaps, type Span } from '../schemas/span.js';
import { entityId, speakerId } from './ids.js';

/** A document with every layer, ready to be written. */
export type FinishedDoc = Doc<keyof Layers>;

/** What the graph says of its making, and the minima that were asked for. */
export interface GraphFacts {
  readonly source: { readonly path: string; readonly sha256: string; readonly bytes: number };
  readonly pipeline: { readonly version: string; readonly configSha256: string; readonly stages: Readonly<Record<string, string>> };
  readonly diagnostics: readonly Diagnostic[];
  /** Claims below this confidence go to the ledger. */
  readonly minConfidence: number;
  /** Turns and claims attributed with less confidence have no speaker. */
  readonly minAttribution: number;
}

/** What the makers of nodes share while one episode becomes a graph. */
export interface Frame {
  readonly doc: FinishedDoc;
  readonly facts: GraphFacts;
  readonly textSha256: string;
}

/** A node of the graph with its id and its type's metadata. */
export interface GraphNode<Metadata extends EpisodeNode = EpisodeNode> {
  readonly id: string;
  readonly label: string;
  readonly metadata: Metadata;
}

/** The id of the speaker of a turn; null where the voice is unknown or less sure than was asked for. */
export function speakerOfTurn({ doc, facts }: Frame, turn: number): string | null {
  const { voice, confidence } = doc.layers.turns[turn] ?? { voice: null, confidence: 0 };
  return voice === null || confidence < facts.minAttribution ? null : speakerId(doc.id, voice);
}

/** The id of the entity that a mention belongs to. */
export function entityIdOf(mention: Mention, { doc }: Frame): string {
  return entityId(mention.entityType, mention.name, mention.partial ? doc.id : null);
}

/** The first mention that shares words with a span; named things before concepts. */
export function mentionIn(span: Span, { doc }: Frame): Mention | undefined {
  const inside = doc.layers.mentions.filter((mention) => overlaps(mention, span));
  return inside.find((mention) => mention.entityType !== 'concept') ?? inside[0];
}

/** A number of the graph with at most four decimals: enough to read, and equal bytes on every machine. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
