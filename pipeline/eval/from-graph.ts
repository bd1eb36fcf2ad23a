import type { CorpusGraph } from '../../schemas/corpus.js';
import type { EpisodeGraph, NodeOf } from '../../schemas/graph.js';
import { compareSpans } from '../../schemas/span.js';
import { knownElsewhere } from '../corpus/known-elsewhere.js';
import { stemOf } from '../find-inputs.js';
import { isUnnamed } from './compare.js';
import type { PredictedClaim, Prediction } from './prediction.js';

/** What an episode graph predicts, with the names that the corpus has for its words. The canonical text is the text of its turns, joined by a space. */
export function fromGraph(graph: EpisodeGraph, corpus?: CorpusGraph): Prediction {
  const nodes = Object.entries(graph.graph.nodes).map(([id, { metadata }]) => ({ id, metadata }));
  const voices = new Map(
    nodes.flatMap(({ id, metadata }) =>
      metadata.type === 'Speaker' ? [[id, isUnnamed(metadata.name) ? null : metadata.name] as const] : [],
    ),
  );
  const turns = nodes.flatMap(({ metadata }) => (metadata.type === 'Turn' ? [metadata] : [])).sort(compareSpans);
  const mentions = nodes.flatMap(({ metadata }) =>
    metadata.type === 'Entity'
      ? metadata.mentions.map(({ start, end }) => ({ start, end, name: metadata.name, type: metadata.entityType }))
      : [],
  );
  const claims = nodes.flatMap(({ metadata }) => (metadata.type === 'Claim' ? [fromClaim(metadata, graph)] : []));
  const elsewhere = corpus === undefined ? undefined : knownElsewhere(corpus, graph.graph.id.replace('episode:', ''));
  return {
    name: stemOf(graph.graph.metadata.source.path),
    text: turns.map(({ text }) => text).join(' '),
    voices,
    turns: turns.map(({ start, end, speaker }) => ({ start, end, voice: speaker })),
    ...(elsewhere === undefined ? {} : { elsewhere: elsewhere.spoken }),
    mentions: mentions.sort(compareSpans),
    claims: claims.sort(compareSpans),
  };
}

function fromClaim(claim: NodeOf<'Claim'>, { graph }: EpisodeGraph): PredictedClaim {
  const target = claim.target.id === undefined ? undefined : graph.nodes[claim.target.id]?.metadata;
  return {
    start: claim.start,
    end: claim.end,
    voice: claim.speaker,
    kind: claim.kind,
    type: claim.claimType,
    polarity: claim.polarity,
    stance: claim.stance,
    holder: { name: claim.holder.name, own: isOwn(claim, claim.speaker === null ? undefined : graph.nodes[claim.speaker]?.label) },
    target: { text: claim.target.text, name: target?.type === 'Entity' ? target.name : null },
  };
}

/** A claim of nobody's is its speaker's own unless it says that it is not. */
function isOwn({ speaker, stance, holder }: NodeOf<'Claim'>, speakerName: string | undefined): boolean {
  return speaker === null ? stance === 'asserts' : holder.id === speaker || holder.name === speakerName;
}
