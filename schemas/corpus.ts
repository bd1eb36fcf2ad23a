import { z } from 'zod';
import { ENTITY_TYPES } from './mention.js';

const count = z.number().int().nonnegative();

const corpusNode = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('Episode'),
    title: z.string().optional(),
    show: z.string().optional(),
    date: z.string().optional(),
    url: z.string().optional(),
    slug: z.string(),
    words: count,
    claims: count,
  }),
  z.object({
    type: z.literal('Entity'),
    name: z.string(),
    entityType: z.enum(ENTITY_TYPES),
    aliases: z.array(z.string()),
    mentions: count,
    episodes: count,
  }),
  z.object({ type: z.literal('Topic'), label: z.string(), episodes: count }),
  z.object({
    type: z.literal('Speaker'),
    name: z.string(),
    role: z.enum(['host', 'guest', 'other', 'unknown']),
    words: count,
    confidence: z.number().min(0).max(1),
  }),
]);

const span = { start: count, end: count };

/** What an `excerptOf` edge says: which stretches of the clip are which of the other recording, and who says each there. */
export const excerptFacts = z.object({
  share: z.number().min(0).max(1),
  stretches: z.array(z.object({ ...span, of: z.object(span) })),
  spoken: z.array(z.object({ ...span, speaker: z.string() })),
});

export const CORPUS_SCHEMA_ID = 'urn:whosaid:corpus:1';

/** The corpus file: what the episodes have in common. Ids are those of the episode files. */
export const corpusGraph = z.object({
  graph: z.object({
    id: z.string(),
    type: z.string(),
    label: z.string(),
    directed: z.boolean(),
    metadata: z.object({
      schema: z.literal(CORPUS_SCHEMA_ID),
      stats: z.object({ episodes: count, entities: count, topics: count, speakers: count }),
    }),
    nodes: z.record(z.string(), z.object({ label: z.string(), metadata: corpusNode })),
    edges: z.array(
      z.object({
        id: z.string(),
        source: z.string(),
        target: z.string(),
        relation: z.enum(['mentions', 'covers', 'identifiedAs', 'partOf', 'sameAs', 'excerptOf', 'memberOf']),
        directed: z.boolean(),
        metadata: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
  }),
});

export type CorpusGraph = z.infer<typeof corpusGraph>;
export type CorpusNode = z.infer<typeof corpusNode>;
