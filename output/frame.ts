import type { Doc, Layers } from '../schemas/document.js';
import type { Diagnostic } from '../schemas/diagnostic.js';
import type { EpisodeNode } from '../schemas/graph.js';
import type { Mention } from '../schemas/mention.js';
import { lastStartingBy, overlaps, type Span } from '../schemas/span.js';
import { entityId, nameSlug, sha256, speakerId, topicId } from './ids.js';

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
  /** The first mention of each slug of a name, and the topics with their slugs: what targets are looked up in. */
  readonly mentionsBySlug: ReadonlyMap<string, Mention>;
  /** The entity that each mention belongs to. */
  readonly entityIds: ReadonlyMap<Mention, string>;
  /** The id of each topic with its slug between dashes, so that whole words are found in longer slugs. */
  readonly topicSlugs: readonly { readonly id: string; readonly dashed: string }[];
}

/** Prepares what the makers of nodes share. */
export function frameOf(doc: FinishedDoc, facts: GraphFacts): Frame {
  const mentionsBySlug = new Map<string, Mention>();
  const entityIds = new Map<Mention, string>();
  const known = new Map<string, { readonly slug: string; readonly id: string }>();
  for (const mention of doc.layers.mentions) {
    const { entityType, name, partial } = mention;
    const key = `${entityType} ${String(partial)} ${name}`;
    const entity = known.get(key) ?? { slug: nameSlug(name), id: entityId(entityType, name, partial ? doc.id : null) };
    known.set(key, entity);
    entityIds.set(mention, entity.id);
    if (!mentionsBySlug.has(entity.slug)) mentionsBySlug.set(entity.slug, mention);
  }
  const topicSlugs = doc.layers.topics.map(({ label }) => ({ id: topicId(label), dashed: `-${nameSlug(label)}-` }));
  return { doc, facts, textSha256: sha256(doc.text), mentionsBySlug, entityIds, topicSlugs };
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
export function entityIdOf(mention: Mention, { entityIds }: Frame): string {
  return entityIds.get(mention) ?? '';
}

/** The first mention that shares words with a span; named things before concepts. */
export function mentionIn(span: Span, { doc }: Frame): Mention | undefined {
  // Mentions do not overlap one another, so the one before the span's start is the only earlier one that can reach into it.
  const { mentions } = doc.layers;
  let first: Mention | undefined;
  for (let at = Math.max(0, lastStartingBy(mentions, span.start)); at < mentions.length; at++) {
    const mention = mentions[at];
    if (mention === undefined || mention.start >= span.end) break;
    if (!overlaps(mention, span)) continue;
    if (mention.entityType !== 'concept') return mention;
    first ??= mention;
  }
  return first;
}

/** A number of the graph with at most four decimals: enough to read, and equal bytes on every machine. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
