import { Ajv } from 'ajv';
import type { z } from 'zod';
import { claimId, sha256 } from '../output/ids.js';
import { corpusGraph } from '../schemas/corpus.js';
import { episodeGraph, type EpisodeGraph, type EpisodeNode } from '../schemas/graph.js';
import { JSON_GRAPH_FORMAT } from '../schemas/json-graph-format.js';
import { slice, type Span } from '../schemas/span.js';

/** Something wrong in a graph file: where, and what. */
export interface Problem {
  readonly at: string;
  readonly message: string;
}

const isJsonGraph = new Ajv({ allErrors: true }).compile(JSON_GRAPH_FORMAT);

/** Checks an episode graph: JSON Graph Format, our own schema, references, order, hashes, and every quote against the canonical text. */
export function problemsOfEpisode(content: unknown): Problem[] {
  const shape = problemsOfShape(content, episodeGraph);
  // The schema has just said that it is one.
  return shape.length > 0 ? shape : problemsOfContent(content as EpisodeGraph);
}

/** Checks a corpus graph: JSON Graph Format, our own schema, references and order. Entities of an episode's own are its ends, not its nodes. */
export function problemsOfCorpus(content: unknown): Problem[] {
  const shape = problemsOfShape(content, corpusGraph);
  if (shape.length > 0) return shape;
  // The schema has just said that it is one.
  const { graph } = content as z.infer<typeof corpusGraph>;
  return [
    ...problemsOfEnds(graph.nodes, graph.edges),
    ...problemsOfOrder(Object.keys(graph.nodes), 'nodes'),
    ...problemsOfOrder(
      graph.edges.map(({ id }) => id),
      'edges',
    ),
  ];
}

/** The canonical text of an episode: its turns' texts in order, joined by one space (contract.md, 1). */
export function canonicalTextOf({ graph }: EpisodeGraph): string {
  const turns = Object.values(graph.nodes).flatMap(({ metadata }) => (metadata.type === 'Turn' ? [metadata] : []));
  return turns
    .sort((a, b) => a.index - b.index)
    .map((turn) => turn.text)
    .join(' ');
}

function problemsOfShape(content: unknown, schema: z.ZodType): Problem[] {
  if (!isJsonGraph(content)) {
    return (isJsonGraph.errors ?? []).map(({ instancePath, message }) => ({
      at: instancePath,
      message: `not JSON Graph Format: ${message ?? 'invalid'}`,
    }));
  }
  const checked = schema.safeParse(content);
  return checked.success ? [] : checked.error.issues.map((issue) => ({ at: issue.path.join('/'), message: issue.message }));
}

function problemsOfContent(episode: EpisodeGraph): Problem[] {
  const { graph } = episode;
  const text = canonicalTextOf(episode);
  return [
    ...(sha256(text) === graph.metadata.text.sha256 && text.length === graph.metadata.text.length
      ? []
      : [{ at: 'graph/metadata/text', message: 'the turns do not make up the text that the hash and length name' }]),
    ...Object.entries(graph.nodes).flatMap(([id, { metadata }]) => [
      ...problemsOfSpans(id, metadata, text),
      ...problemsOfReferences(id, metadata, graph.nodes),
    ]),
    ...problemsOfClaimIds(episode),
    ...problemsOfEnds(graph.nodes, graph.edges),
    ...problemsOfOrder(Object.keys(graph.nodes), 'nodes'),
    ...problemsOfOrder(
      graph.edges.map(({ id }) => id),
      'edges',
    ),
  ];
}

function problemsOfSpans(id: string, node: EpisodeNode, text: string): Problem[] {
  return quotesOf(node)
    .filter(({ span, quote }) => slice(text, span) !== quote)
    .map(({ span, quote }) => ({ at: id, message: `the words at ${span.start}–${span.end} are not "${quote}"` }));
}

function quotesOf(node: EpisodeNode): { readonly span: Span; readonly quote: string }[] {
  switch (node.type) {
    case 'Turn':
      return [{ span: node, quote: node.text }];
    case 'Claim': {
      const { hedges, boosters, negations, quantifiers } = node.strength;
      return [
        { span: node, quote: node.quote },
        ...[...hedges, ...boosters, ...negations, ...quantifiers].map((part) => ({ span: part, quote: part.text })),
      ];
    }
    case 'Entity':
      return node.mentions.map((mention) => ({ span: mention, quote: mention.text }));
    case 'Speaker':
      return node.evidence.map((evidence) => ({ span: evidence, quote: evidence.quote }));
    case 'Episode':
    case 'Topic':
    case 'Section':
      return [];
  }
}

function problemsOfReferences(id: string, node: EpisodeNode, nodes: EpisodeGraph['graph']['nodes']): Problem[] {
  return referencesOf(node)
    .filter((target) => nodes[target] === undefined)
    .map((target) => ({ at: id, message: `it names ${target}, which is not in the graph` }));
}

function referencesOf(node: EpisodeNode): string[] {
  switch (node.type) {
    case 'Turn':
      return [...(node.speaker === null ? [] : [node.speaker]), ...node.candidates.map(({ speaker }) => speaker)];
    case 'Claim':
      return [node.turn, node.speaker, node.holder.id, node.target.id, node.context?.question.turn].filter(
        (target) => target !== undefined && target !== null,
      );
    case 'Topic':
      return node.entity === undefined ? [] : [node.entity];
    case 'Section':
      return node.topics;
    case 'Episode':
    case 'Speaker':
    case 'Entity':
      return [];
  }
}

function problemsOfClaimIds({ graph }: EpisodeGraph): Problem[] {
  const episode = graph.id.replace(/^episode:/u, '');
  return Object.entries(graph.nodes).flatMap(([id, { metadata }]) =>
    metadata.type === 'Claim' && claimId(episode, graph.metadata.text.sha256, metadata) !== id
      ? [{ at: id, message: 'the id is not the one of its episode, text and place' }]
      : [],
  );
}

interface Ends {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly relation: string;
}

function problemsOfEnds(nodes: Readonly<Record<string, unknown>>, edges: readonly Ends[]): Problem[] {
  return edges.flatMap(({ id, source, target, relation }) => [
    ...[source, target]
      .filter((end) => nodes[end] === undefined)
      .map((end) => ({ at: id, message: `the edge ends at ${end}, which is not in the graph` })),
    ...(id === `${relation}|${source}|${target}` ? [] : [{ at: id, message: 'the id is not relation|source|target' }]),
  ]);
}

function problemsOfOrder(ids: readonly string[], what: string): Problem[] {
  const at = ids.findIndex((id, index) => index > 0 && id <= (ids[index - 1] ?? ''));
  return at === -1 ? [] : [{ at: ids[at] ?? what, message: `the ${what} are not in the order of their ids, each once` }];
}
