import { CORPUS_SCHEMA_ID, type CorpusGraph, type CorpusNode } from '../schemas/corpus.js';
import type { EpisodeGraph, NodeOf } from '../schemas/graph.js';
import { edgeRecord } from './edge.js';
import type { Print } from './same-recording/find-pairs.js';
import { wordsOfEpisode } from './same-recording/recording.js';
import { printOf } from './same-recording/shingles.js';

/** A node of the corpus with its id. */
export interface CorpusEntry {
  readonly id: string;
  readonly metadata: CorpusNode;
}

export type CorpusEdge = CorpusGraph['graph']['edges'][number];

/** What the corpus keeps of one episode; small, so that any number of them fits into memory. */
export interface EpisodeDigest {
  readonly id: string;
  readonly nodes: readonly CorpusEntry[];
  readonly edges: readonly CorpusEdge[];
  /** What other recordings of the same words are found by. */
  readonly print: Print;
}

/** What is known from several episodes together; it goes before what one of them says. */
export interface AcrossEpisodes {
  readonly nodes: readonly CorpusEntry[];
  readonly edges: readonly CorpusEdge[];
}

/** Takes from an episode's graph what the corpus joins: the episode, its entities and topics with counts, its named speakers. */
export function digestOf(episode: EpisodeGraph, slug: string): EpisodeDigest {
  const { graph } = episode;
  const { id } = graph;
  const { episode: known, stats } = graph.metadata;
  const { title, show, date, url } = known;
  const facts = { ...(title && { title }), ...(show && { show }), ...(date && { date }), ...(url && { url }) };
  const nodes: EpisodeDigest['nodes'][number][] = [
    { id, metadata: { type: 'Episode', ...facts, slug, words: stats.words, claims: stats.claims } },
  ];
  const edges: CorpusEdge[] = [];
  for (const [nodeId, { metadata }] of Object.entries(graph.nodes)) {
    if (metadata.type === 'Entity' && !isEpisodesOwn(nodeId)) {
      nodes.push({ id: nodeId, metadata: entityIn(metadata) });
      edges.push(edgeRecord({ relation: 'mentions', source: id, target: nodeId, metadata: { count: metadata.mentions.length } }));
    } else if (metadata.type === 'Topic') {
      nodes.push({ id: nodeId, metadata: { type: 'Topic', label: metadata.label, episodes: 1 } });
      edges.push(edgeRecord({ relation: 'covers', source: id, target: nodeId, metadata: { weight: metadata.weight } }));
    } else if (metadata.type === 'Speaker' && metadata.confidence > 0) {
      const { name, role, words, confidence } = metadata;
      nodes.push({ id: nodeId, metadata: { type: 'Speaker', name, role, words, confidence } });
      edges.push(edgeRecord({ relation: 'partOf', source: nodeId, target: id }));
    }
  }
  const speakers = new Set(nodes.flatMap((node) => (node.metadata.type === 'Speaker' ? [node.id] : [])));
  for (const { source, target, metadata } of graph.edges.filter(({ relation }) => relation === 'identifiedAs')) {
    if (speakers.has(source))
      edges.push(edgeRecord({ relation: 'identifiedAs', source, target, ...(metadata === undefined ? {} : { metadata }) }));
  }
  const words = wordsOfEpisode(episode);
  return { id, nodes, edges, print: { id, words: words.hashes.length, print: printOf(words) } };
}

/** Joins digests into the corpus graph; the order in which they come does not matter. */
export function toCorpusGraph(digests: readonly EpisodeDigest[], across: AcrossEpisodes = { nodes: [], edges: [] }): CorpusGraph {
  const nodes = new Map<string, CorpusNode>();
  const edges = new Map<string, CorpusEdge>();
  for (const digest of [...digests].sort((a, b) => compareText(a.id, b.id))) {
    for (const { id, metadata } of digest.nodes) nodes.set(id, merged(nodes.get(id), metadata));
    for (const one of digest.edges) edges.set(one.id, one);
  }
  const named = new Set(across.nodes.map(({ id }) => id));
  for (const { id, relation, source } of edges.values()) if (relation === 'identifiedAs' && named.has(source)) edges.delete(id);
  for (const { id, metadata } of across.nodes) nodes.set(id, metadata);
  for (const one of across.edges) edges.set(one.id, one);
  const count = (type: CorpusNode['type']) => [...nodes.values()].filter((node) => node.type === type).length;
  return {
    graph: {
      id: 'corpus',
      type: 'whosaid corpus',
      label: `${String(count('Episode'))} episodes`,
      directed: true,
      metadata: {
        schema: CORPUS_SCHEMA_ID,
        stats: { episodes: count('Episode'), entities: count('Entity'), topics: count('Topic'), speakers: count('Speaker') },
      },
      nodes: Object.fromEntries(
        [...nodes].sort(([a], [b]) => compareText(a, b)).map(([id, metadata]) => [id, { label: labelOf(metadata, id), metadata }]),
      ),
      edges: [...edges.values()].sort((a, b) => compareText(a.id, b.id)),
    },
  };
}

// "entity:person/0123456789abcdef~ann": known only by part of its name.
const OWN_ENTITY = /^entity:[a-z]+\/[0-9a-f]{16}~/u;

function isEpisodesOwn(id: string): boolean {
  return OWN_ENTITY.test(id);
}

function entityIn({ name, entityType, aliases, mentions }: NodeOf<'Entity'>): CorpusNode {
  return { type: 'Entity', name, entityType, aliases: [...aliases], mentions: mentions.length, episodes: 1 };
}

function merged(before: CorpusNode | undefined, next: CorpusNode): CorpusNode {
  if (before?.type === 'Entity' && next.type === 'Entity') {
    const aliases = [...new Set([...before.aliases, ...next.aliases])].sort(compareText);
    return { ...before, aliases, mentions: before.mentions + next.mentions, episodes: before.episodes + next.episodes };
  }
  if (before?.type === 'Topic' && next.type === 'Topic') return { ...before, episodes: before.episodes + next.episodes };
  return next;
}

function labelOf(metadata: CorpusNode, id: string): string {
  if (metadata.type === 'Topic') return metadata.label;
  if (metadata.type === 'Episode') return metadata.title ?? id;
  return metadata.name;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
