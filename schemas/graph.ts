import { z } from 'zod';
import { CLAIM_TYPES, POLARITIES, STANCES } from './claim.js';
import { ENTITY_TYPES } from './mention.js';

// The shapes of contract.md, 2: types and checks from one declaration. Fields may be added; those here keep their meaning.

const offset = z.number().int().nonnegative();
const line = z.number().int().positive();
const milliseconds = z.number().int().nonnegative();
const share = z.number().min(0).max(1);
const span = { start: offset, end: offset };
const lines = { line, endLine: line };
const times = { startMs: milliseconds.optional(), endMs: milliseconds.optional() };
const timeBasis = z.enum(['word', 'segment', 'interpolated', 'none']);
const textSpan = z.object({ text: z.string(), ...span });
const eventRecord = z.object({ text: z.string(), at: offset, line, startMs: milliseconds.optional() });

const episodeNode = z.object({
  type: z.literal('Episode'),
  title: z.string().optional(),
  show: z.string().optional(),
  date: z.string().optional(),
  url: z.string().optional(),
});

const speakerNode = z.object({
  type: z.literal('Speaker'),
  name: z.string(),
  labels: z.array(z.string()),
  role: z.enum(['host', 'guest', 'other', 'unknown']),
  words: z.number().int().nonnegative(),
  /** `note` is what stands outside the canonical text (a label, the title, a count): its quote is empty, as its span is. */
  evidence: z.array(z.object({ kind: z.string(), quote: z.string(), note: z.string().optional(), ...span, line, weight: z.number() })),
  confidence: share,
  rivals: z.array(z.object({ name: z.string(), confidence: share })),
});

const turnNode = z.object({
  type: z.literal('Turn'),
  index: z.number().int().nonnegative(),
  text: z.string().min(1),
  ...span,
  ...lines,
  ...times,
  timeBasis,
  speaker: z.string().nullable(),
  confidence: share,
  candidates: z.array(z.object({ speaker: z.string(), confidence: share })),
  boundary: z.enum(['start', 'label', 'mark', 'silent', 'inferred']),
  events: z.array(eventRecord),
});

const entityNode = z.object({
  type: z.literal('Entity'),
  name: z.string(),
  entityType: z.enum(ENTITY_TYPES),
  aliases: z.array(z.string()),
  sameAs: z.array(z.string()),
  mentions: z.array(z.object({ text: z.string(), ...span, line, startMs: milliseconds.optional(), method: z.string(), confidence: share })),
});

const topicNode = z.object({
  type: z.literal('Topic'),
  label: z.string(),
  keywords: z.array(z.string()),
  weight: share,
  entity: z.string().optional(),
});

const sectionNode = z.object({
  type: z.literal('Section'),
  title: z.string(),
  kind: z.enum(['content', 'ad', 'intro', 'outro']),
  ...span,
  line,
  ...times,
  topics: z.array(z.string()),
});

const claimNode = z.object({
  type: z.literal('Claim'),
  quote: z.string().min(1),
  text: z.string().min(1),
  ...span,
  ...lines,
  ...times,
  timeBasis,
  /** Opens the recording at `startMs`. */
  url: z.string().optional(),
  turn: z.string(),
  gaps: z.array(eventRecord).optional(),
  kind: z.enum(['opinion', 'fact']),
  claimType: z.enum(CLAIM_TYPES).nullable(),
  speaker: z.string().nullable(),
  stance: z.enum(STANCES),
  holder: z.object({ name: z.string(), id: z.string().optional(), start: offset.optional(), end: offset.optional() }),
  target: z.object({ text: z.string(), id: z.string().optional(), start: offset.optional(), end: offset.optional() }),
  polarity: z.enum(POLARITIES),
  strength: z.object({
    hedges: z.array(textSpan),
    boosters: z.array(textSpan),
    negations: z.array(textSpan),
    quantifiers: z.array(textSpan),
  }),
  context: z.object({ question: z.object({ turn: z.string(), ...span }) }).optional(),
  confidence: share,
  attributionConfidence: share,
  provenance: z.array(
    z.object({ stage: z.string(), rule: z.string(), start: offset.optional(), end: offset.optional(), weight: z.number() }),
  ),
});

export const episodeNodeMetadata = z.discriminatedUnion('type', [
  episodeNode,
  speakerNode,
  turnNode,
  entityNode,
  topicNode,
  sectionNode,
  claimNode,
]);

const EPISODE_RELATIONS = [
  'spoke',
  'identifiedAs',
  'said',
  'heldBy',
  'about',
  'evidencedBy',
  'mentions',
  'partOf',
  'covers',
  'answers',
  'agreesWith',
  'contradicts',
  'restates',
] as const;

const edge = z.object({
  id: z.string(),
  source: z.string(),
  target: z.string(),
  relation: z.enum(EPISODE_RELATIONS),
  directed: z.boolean(),
  metadata: z.record(z.string(), z.unknown()).optional(),
});

export const EPISODE_SCHEMA_ID = 'urn:whosaid:episode:1';

const episodeMetadata = z.object({
  schema: z.literal(EPISODE_SCHEMA_ID),
  source: z.object({
    path: z.string(),
    format: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number().int().positive(),
    attribution: z.enum(['labels', 'diarised', 'change-marks', 'inferred']),
  }),
  episode: z.object({
    title: z.string().optional(),
    show: z.string().optional(),
    date: z.string().optional(),
    url: z.string().optional(),
    mediaUrl: z.string().optional(),
    language: z.string(),
    durationMs: milliseconds.optional(),
  }),
  text: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), length: offset, offsetUnit: z.literal('utf16'), restored: z.boolean() }),
  pipeline: z.object({ version: z.string(), configSha256: z.string(), stages: z.record(z.string(), z.string()) }),
  stats: z.object({
    words: offset,
    turns: offset,
    speakers: offset,
    mentions: offset,
    entities: offset,
    topics: offset,
    sections: offset,
    claims: offset,
    opinions: offset,
    facts: offset,
  }),
  ledger: z.object({
    sentences: offset,
    considered: offset,
    kept: offset,
    rejected: z.record(z.string(), offset),
    unattributedWords: offset,
    droppedSegments: offset,
    /** Claims that change hands if a speaker is not the one it is taken for, by speaker; and those that hang on uncertain changes of voice. */
    changeHands: z.object({ speakers: z.record(z.string(), offset), boundaries: offset }),
  }),
  warnings: z.array(z.object({ code: z.string(), line: line.optional(), message: z.string() })),
});

/** One episode file: a JSON Graph Format document with this project's node types. */
export const episodeGraph = z.object({
  graph: z.object({
    id: z.string(),
    type: z.string(),
    label: z.string(),
    directed: z.boolean(),
    metadata: episodeMetadata,
    nodes: z.record(z.string(), z.object({ label: z.string(), metadata: episodeNodeMetadata })),
    edges: z.array(edge),
  }),
});

export type EpisodeGraph = z.infer<typeof episodeGraph>;
export type EpisodeNode = z.infer<typeof episodeNodeMetadata>;
export type GraphEdge = z.infer<typeof edge>;
export type EpisodeMetadata = z.infer<typeof episodeMetadata>;
export type TimeBasis = z.infer<typeof timeBasis>;
/** The metadata of one type of node. */
export type NodeOf<Type extends EpisodeNode['type']> = Extract<EpisodeNode, { type: Type }>;

/** One row of `ledger/<slug>.jsonl`. */
export const ledgerRow = z.union([
  z.object({ ...span, rule: z.string(), score: z.number() }),
  /** `claims`: ids of those that change hands if it was decided wrongly. */
  z.object({ at: offset, score: share, taken: z.boolean(), claims: z.array(z.string()) }),
]);
export type LedgerRow = z.infer<typeof ledgerRow>;
