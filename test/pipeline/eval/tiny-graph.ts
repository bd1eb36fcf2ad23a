import { createHash } from 'node:crypto';
import type { EpisodeGraph, EpisodeNode } from '../../../schemas/graph.js';
import { contains, type Span } from '../../../schemas/span.js';
import { GOLD_CLAIMS, GOLD_MENTIONS, LINES, PERFECT, PLACES, TEXT } from './tiny.js';

/** The transcript as a file: one line for each of the conversation's. */
export const SOURCE = `${LINES.join('\n')}\n`;

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

function linesOf(span: Span): { line: number; endLine: number } {
  const lines = PLACES.filter((place) => contains(place, { start: span.start, end: span.start }) || contains(span, place)).map(
    ({ line }) => line,
  );
  return { line: Math.min(...lines), endLine: Math.max(...lines) };
}

/** The graph that is right in everything, as `whosaid extract` writes it. */
export function tinyGraph(path = 'shows/tiny.txt', source = SOURCE): EpisodeGraph {
  const nodes: [string, EpisodeNode][] = [
    ['episode:tiny', { type: 'Episode' }],
    ...[...PERFECT.voices].map(([id, name], index): [string, EpisodeNode] => [
      id,
      {
        type: 'Speaker',
        name: name ?? `SPEAKER_${String(index + 1)}`,
        labels: [],
        role: 'unknown',
        words: 0,
        evidence: [],
        confidence: 1,
        rivals: [],
      },
    ]),
    // Out of order, as ids of ten and more turns are.
    ...PERFECT.turns
      .map(({ start, end, voice }, index): [string, EpisodeNode] => [
        `turn:tiny/${String(index + 1)}`,
        turnNode({ start, end }, index, voice),
      ])
      .reverse(),
    ...GOLD_MENTIONS.map(({ canonical, type }, index): [string, EpisodeNode] => [
      `entity:${type}/${String(index)}`,
      {
        type: 'Entity',
        name: canonical,
        entityType: type,
        aliases: [],
        sameAs: [],
        mentions: PERFECT.mentions.slice(index, index + 1).map(({ start, end }) => ({
          text: TEXT.slice(start, end),
          start,
          end,
          line: linesOf({ start, end }).line,
          method: 'test',
          confidence: 1,
        })),
      },
    ]),
    ...PERFECT.claims.map((_, index): [string, EpisodeNode] => [`claim:${String(index)}`, claimNode(index)]),
  ];
  return {
    graph: {
      id: 'episode:tiny',
      type: 'whosaid episode',
      label: 'tiny',
      directed: true,
      metadata: {
        schema: 'urn:whosaid:episode:1',
        source: { path, format: 'plain-text', sha256: sha(source), bytes: source.length, attribution: 'inferred' },
        episode: { language: 'en' },
        text: { sha256: sha(TEXT), length: TEXT.length, offsetUnit: 'utf16', restored: false },
        pipeline: { version: '0', configSha256: sha(''), stages: {} },
        stats: { words: 0, turns: 0, speakers: 0, mentions: 0, entities: 0, topics: 0, sections: 0, claims: 0, opinions: 0, facts: 0 },
        ledger: {
          sentences: 0,
          considered: 0,
          kept: 0,
          rejected: {},
          unattributedWords: 0,
          droppedSegments: 0,
          changeHands: { speakers: {}, boundaries: 0 },
        },
        warnings: [],
      },
      nodes: Object.fromEntries(nodes.map(([id, metadata]) => [id, { label: metadata.type === 'Speaker' ? metadata.name : id, metadata }])),
      edges: [],
    },
  };
}

function turnNode(span: Span, index: number, speaker: string | null): EpisodeNode {
  const text = TEXT.slice(span.start, span.end);
  return {
    type: 'Turn',
    index,
    text,
    ...span,
    ...linesOf(span),
    timeBasis: 'none',
    speaker,
    confidence: 1,
    candidates: [],
    boundary: 'inferred',
    events: [],
  };
}

function claimNode(index: number): EpisodeNode {
  const claim = PERFECT.claims[index];
  const gold = GOLD_CLAIMS[index];
  if (claim === undefined || gold === undefined) throw new Error(`no claim ${String(index)}`);
  const { start, end, voice, kind, type, stance, polarity, target } = claim;
  return {
    type: 'Claim',
    quote: TEXT.slice(start, end),
    text: TEXT.slice(start, end),
    ...{ start, end, ...linesOf({ start, end }), timeBasis: 'none', turn: 'turn:tiny/1' },
    ...{ kind, claimType: type, speaker: voice, stance, polarity },
    holder: { name: claim.holder.name, ...(claim.holder.own && voice !== null ? { id: voice } : {}) },
    // The first claim is about a thing that has a node of its own.
    target: index === 0 ? { text: 'it', id: 'entity:technology/1' } : { text: target.text },
    strength: { hedges: [], boosters: [], negations: [], quantifiers: [] },
    confidence: 1,
    attributionConfidence: 1,
    provenance: [],
  };
}
