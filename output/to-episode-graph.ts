import { EPISODE_SCHEMA_ID, type EpisodeGraph, type EpisodeMetadata, type LedgerRow } from '../schemas/graph.js';
import { slice } from '../schemas/span.js';
import type { Attribution } from '../schemas/turn.js';
import { isVoiceLabel } from '../schemas/voice-label.js';
import { countWords } from '../schemas/words.js';
import { blastRadius, boundaryBlasts, type BlastRadius } from './blast-radius.js';
import { byId } from './by-id.js';
import { claimNodes } from './claim-nodes.js';
import { entityNodes } from './entity-nodes.js';
import { episodeEdges } from './episode-edges.js';
import { frameOf, rounded, speakerOfTurn, type FinishedDoc, type Frame, type GraphFacts, type GraphNode } from './frame.js';
import { episodeNodeId } from './ids.js';
import { placeOf } from './locate.js';
import { speakerNodes } from './speaker-nodes.js';
import { sectionNodes, topicNodes } from './topic-nodes.js';
import { turnNodes } from './turn-nodes.js';

/** What one episode becomes on disk. */
export interface EpisodeRecord {
  readonly graph: EpisodeGraph;
  readonly ledger: readonly LedgerRow[];
}

/** Turns a finished document into its graph and its ledger. Pure: the same document gives the same bytes. */
export function toEpisodeGraph(doc: FinishedDoc, facts: GraphFacts): EpisodeRecord {
  const frame = frameOf(doc, facts);
  const claims = claimNodes(frame);
  // Sorted once: nodes and edges are sorted again, and then find them in order.
  const claimsInOrder = [...claims].sort(byId);
  const nodes: GraphNode[] = [
    episodeNode(doc),
    ...speakerNodes(frame),
    ...turnNodes(frame),
    ...entityNodes(frame),
    ...topicNodes(frame),
    ...sectionNodes(frame),
    ...claimsInOrder,
  ];
  const sentences = sentenceRows(frame);
  const boundaries = boundaryBlasts(frame, claims);
  const changeHands = blastRadius(frame, claims, boundaries);
  const title = doc.episode.title ?? facts.source.path;
  return {
    graph: {
      graph: {
        id: episodeNodeId(doc.id),
        type: 'whosaid episode',
        label: title,
        directed: true,
        metadata: metadataOf(frame, nodes, { sentences, changeHands }),
        nodes: byIdIn(nodes),
        edges: episodeEdges(frame, claimsInOrder),
      },
    },
    ledger: [...sentences, ...boundaries],
  };
}

function byIdIn(nodes: GraphNode[]): EpisodeGraph['graph']['nodes'] {
  const sorted: EpisodeGraph['graph']['nodes'] = {};
  for (const { id, label, metadata } of nodes.sort(byId)) sorted[id] = { label, metadata };
  return sorted;
}

function episodeNode({ id, episode: { title, show, date, url } }: FinishedDoc): GraphNode {
  const facts = { ...(title && { title }), ...(show && { show }), ...(date && { date }), ...(url && { url }) };
  return { id: episodeNodeId(id), label: title ?? id, metadata: { type: 'Episode', ...facts } };
}

interface Account {
  readonly sentences: readonly SentenceRow[];
  readonly changeHands: BlastRadius;
}

function metadataOf(frame: Frame, nodes: readonly GraphNode[], account: Account): EpisodeMetadata {
  const { doc, facts } = frame;
  const { title, show, date, url, mediaUrl, language } = doc.episode;
  const { endMs: durationMs } = placeOf({ start: 0, end: doc.text.length }, doc.layers.segments);
  const optional = {
    ...(title && { title }),
    ...(show && { show }),
    ...(date && { date }),
    ...(url && { url }),
    ...(mediaUrl && { mediaUrl }),
  };
  return {
    schema: EPISODE_SCHEMA_ID,
    source: { ...facts.source, format: doc.format, attribution: attributionOf(doc) },
    episode: { ...optional, language, ...(durationMs === undefined ? {} : { durationMs }) },
    text: { sha256: frame.textSha256, length: doc.text.length, offsetUnit: 'utf16', restored: doc.layers.restored.length > 0 },
    pipeline: { ...facts.pipeline, stages: { ...facts.pipeline.stages } },
    stats: statsOf(doc, nodes),
    ledger: ledgerOf(frame, account),
    warnings: warningsOf(frame),
  };
}

function attributionOf({ layers }: FinishedDoc): Attribution {
  if (layers.changes.some(({ sureness }) => sureness !== undefined)) return 'diarised';
  const labels = layers.changes.flatMap(({ label }) => label ?? []);
  if (labels.length > 0) return labels.every(isVoiceLabel) ? 'diarised' : 'labels';
  return layers.changes.length > 0 ? 'change-marks' : 'inferred';
}

function statsOf(doc: FinishedDoc, nodes: readonly GraphNode[]): EpisodeMetadata['stats'] {
  const count = (type: GraphNode['metadata']['type']) => nodes.filter((node) => node.metadata.type === type).length;
  const opinions = nodes.filter(({ metadata }) => metadata.type === 'Claim' && metadata.kind === 'opinion').length;
  const claims = count('Claim');
  return {
    words: countWords(doc.text),
    turns: count('Turn'),
    speakers: count('Speaker'),
    mentions: doc.layers.mentions.length,
    entities: count('Entity'),
    topics: count('Topic'),
    sections: count('Section'),
    claims,
    opinions,
    facts: claims - opinions,
  };
}

function ledgerOf(frame: Frame, { sentences: rows, changeHands }: Account): EpisodeMetadata['ledger'] {
  const { doc, facts } = frame;
  const rejected: Record<string, number> = {};
  for (const rule of rows.map((row) => row.rule).sort()) rejected[rule] = (rejected[rule] ?? 0) + 1;
  const kept = doc.layers.claims.filter((claim) => claim.confidence >= facts.minConfidence).length;
  const unattributed = doc.layers.turns.filter((_, index) => speakerOfTurn(frame, index) === null);
  return {
    sentences: doc.layers.sentences.length,
    considered: kept + rows.length,
    kept,
    rejected,
    unattributedWords: unattributed.reduce((sum, turn) => sum + countWords(slice(doc.text, turn)), 0),
    droppedSegments: doc.repeatedSegments ?? 0,
    changeHands,
  };
}

function warningsOf({ doc, facts }: Frame): EpisodeMetadata['warnings'] {
  return facts.diagnostics
    .filter(({ severity }) => severity === 'warning')
    .map(({ rule, line, span, message }) => {
      const at = line ?? (span === undefined ? undefined : placeOf(span, doc.layers.segments).line);
      return { code: rule, ...(at === undefined ? {} : { line: at }), message };
    });
}

type SentenceRow = Extract<LedgerRow, { rule: string }>;

function sentenceRows({ doc, facts }: Frame): SentenceRow[] {
  const dropped = doc.layers.claims.filter((claim) => claim.confidence < facts.minConfidence);
  const rows = [
    ...doc.layers.rejected,
    ...dropped.map(({ start, end, confidence }) => ({ start, end, rule: 'below-min-confidence', score: confidence })),
  ];
  return rows
    .map(({ start, end, rule, score }) => ({ start, end, rule, score: rounded(score) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
